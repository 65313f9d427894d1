import type { RaceArmView, RaceRoundView, RaceRow, RaceView } from '@poolrise/contracts';
import { type ArmVerdict, boostTerms } from '@poolrise/domain';
import type { MediaLinks, MediaRecord } from '../media/media-links';
import { armBoostable, type ArmRecord, judgeArms, leftOf } from './race-arms';

/** A line of the list as the database gives it. */
export interface RaceRecord {
  id: string;
  name: string;
  goal: RaceRow['goal'];
  state: RaceRow['state'];
  ended_because: RaceRow['endedBecause'];
  notes: (Omit<RaceRow['notes'][number], 'coverUrl'> & { cover: MediaRecord | null })[];
  budget_cents: number;
  spent_cents: number;
  rounds: number;
  round: number;
  next_round_at: Date | null;
  leader_note_id: string | null;
  leader_chance: number | null;
  created_at: Date;
  ended_at: Date | null;
  created_key: string;
}

export interface RaceDetail extends RaceRecord {
  started_by: string | null;
  audience: RaceView['audience'];
  round_hours: number;
  stop_chance: number;
  stop_loss: number;
  waiting_since: Date | null;
  missing_cents: number | null;
  kept_boost_id: string | null;
  kept_cents: number | null;
  arms: ArmRecord[];
  rounds_begun: (Omit<RaceRoundView, 'boosts' | 'chances'> & {
    boosts: RaceRoundView['boosts'] | null;
    verdicts: ArmVerdict[] | null;
  })[];
}

export function raceRow(row: RaceRecord, links: MediaLinks): RaceRow {
  return {
    id: row.id,
    name: row.name,
    goal: row.goal,
    state: row.state,
    endedBecause: row.ended_because,
    notes: row.notes.map(({ cover, ...note }) => ({ ...note, coverUrl: links.thumb(cover) })),
    budgetCents: row.budget_cents,
    spentCents: row.spent_cents,
    rounds: row.rounds,
    round: row.round,
    nextRoundAt: row.next_round_at?.toISOString() ?? null,
    leader:
      row.leader_note_id === null ? null : { noteId: row.leader_note_id, chanceBest: row.leader_chance ?? 0 },
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

export function raceView(detail: RaceDetail, links: MediaLinks, now: Date): RaceView {
  const { verdicts, regret } = judgeArms(detail.id, detail.arms);
  const leftCents = leftOf(detail.budget_cents, detail.arms) - (detail.kept_cents ?? 0);
  return {
    ...raceRow(detail, links),
    asOf: now.toISOString(),
    startedBy: detail.started_by ?? '',
    audience: detail.audience,
    roundHours: detail.round_hours,
    stopChance: detail.stop_chance,
    stopLoss: detail.stop_loss,
    leftCents,
    waiting: detail.waiting_since && {
      since: detail.waiting_since.toISOString(),
      missingCents: detail.missing_cents ?? 0,
    },
    arms: detail.arms.map((arm) => armView(arm, verdicts, links)),
    roundsBegun: detail.rounds_begun.map(({ verdicts: judged, boosts, ...round }) => ({
      ...round,
      boosts: boosts ?? [],
      chances: judged && judged.map(({ noteId, chanceBest }) => ({ noteId, chanceBest })),
    })),
    regret,
    keptBoostId: detail.kept_boost_id,
    keepable: keepable(detail, leftCents),
  };
}

function armView(arm: ArmRecord, verdicts: readonly ArmVerdict[], links: MediaLinks): RaceArmView {
  const verdict = verdicts.find(({ noteId }) => noteId === arm.note_id);
  return {
    noteId: arm.note_id,
    title: arm.title,
    coverHue: arm.cover_hue,
    coverUrl: links.thumb(arm.cover),
    impressions: arm.impressions,
    goals: arm.goals,
    spentCents: arm.spent_cents,
    givenCents: arm.given_cents,
    boostable: armBoostable(arm),
    verdict: verdict
      ? { rate: verdict.rate, chanceBest: verdict.chanceBest, expectedLoss: verdict.expectedLoss }
      : null,
  };
}

/** What is left goes to the winner for as long as the rounds that were not run would have taken. */
function keepable(detail: RaceDetail, leftCents: number): RaceView['keepable'] {
  const noteId = detail.leader_note_id;
  const winner = detail.arms.find((arm) => arm.note_id === noteId);
  if (detail.state !== 'ended' || detail.kept_boost_id || !noteId || !winner || !armBoostable(winner))
    return null;
  const budgetCents = Math.min(leftCents, boostTerms.maxBudgetCents);
  if (budgetCents < boostTerms.minBudgetCents) return null;
  const openHours = (detail.rounds - detail.round) * detail.round_hours;
  const durationHours = Math.max(
    boostTerms.minDurationHours,
    Math.min(openHours, boostTerms.maxDurationHours),
  );
  return { noteId, budgetCents, durationHours };
}
