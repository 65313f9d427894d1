import { Injectable } from '@nestjs/common';
import {
  type FairnessDimension,
  type FairnessView,
  fairnessDimensions,
  fairnessGroups,
} from '@poolrise/contracts';
import {
  claimedShareOfSmall,
  countShare,
  exposureOverMerit,
  exposureWithinBands,
  followerTierOf,
  followerTiers,
  gini,
  lorenzCurve,
  parityOfSmall,
  rails,
  ratio,
  reachedBy,
  smallBelowFollowers,
} from '@poolrise/domain';
import { asPlatform } from '../../accounts/platform';
import { Db } from '../../db/db';
import { beginningOf } from './within-reach';

const paid = rails.indexOf('paid');
/** Notes looked at, the newest first: a bounded read, and far more than any figure here needs to be steady. */
const limit = 20_000;
const firstImpressions = 100;

interface NoteRecord {
  creator_id: string;
  category: string;
  followers: number;
  gender: string;
  city_tier: string;
  impressions: number;
  /** shrunk lift of the first pool's verdict; null before it */
  score: number | null;
  first_over: boolean;
  first_full: boolean;
  first_impressions: number;
  first_clicks: number;
  hours_to_first: number | null;
}

/** One row a note, each read along an index: runs and verdict by note, hours by note until the first hundred are in. */
const noteSql = `
  select note.creator_id, note.category, creator.followers, creator.gender, creator.city_tier, run.impressions,
    (verdict.verdict -> 'estimate' ->> 'lift')::float8 as score,
    coalesce(run.first_over, false) as first_over, coalesce(run.first_full, false) as first_full, run.first_impressions, run.first_clicks,
    extract(epoch from reached.hour + interval '1 hour' - note.published_at)::float8 / 3600 as hours_to_first
  from (
    select found.* from workspace w cross join lateral (
      select id, creator_id, category, published_at from note
       where workspace_id = w.id and published_at >= $1 order by published_at desc limit $2
    ) found order by published_at desc limit $2
  ) note
  join creator on creator.id = note.creator_id
  cross join lateral (
    select coalesce(sum(impressions), 0)::float8 as impressions,
      bool_or(closed_at is not null or window_ends_at <= $3) filter (where level = 0) as first_over,
      bool_or(impressions >= target) filter (where level = 0) as first_full,
      coalesce(sum(impressions) filter (where level = 0), 0)::float8 as first_impressions,
      coalesce(sum(clicks) filter (where level = 0), 0)::float8 as first_clicks
    from pool_run where note_id = note.id
  ) run
  left join lateral (
    -- The first one: a note that came back by search has a second.
    select verdict from pool_decision where note_id = note.id and level = 0 order by decided_at limit 1
  ) verdict on true
  left join lateral (
    select hour from (
      select hour, sum(impressions) over (order by hour) as so_far from engagement_hour where note_id = note.id and rail <> ${paid}
    ) hour_by_hour where so_far >= ${firstImpressions} order by hour limit 1
  ) reached on true`;

/** Who got the impressions, against who deserved them; of all workspaces, for the platform's own people. */
@Injectable()
export class FairnessQueries {
  constructor(private readonly db: Db) {}

  async view(workspaceId: string, days: number, now = new Date()): Promise<FairnessView> {
    const notes = await asPlatform(this.db, workspaceId, async (tx) => {
      return tx.query<NoteRecord[]>(noteSql, [beginningOf(days, now), limit, now]);
    });
    const judged = notes.flatMap((note) => (note.score === null ? [] : [{ ...note, score: note.score }]));
    const over = notes.filter((note) => note.first_over);
    return {
      asOf: now.toISOString(),
      days,
      limit,
      notes: notes.length,
      ...concentrationOf(notes),
      claimedSmallShare: claimedShareOfSmall,
      parity: parityOfSmall(judged.map((note) => ({ ...note, small: isSmall(note) }))),
      judgedNotes: judged.length,
      groups: fairnessDimensions.flatMap((dimension) => groupsOf(dimension, judged)),
      bands: followerTiers.flatMap((group) =>
        exposureWithinBands(judged, (note) => followerTierOf(note.followers)).flatMap((line) =>
          line.group === group ? [{ ...line, group }] : [],
        ),
      ),
      promise: countShare(over.filter((note) => note.first_full).length, over.length),
      hoursToFirst100: {
        half: reachedBy(
          over.map((note) => note.hours_to_first),
          0.5,
        ),
        mostly: reachedBy(
          over.map((note) => note.hours_to_first),
          0.9,
        ),
      },
      newNoteCtr: ratio(
        sumOf(notes, (note) => note.first_clicks),
        sumOf(notes, (note) => note.first_impressions),
      ),
    };
  }
}

const isSmall = (note: NoteRecord): boolean => note.followers < smallBelowFollowers;

function concentrationOf(notes: readonly NoteRecord[]) {
  const byCreator = new Map<string, number>();
  for (const { creator_id, impressions } of notes)
    byCreator.set(creator_id, (byCreator.get(creator_id) ?? 0) + impressions);
  const shares = [...byCreator.values()];
  const impressions = sumOf(notes, (note) => note.impressions);
  const small = notes.filter(isSmall);
  return {
    creators: shares.length,
    impressions,
    gini: gini(shares),
    lorenz: lorenzCurve(shares),
    smallShare: ratio(
      sumOf(small, (note) => note.impressions),
      impressions,
    ),
    smallNotesShare: ratio(small.length, notes.length),
  };
}

const groupOf: Record<FairnessDimension, (note: NoteRecord) => string> = {
  followers: (note) => followerTierOf(note.followers),
  category: (note) => note.category,
  cityTier: (note) => note.city_tier,
  gender: (note) => note.gender,
};

/** The groups of one dimension that have notes, in the order of the contract. */
function groupsOf(
  dimension: FairnessDimension,
  notes: readonly (NoteRecord & { score: number })[],
): FairnessView['groups'] {
  const order: readonly string[] = fairnessGroups[dimension];
  return exposureOverMerit(notes, groupOf[dimension])
    .map((group) => ({ dimension, ...group }))
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}

const sumOf = (notes: readonly NoteRecord[], of: (note: NoteRecord) => number): number =>
  notes.reduce((sum, note) => sum + of(note), 0);
