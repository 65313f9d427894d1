import {
  dayInShanghai,
  foldForSearch,
  hashSpace,
  interactionsOf,
  sketchShareDefault,
  sketchToBytes,
  tierSchemes,
} from '@poolrise/domain';
import {
  type Cast,
  type DirectoryEntry,
  directoryOf,
  efficiencyOf,
  RandomStream,
  type World,
} from '@poolrise/scenario';
import { createHash } from 'node:crypto';
import { countPeers, measureCreators, type RunSql } from '../creators/measure-creators';
import { searchWordsOf } from '../words/segment';
import type { BulkWriter } from './bulk-writer';
import { withOwnNotes } from './own-record';

/** So many creators are in memory at once. */
const creatorsAtOnce = 400;
const inTenThousand = 10_000;

/** The directory as a platform shows it: records, portraits, days and notes; what follows from notes is measured, not written. */
export async function writeDirectory(writer: BulkWriter, world: World, now: Date): Promise<void> {
  const { cast } = world;
  let batch: DirectoryEntry[] = [];
  const everybody = { ...cast, creators: [...cast.creators, ...cast.marketplace] };
  for (const entry of directoryOf(everybody, now)) {
    batch.push(entry.creator.id === cast.xiaoman.id ? withOwnNotes(entry, world) : entry);
    if (batch.length < creatorsAtOnce) continue;
    await writeBatch(writer, cast, batch, now);
    batch = [];
  }
  if (batch.length) await writeBatch(writer, cast, batch, now);
  const run: RunSql = (sql, parameters) => writer.send(sql, parameters);
  await measureCreators(run, dayInShanghai(now));
  for (const scheme of tierSchemes.slice(0, 1)) await countPeers(run, scheme, now);
}

async function writeBatch(
  writer: BulkWriter,
  cast: Cast,
  entries: readonly DirectoryEntry[],
  now: Date,
): Promise<void> {
  await writeRecords(writer, entries, now);
  await writeFigures(writer, cast, entries, dayInShanghai(now));
  await writeDays(writer, entries);
  await writeNotes(writer, entries);
  await writeReach(writer, entries);
  await writer.insert(
    'creator_label',
    entries.flatMap(({ creator, label }) => (label ? [{ id: creator.id, ...label }] : [])),
    {
      creator_id: ['uuid', ({ id }) => id],
      label: ['text', ({ kind }) => kind],
      strength: ['real', ({ strength }) => strength],
    },
  );
}

function writeRecords(writer: BulkWriter, entries: readonly DirectoryEntry[], now: Date): Promise<void> {
  return writer.insert('creator', entries, {
    id: ['uuid', ({ creator }) => creator.id],
    name: ['text', ({ creator }) => creator.name],
    search_name: ['text', ({ creator }) => foldForSearch(creator.name)],
    red_id: ['text', ({ creator }) => creator.redId],
    platform_id: ['text', ({ creator }) => platformIdOf(creator.redId)],
    followers: ['integer', ({ creator }) => creator.followers],
    gender: ['text', ({ creator }) => creator.gender],
    city_tier: ['text', ({ creator }) => creator.cityTier],
    categories: ['text[]', ({ creator }) => creator.categories],
    province: ['text', ({ record }) => record.province],
    city: ['text', ({ record }) => record.city],
    sub_categories: ['text[]', ({ record }) => record.subCategories],
    personas: ['text[]', ({ record }) => record.personas],
    styles: ['text[]', ({ record }) => record.styles],
    scenes: ['text[]', ({ record }) => record.scenes],
    mcn: ['text', ({ record }) => record.mcn],
    image_cents: ['integer', ({ record }) => record.pictureCents],
    video_cents: ['integer', ({ record }) => record.videoCents],
    accepts_image: ['boolean', ({ record }) => record.acceptsPicture],
    accepts_video: ['boolean', ({ record }) => record.acceptsVideo],
    health: ['text', ({ record }) => record.health],
    active_orders: ['integer', ({ record }) => record.activeOrders],
    served_categories: ['text[]', ({ record }) => record.servedCategories],
    served_brands: ['text[]', ({ record }) => record.servedBrands],
    invitations_90d: ['integer', ({ record }) => record.service.invitations90d],
    accepted_90d: ['integer', ({ record }) => record.service.accepted90d],
    completed_90d: ['integer', ({ record }) => record.service.completed90d],
    on_time_90d: ['integer', ({ record }) => record.service.onTime90d],
    cancelled_90d: ['integer', ({ record }) => record.service.cancelled90d],
    reply_minutes_median: ['integer', ({ record }) => record.service.replyMinutesMedian],
    last_note_at: ['instant', ({ record }) => record.lastNoteAt?.getTime() ?? null],
    deleted_at: ['instant', ({ record }) => (record.deleted ? now.getTime() : null)],
    // Older than every note they wrote.
    created_at: ['instant', () => now.getTime() - 365 * 86_400_000],
  });
}

function writeFigures(
  writer: BulkWriter,
  cast: Cast,
  entries: readonly DirectoryEntry[],
  asOf: string,
): Promise<void> {
  const rows = entries.map((entry) => ({
    ...entry,
    ...efficiencyOf(
      new RandomStream(cast.seed, 'directory', entry.creator.id, 'efficiency'),
      entry.creator,
      entry.record,
      entry.notes.some(({ kind }) => kind === 'video'),
    ),
  }));
  return writer.insert('creator_figures', rows, {
    creator_id: ['uuid', ({ creator }) => creator.id],
    as_of: ['date', () => asOf],
    finish_share: ['real', ({ finishShare }) => finishShare],
    cpuv_cents: ['integer', ({ cpuvCents }) => cpuvCents],
    active_share: ['real', ({ activeFollowerShare }) => activeFollowerShare],
    engaged_share: ['real', ({ engagedFollowerShare }) => engagedFollowerShare],
    audience_sample: ['integer', ({ portrait }) => portrait.sample],
    audience_shares: [
      'bigint[]',
      ({ portrait }) => portrait.shares.map((share) => Math.min(inTenThousand, share)),
    ],
    audience_interests: ['text[]', ({ interests }) => interests.map(({ category }) => category)],
  });
}

/** A price holds from its day until the next one. */
function writeDays(writer: BulkWriter, entries: readonly DirectoryEntry[]): Promise<void> {
  const rows = entries.flatMap(({ creator, followersByDay, priceHistory }) =>
    followersByDay.map(({ day, followers }) => ({
      id: creator.id,
      day,
      followers,
      prices: priceHistory.findLast((price) => price.day <= day),
    })),
  );
  return writer.insert('creator_day', rows, {
    creator_id: ['uuid', ({ id }) => id],
    day: ['date', ({ day }) => day],
    followers: ['integer', ({ followers }) => followers],
    image_cents: ['integer', ({ prices }) => prices?.pictureCents],
    video_cents: ['integer', ({ prices }) => prices?.videoCents],
  });
}

/** How much likelier a reader of the feed reacts than one who was paid for; see the rates of domain notes 3.3. */
const paidReaction = 0.5;

function writeNotes(writer: BulkWriter, entries: readonly DirectoryEntry[]): Promise<void> {
  const rows = entries.flatMap(({ creator, notes }) =>
    notes.map((note) => ({ creatorId: creator.id, note })),
  );
  return writer.insert('creator_note', rows, {
    id: ['uuid', ({ note }) => note.id],
    creator_id: ['uuid', ({ creatorId }) => creatorId],
    published_at: ['instant', ({ note }) => note.publishedAt.getTime()],
    kind: ['text', ({ note }) => note.kind],
    cooperation: ['boolean', ({ note }) => note.cooperation],
    brand: ['text', ({ note }) => note.brand],
    title: ['text', ({ note }) => note.title],
    impressions_natural: ['integer', ({ note }) => note.impressionsNatural],
    impressions_all: ['integer', ({ note }) => note.impressionsAll],
    reads_natural: ['integer', ({ note }) => note.readsNatural],
    reads_all: ['integer', ({ note }) => note.readsAll],
    likes: ['integer', ({ note }) => note.likes],
    collects: ['integer', ({ note }) => note.collects],
    comments: ['integer', ({ note }) => note.comments],
    shares: ['integer', ({ note }) => note.shares],
    interactions_natural: [
      'integer',
      ({ note }) => {
        const paid = (note.readsAll - note.readsNatural) * paidReaction;
        return Math.round((interactionsOf(note) * note.readsNatural) / Math.max(1, note.readsNatural + paid));
      },
    ],
    reads_by_source: ['bigint[]', ({ note }) => note.readsBySource],
    interactions_by_hour: ['bigint[]', ({ note }) => note.interactionsByHour],
    commenters: ['bigint[]', ({ note }) => note.commenters],
    words: ['text[]', ({ note }) => searchWordsOf(note.title)],
  });
}

/** Hashes of one age and gender that a sketch keeps at least: an error of 4 % of those people. */
const cellSize = 512;

/** Large audiences are kept by a share, so that a small creator beside them still has people to compare. */
function writeReach(writer: BulkWriter, entries: readonly DirectoryEntry[]): Promise<void> {
  const rows = entries.flatMap(({ creator, audienceByAge }) =>
    audienceByAge(cellSize, sketchShareDefault).map(({ gender, age, hashes, theta }) => ({
      id: creator.id,
      gender,
      age,
      sketch: sketchToBytes({
        size: cellSize,
        share: sketchShareDefault,
        theta: Math.round(theta * hashSpace),
        hashes,
      }),
    })),
  );
  return writer.insert('creator_reach', rows, {
    creator_id: ['uuid', ({ id }) => id],
    gender: ['text', ({ gender }) => gender],
    age: ['text', ({ age }) => age],
    sketch: ['bytea', ({ sketch }) => sketch],
  });
}

/** As the platform writes its own ids: 24 hex digits, always the same for the same handle. */
const platformIdOf = (redId: string): string => createHash('sha256').update(redId).digest('hex').slice(0, 24);
