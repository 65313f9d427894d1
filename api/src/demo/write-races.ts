import type { World, WorldRace } from '@poolrise/scenario';
import type { BulkWriter } from './bulk-writer';

/** The races of the history; their boosts and every cent of them are written with the other boosts. */
export async function writeRaces(writer: BulkWriter, { races, notes }: World): Promise<void> {
  await writer.insert('race', races, {
    id: ['uuid', ({ id }) => id],
    workspace_id: ['uuid', ({ workspaceId }) => workspaceId],
    request_key: ['uuid', ({ requestKey }) => requestKey],
    request_hash: ['text', () => 'demo'],
    name: ['text', ({ script }) => script.name],
    goal: ['text', ({ script }) => script.goal],
    budget_cents: ['bigint', ({ script }) => script.budgetCents],
    rounds: ['integer', ({ script }) => script.rounds],
    round_hours: ['integer', ({ script }) => script.roundHours],
    stop_chance: ['double precision', ({ rule }) => rule.stopChance],
    stop_loss: ['double precision', ({ rule }) => rule.stopLoss],
    audience: ['jsonb', () => ({})],
    state: ['text', ({ end }) => (end ? 'ended' : 'running')],
    ended_because: ['text', ({ end }) => end?.because ?? null],
    round: ['integer', ({ rounds }) => rounds.length],
    next_round_at: ['instant', (race) => (race.end ? null : (race.rounds.at(-1)?.endsAt ?? null))],
    leader_note_id: ['uuid', (race) => leaderOf(race)?.noteId ?? null],
    leader_chance: ['double precision', (race) => leaderOf(race)?.chanceBest ?? null],
    created_by: ['uuid', ({ startedBy }) => startedBy],
    created_at: ['instant', ({ startedAt }) => startedAt],
    ended_at: ['instant', ({ end }) => end?.at ?? null],
  });
  const arms = races.flatMap((race) =>
    race.notes.map((note, position) => ({
      race,
      position,
      noteId: notes[note]?.id,
      prior: race.priors[position],
    })),
  );
  await writer.insert('race_arm', arms, {
    race_id: ['uuid', ({ race }) => race.id],
    note_id: ['uuid', ({ noteId }) => noteId],
    workspace_id: ['uuid', ({ race }) => race.workspaceId],
    position: ['integer', ({ position }) => position],
    prior_rate: ['double precision', ({ prior }) => prior?.rate],
    prior_weight: ['double precision', ({ prior }) => prior?.weight],
  });
  const rounds = races.flatMap((race) =>
    race.rounds.map((round, index) => ({ race, round, number: index + 1 })),
  );
  await writer.insert('race_round', rounds, {
    race_id: ['uuid', ({ race }) => race.id],
    number: ['integer', ({ number }) => number],
    workspace_id: ['uuid', ({ race }) => race.workspaceId],
    began_at: ['instant', ({ round }) => round.beganAt],
    ends_at: ['instant', ({ round }) => round.endsAt],
    budget_cents: ['bigint', ({ round }) => round.budgetCents],
    judged_at: ['instant', ({ round }) => (round.verdicts ? round.endsAt : null)],
    verdicts: ['jsonb', ({ round }) => round.verdicts],
  });
  const boosts = rounds.flatMap(({ race, round, number }) =>
    round.boosts.flatMap((boost) => (boost ? [{ race, number, boost }] : [])),
  );
  await writer.insert('race_boost', boosts, {
    race_id: ['uuid', ({ race }) => race.id],
    round: ['integer', ({ number }) => number],
    note_id: ['uuid', ({ boost }) => notes[boost.note]?.id],
    workspace_id: ['uuid', ({ race }) => race.workspaceId],
    boost_id: ['uuid', ({ boost }) => boost.id],
  });
}

/** The best of the last verdict there was. */
function leaderOf({ rounds }: WorldRace) {
  return rounds.findLast(({ verdicts }) => verdicts)?.verdicts?.[0];
}
