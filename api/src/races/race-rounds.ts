import { Injectable } from '@nestjs/common';
import type { RaceEnd } from '@poolrise/contracts';
import {
  type ArmShare,
  boostTerms,
  dayInShanghai,
  decideRace,
  missingForRound,
  rebateRuleOn,
  roundBudget,
  shareRound,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { BoostsService } from '../boosts/boosts.service';
import { LedgerService } from '../ledger/ledger.service';
import { announce } from '../live/announce';
import {
  armBoostable,
  type ArmRecord,
  boostKey,
  judgeArms,
  type Judgement,
  leftOf,
  readArms,
} from './race-arms';
import { lackingRights } from './race-rights';
import { Race } from './race.entity';

/** A boost is settled seconds after its end; how long to wait for one that is not, and for money, in milliseconds. */
const waitForSettlementMs = 10_000;
const waitForMoneyMs = 60_000;
const hourMs = 3_600_000;

/**
 * The rounds of one race, whose wallet and row the caller has locked. A step writes the race, its boosts and their money in
 * that one transaction: a round begins whole or not at all.
 */
@Injectable()
export class RaceRounds {
  constructor(
    private readonly boosts: BoostsService,
    private readonly ledger: LedgerService,
  ) {}

  /** Judges the round that is over and begins the next one, waits for money, or ends the race. */
  async advance(tx: EntityManager, race: Race, now: Date): Promise<void> {
    if ((await openBoosts(tx, race.id)).length > 0) {
      await tx.update(Race, { id: race.id }, { nextRoundAt: new Date(now.getTime() + waitForSettlementMs) });
      return;
    }
    const arms = await readArms(tx, race.id);
    const judgement = race.round > 0 ? await this.judge(tx, race, arms, now) : null;
    const running = await this.mayRun(tx, race, arms, now);
    const end = judgement && endOf(race, judgement, running.length);
    if (end) return this.end(tx, race, end, now);

    const roundCents = roundBudget({
      leftCents: leftOf(race.budgetCents, arms),
      roundsLeft: race.rounds - race.round,
    });
    if (roundCents < boostTerms.minBudgetCents) return this.end(tx, race, 'rounds-over', now);
    // Before anything is counted all are as good as each other.
    const equal = running.map(({ note_id: noteId }) => ({ noteId, chanceBest: 1 / running.length }));
    const chances = judgement?.verdicts ?? equal;
    const shares = shareRound(
      roundCents,
      chances.filter(({ noteId }) => running.some((arm) => arm.note_id === noteId)),
    ).filter(({ cents }) => cents > 0);
    const missingCents = missingForRound(
      shares.map(({ cents }) => cents),
      await this.ledger.funds(tx, race.workspaceId),
      rebateRuleOn(dayInShanghai(now)),
    );
    if (missingCents > 0) return this.wait(tx, race, missingCents, now);
    await this.begin(tx, race, roundCents, shares, now);
  }

  /** Stops what runs, so that the rest of its money comes back, and ends the race as it stands. */
  async stop(tx: EntityManager, race: Race, personId: string | null, now: Date): Promise<void> {
    for (const boostId of await openBoosts(tx, race.id))
      await this.boosts.stop(race.workspaceId, personId, boostId, now, tx);
    await this.judge(tx, race, await readArms(tx, race.id), now);
    await this.end(tx, race, 'stopped', now);
  }

  /** Notes that the audit lets run, and whose rights reach to the end of the next round. */
  private async mayRun(
    tx: EntityManager,
    race: Race,
    arms: readonly ArmRecord[],
    now: Date,
  ): Promise<ArmRecord[]> {
    const until = new Date(now.getTime() + race.roundHours * hourMs);
    const running: ArmRecord[] = [];
    for (const arm of arms.filter(armBoostable))
      if (!(await lackingRights(tx, race.workspaceId, arm.note_id, until))) running.push(arm);
    return running;
  }

  private async judge(
    tx: EntityManager,
    race: Race,
    arms: readonly ArmRecord[],
    now: Date,
  ): Promise<Judgement> {
    const judgement = judgeArms(race.id, arms);
    await tx.query('update race_round set judged_at = $3, verdicts = $4 where race_id = $1 and number = $2', [
      race.id,
      race.round,
      now,
      JSON.stringify(judgement.verdicts),
    ]);
    const [leader] = judgement.verdicts;
    await tx.update(
      Race,
      { id: race.id },
      { leaderNoteId: leader?.noteId ?? null, leaderChance: leader?.chanceBest ?? null },
    );
    return judgement;
  }

  private async begin(
    tx: EntityManager,
    race: Race,
    roundCents: number,
    shares: readonly ArmShare[],
    now: Date,
  ): Promise<void> {
    const round = race.round + 1;
    const endsAt = new Date(now.getTime() + race.roundHours * hourMs);
    await tx.query(
      `insert into race_round (race_id, number, workspace_id, began_at, ends_at, budget_cents) values ($1, $2, $3, $4, $5, $6)`,
      [race.id, round, race.workspaceId, now, endsAt, roundCents],
    );
    for (const { noteId, cents } of shares) {
      const boost = await this.boosts.launch(
        race.workspaceId,
        race.createdBy,
        {
          noteId,
          goal: race.goal,
          budgetCents: cents,
          durationHours: race.roundHours,
          audience: race.audience,
          voucherIds: [],
          requestKey: boostKey(race.id, round, noteId),
        },
        now,
        tx,
      );
      await tx.query(
        'insert into race_boost (race_id, round, note_id, workspace_id, boost_id) values ($1, $2, $3, $4, $5)',
        [race.id, round, noteId, race.workspaceId, boost.id],
      );
    }
    await tx.update(
      Race,
      { id: race.id },
      { round, state: 'running', nextRoundAt: endsAt, waitingSince: null, missingCents: null },
    );
    await announce(tx, race.workspaceId, 'races');
  }

  private async wait(tx: EntityManager, race: Race, missingCents: number, now: Date): Promise<void> {
    await tx.update(
      Race,
      { id: race.id },
      {
        state: 'waiting',
        waitingSince: race.waitingSince ?? now,
        missingCents,
        nextRoundAt: new Date(now.getTime() + waitForMoneyMs),
      },
    );
    // Looked at once a minute; only what is new is told.
    if (race.missingCents !== missingCents) await announce(tx, race.workspaceId, 'races', 'notices');
  }

  private async end(tx: EntityManager, race: Race, endedBecause: RaceEnd, now: Date): Promise<void> {
    await tx.update(
      Race,
      { id: race.id },
      {
        state: 'ended',
        endedBecause,
        endedAt: now,
        nextRoundAt: null,
        waitingSince: null,
        missingCents: null,
      },
    );
    await announce(tx, race.workspaceId, 'races', 'notices');
  }
}

function endOf(race: Race, { verdicts }: Judgement, running: number): RaceEnd | null {
  if (running < 2) return running === 1 ? 'one-left' : 'none-left';
  return decideRace(verdicts, race) ?? (race.round === race.rounds ? 'rounds-over' : null);
}

async function openBoosts(tx: EntityManager, raceId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select b.id from race_boost u join boost b on b.id = u.boost_id
      where u.race_id = $1 and b.ended_at is null order by b.id`,
    [raceId],
  );
  return rows.map(({ id }) => id);
}
