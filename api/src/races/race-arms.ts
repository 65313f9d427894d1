import type { AuditState, Category, RaceArm, RaceRates, RaceRegret } from '@poolrise/domain';
import { type ArmVerdict, drawRates, isBoostable, judgeRace, raceChance, raceRegret } from '@poolrise/domain';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { coverJson, type MediaRecord } from '../media/media-links';

/** A note of a race with what its boosts in the race counted and cost. */
export interface ArmRecord {
  note_id: string;
  title: string;
  cover_hue: number;
  cover: MediaRecord | null;
  category: Category;
  audit_state: AuditState;
  prior_rate: number;
  prior_weight: number;
  impressions: number;
  goals: number;
  spent_cents: number;
  given_cents: number;
  /** what running boosts hold and ended ones spent */
  held_cents: number;
}

/** The answers of an hour that the goal of race `r` is about. */
export const goalsOfHour = `case r.goal when 'reads' then h.clicks when 'likes-collects' then h.likes + h.collects else h.follows end`;

/** The notes of race `r` in the order they were named. Sums are doubles, exact far beyond any budget, so that JSON takes them. */
export const armsOfRace = `
  select a.note_id, a.position, n.title, n.cover_hue, ${coverJson('n.id')} as cover, n.category, n.audit_state, a.prior_rate, a.prior_weight,
         coalesce(counted.impressions, 0)::int as impressions, coalesce(counted.goals, 0)::int as goals,
         coalesce(paid.spent, 0)::float8 as spent_cents, coalesce(paid.given, 0)::float8 as given_cents,
         coalesce(paid.held, 0)::float8 as held_cents
    from race_arm a
    join note n on n.id = a.note_id
    left join lateral (
      select sum(h.impressions) as impressions, sum(${goalsOfHour}) as goals
        from race_boost u join boost_hour h on h.boost_id = u.boost_id
       where u.race_id = a.race_id and u.note_id = a.note_id) counted on true
    left join lateral (
      select sum(b.spent_cents) as spent, sum(b.budget_cents) as given,
             sum(case when b.ended_at is null then b.budget_cents else b.spent_cents end) as held
        from race_boost u join boost b on b.id = u.boost_id
       where u.race_id = a.race_id and u.note_id = a.note_id) paid on true
   where a.race_id = r.id`;

export const readArms = (tx: EntityManager, raceId: string): Promise<ArmRecord[]> =>
  tx.query<ArmRecord[]>(
    `select arm.* from race r, lateral (${armsOfRace}) arm where r.id = $1 order by arm.position`,
    [raceId],
  );

export const armBoostable = (arm: ArmRecord): boolean =>
  isBoostable({
    noteId: arm.note_id,
    category: arm.category,
    auditState: arm.audit_state,
    visible: true,
  });

/** Notes that may still be boosted, judged by their counts; the best first. */
export interface Judgement {
  verdicts: ArmVerdict[];
  regret: RaceRegret | null;
}

/**
 * Judges a race by what was counted: the page and the worker come to the same verdict from the same counts.
 */
export function judgeArms(raceId: string, records: readonly ArmRecord[]): Judgement {
  const arms = records.filter(armBoostable).map((record): RaceArm => ({
    noteId: record.note_id,
    impressions: record.impressions,
    goals: record.goals,
    prior: { rate: record.prior_rate, weight: record.prior_weight },
  }));
  if (arms.length === 0) return { verdicts: [], regret: null };
  const rates: RaceRates = drawRates(arms, raceChance(raceId));
  const counted = arms.some(({ impressions }) => impressions > 0);
  return { verdicts: judgeRace(rates), regret: counted ? raceRegret(arms, rates) : null };
}

/** What is neither spent nor held by a running boost. */
export const leftOf = (budgetCents: number, arms: readonly ArmRecord[]): number =>
  budgetCents - arms.reduce((sum, arm) => sum + arm.held_cents, 0);

/** The one request key of a boost of this race: whoever repeats a step launches nothing twice. */
export function boostKey(raceId: string, step: number | 'keep', noteId: string): string {
  const hex = createHash('sha256').update(`${raceId} ${step} ${noteId}`).digest('hex');
  // The form of a version 8 UUID: ours to define (RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
