import {
  brightnessOf,
  type Category,
  featuresOf,
  type GuidedMedia,
  type JudgedCase,
  type NoteFeatures,
  type NoteType,
  type PeerNote,
} from '@poolrise/domain';

/** A note as the peers are read from it. */
export interface NoteRow {
  id: string;
  creator_id: string;
  category: Category;
  type: NoteType;
  title: string;
  body: string;
  topics: string[];
  published_at: Date;
  impressions: number;
  reads: number;
  passed: boolean | null;
  decided_at: Date | null;
  media: (Omit<GuidedMedia, 'brightness'> & { color: string })[] | null;
}

/** The cover first; notes that came with a bare colour have none. */
const media = `(select json_agg(json_build_object('kind', m.kind, 'width', m.width, 'height', m.height, 'durationMs', m.duration_ms, 'color', m.color)
    order by held.cover desc, held.place) from note_media held join media m on m.id = held.media_id where held.note_id = note.id) as media`;

/** Not of the first pool: given by the audit, by a person, or much later by search. */
const bySomethingElse = `('AUDIT_PENDING', 'AUDIT_LIMITED', 'AUDIT_REJECTED', 'FOUND_BY_SEARCH', 'MANUAL_STOP')`;

/** Notes whose first pool is over, each with its natural traffic there and the verdict; `which` chooses them and their number. */
export const notesWithFirstPool = (which: string): string => `
  select note.id, note.creator_id, note.category, note.type, note.title, note.body, note.topics, note.published_at,
         run.impressions, run.clicks as reads, verdict.passed, verdict.decided_at, ${media}
    from note join pool_run run on run.note_id = note.id and run.level = 0 and run.closed_at is not null
    left join lateral (
      select outcome = 'pass' as passed, decided_at from pool_decision
       where note_id = note.id and level = 0 and reason not in ${bySomethingElse} order by decided_at limit 1
    ) verdict on true
   where note.audit_state = 'passed' and ${which}`;

export const featuresOfRow = ({
  media: held,
  ...note
}: Pick<NoteRow, 'title' | 'body' | 'topics' | 'type' | 'media'>): NoteFeatures =>
  featuresOf({
    ...note,
    media: held?.map(({ color, ...one }) => ({ ...one, brightness: brightnessOf(color) })) ?? null,
  });

export const peerOf = (row: NoteRow): PeerNote => ({
  creatorId: row.creator_id,
  type: row.type,
  impressions: row.impressions,
  reads: row.reads,
  publishedAt: row.published_at.getTime(),
  features: featuresOfRow(row),
});

/** Empty where there is no verdict of the first pool. */
export const caseOf = (row: NoteRow): JudgedCase[] =>
  row.passed === null
    ? []
    : [
        {
          creatorId: row.creator_id,
          category: row.category,
          type: row.type,
          features: featuresOfRow(row),
          passed: row.passed,
        },
      ];
