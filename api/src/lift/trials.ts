import { campaignLiftTerms, liftTerms, type Trial } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

/** A boost's time, and how long its held-out readers are still kept from its note: $1 now. */
const boostOpen = `holdout is not null and coalesce(ended_at, ends_at) > $1::timestamptz - make_interval(hours => ${liftTerms.windowHours})`;
/** The same of a campaign. Its boosts that are long over say nothing about their notes any more. */
const campaignOpen = `coalesce(held.ended_at, held.ends_at) > $1::timestamptz - make_interval(hours => ${campaignLiftTerms.windowHours})`;

/** $1: now. */
export const openTrialsSql = `
  select note_id as "noteId", id as "trialId", holdout ->> 'salt' as salt, (holdout ->> 'share')::float8 as share,
         state = 'running' and ends_at > $1 as "takesIn"
    from boost
   where ${boostOpen} and state <> 'scheduled' and ends_at > $1::timestamptz - make_interval(hours => ${liftTerms.windowHours})
  union all
  select distinct on (tied.note_id) tied.note_id, held.campaign_id, held.registration ->> 'salt', (held.registration ->> 'share')::float8,
         held.ended_at is null and held.ends_at > $1
    from campaign_holdout held join boost tied on tied.campaign_id = held.campaign_id
   where ${campaignOpen} and held.ends_at > $1::timestamptz - make_interval(hours => ${campaignLiftTerms.windowHours})
     and tied.state <> 'scheduled'
     and coalesce(tied.ended_at, tied.ends_at) > $1::timestamptz - make_interval(hours => ${campaignLiftTerms.windowHours})`;

/**
 * Trials whose held-out readers are to be kept from their notes now, by note: for as long after their end as a reader is
 * followed. A campaign has one trial for all notes that it pays for, those of boosts that were tied to it later too. Read every
 * second, whichever workspace they are of: the caller wears the engine's hat.
 */
export async function openTrials(tx: EntityManager, now = new Date()): Promise<Map<string, Trial>> {
  const rows = await tx.query<(Trial & { noteId: string })[]>(openTrialsSql, [now]);
  return new Map(rows.map(({ noteId, ...trial }) => [noteId, trial]));
}

/**
 * Of some notes those that have another trial in that time. One at a time: the held-out of the first would be shown the note by the
 * second. `except`: the campaign whose own trial is no other.
 */
export async function notesUnderTrial(
  tx: EntityManager,
  noteIds: readonly string[],
  { from, to, except = null }: { from: Date; to: Date; except?: string | null },
): Promise<Set<string>> {
  const rows = await tx.query<{ noteId: string }[]>(
    `select note_id as "noteId" from boost
      where note_id = any($2) and ${boostOpen} and starts_at < $3
     union
     select tied.note_id from boost tied join campaign_holdout held on held.campaign_id = tied.campaign_id
      where tied.note_id = any($2) and ${campaignOpen} and held.registered_at < $3 and held.campaign_id is distinct from $4`,
    [from, noteIds, to, except],
  );
  return new Set(rows.map(({ noteId }) => noteId));
}

/** The end of a campaign is the end of taking readers in, whether it came early or by the clock. */
export const closeCampaignHoldout = (tx: EntityManager, campaignId: string, now: Date): Promise<unknown> =>
  tx.query(
    'update campaign_holdout set ended_at = least($2, ends_at) where campaign_id = $1 and ended_at is null',
    [campaignId, now],
  );

/**
 * Whoever begins a trial or adds a note to one waits for the others of the workspace, so that two never come to the same note.
 * Taken after the wallet and the campaign.
 */
export const lockTrials = (tx: EntityManager, workspaceId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 56))', [workspaceId]);

/** Whether a campaign has a holdout that is not over; a campaign without one answers no. */
export async function hasOpenHoldout(tx: EntityManager, campaignId: string, now: Date): Promise<boolean> {
  const found = await tx.query<unknown[]>(
    `select from campaign_holdout held where campaign_id = $2 and ${campaignOpen}`,
    [now, campaignId],
  );
  return found.length > 0;
}
