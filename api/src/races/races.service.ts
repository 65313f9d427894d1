import { Injectable } from '@nestjs/common';
import type { PreviewRace, RacePreview, RaceView, StartRace } from '@poolrise/contracts';
import {
  boostTerms,
  checkRace,
  dayInShanghai,
  impressionsFor,
  missingForRound,
  payableFrom,
  raceBudgetBounds,
  racePrior,
  rebateRuleOn,
  roundBudget,
  shareRound,
  type WalletFunds,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { BoostsService } from '../boosts/boosts.service';
import { Db } from '../db/db';
import { problemCatalogue } from '../http/problem-catalogue';
import { Refused } from '../http/refused';
import { HandlesJob } from '../jobs/handles-job';
import { LedgerService } from '../ledger/ledger.service';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { announce } from '../live/announce';
import { NotesService } from '../notes/notes.service';
import { boostKey } from './race-arms';
import { RaceRounds } from './race-rounds';
import { lackingRights } from './race-rights';
import { Race } from './race.entity';
import { RacesQueries } from './races.queries';

/** Races of one round of work; what is left is due at the next sweep, a few seconds later. */
const batch = 200;
const hourMs = 3_600_000;

type RacingNote = Pick<Awaited<ReturnType<NotesService['find']>>, 'id' | 'category' | 'auditState'>;

/** Starting, moving on, stopping and keeping races. The order of locks: wallet, race, boosts. */
@Injectable()
export class RacesService {
  constructor(
    private readonly db: Db,
    private readonly ledger: LedgerService,
    private readonly boosts: BoostsService,
    private readonly notes: NotesService,
    private readonly rounds: RaceRounds,
    private readonly queries: RacesQueries,
  ) {}

  /** What a race would spend, and whether it could start. Asks the same as the start and changes nothing. */
  preview(workspaceId: string, ask: PreviewRace, now = new Date()): Promise<RacePreview> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const notes = await this.notesOf(tx, ask.noteIds);
      const funds = await this.ledger.funds(tx, workspaceId);
      const refused = refusalOf(ask, notes, funds, now) ?? (await withoutRights(tx, workspaceId, ask, now));
      const roundCents = roundBudget({ leftCents: ask.budgetCents, roundsLeft: ask.rounds });
      const perNoteCents = Math.floor(roundCents / ask.noteIds.length);
      return {
        asOf: now.toISOString(),
        refusal: refused && {
          code: refused.code,
          remedy: problemCatalogue[refused.code].remedy,
          field: refused.about.field ?? '',
          figures: refused.about.figures ?? {},
        },
        ...raceBudgetBounds(ask.noteIds.length, ask.rounds),
        roundCents,
        perNoteCents,
        perNoteImpressions: impressionsFor(perNoteCents, boostTerms.centsPerThousand),
        payableCents: payableFrom(funds, rebateRuleOn(dayInShanghai(now))),
        missingCents: refused?.about.figures?.['missingCents'] ?? 0,
        endsAtLatest: new Date(now.getTime() + ask.rounds * ask.roundHours * hourMs).toISOString(),
      };
    });
  }

  /**
   * Starts a race and its first round, or returns the one already started under the same request key.
   * @throws Refused when a note may not race, the budget does not fit, or the wallet does not cover the first round
   */
  start(
    workspaceId: string,
    personId: string | null,
    ask: StartRace,
    now = new Date(),
    within?: EntityManager,
  ): Promise<RaceView> {
    const { requestKey, noteIds, ...agreed } = ask;
    const requestHash = requestFingerprint({ noteIds, ...agreed });
    const start = async (tx: EntityManager): Promise<RaceView> => {
      await this.ledger.lockWallet(tx, workspaceId);
      const earlier = await tx.findOneBy(Race, { workspaceId, requestKey });
      if (earlier && earlier.requestHash !== requestHash)
        throw new Refused('request-key-reused', { field: '/requestKey' });
      if (earlier) return this.queries.view(tx, earlier.id, now);

      const notes = await this.notesOf(tx, noteIds);
      const refused = refusalOf(ask, notes, await this.ledger.funds(tx, workspaceId), now);
      const barred = refused ?? (await withoutRights(tx, workspaceId, ask, now));
      if (barred) throw barred;
      const race = await tx.save(
        tx.create(Race, {
          ...agreed,
          workspaceId,
          requestKey,
          requestHash,
          state: 'running',
          round: 0,
          nextRoundAt: now,
          createdBy: personId,
          createdAt: now,
        }),
      );
      for (const [position, note] of notes.entries()) {
        const { rate, weight } = racePrior(note.category, ask.goal);
        await tx.query(
          `insert into race_arm (race_id, note_id, workspace_id, position, prior_rate, prior_weight) values ($1, $2, $3, $4, $5, $6)`,
          [race.id, note.id, workspaceId, position, rate, weight],
        );
      }
      const detail = { budgetCents: ask.budgetCents };
      await audit(tx, { workspaceId, personId, action: 'race.started', subjectId: race.id, detail });
      await this.rounds.advance(tx, race, now);
      return this.queries.view(tx, race.id, now);
    };
    return within ? start(within) : this.db.inWorkspace(workspaceId, start);
  }

  /**
   * Stops a race with its boosts. Stopping twice returns it as the first stop left it.
   * @throws Refused race-already-ended when it came to its own end before
   */
  stop(workspaceId: string, personId: string | null, raceId: string, now = new Date()): Promise<RaceView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await this.ledger.lockWallet(tx, workspaceId);
      const race = await locked(tx, raceId);
      if (!race) throw new Refused('not-found', { field: 'path.raceId' });
      if (race.state !== 'ended') {
        await this.rounds.stop(tx, race, personId, now);
        await audit(tx, { workspaceId, personId, action: 'race.stopped', subjectId: raceId });
      } else if (race.endedBecause !== 'stopped') throw new Refused('race-already-ended');
      return this.queries.view(tx, raceId, now);
    });
  }

  /** Boosts the winner of an ended race with what is left. Keeping twice returns the race as the first left it. */
  keep(
    workspaceId: string,
    personId: string | null,
    raceId: string,
    now = new Date(),
    within?: EntityManager,
  ): Promise<RaceView> {
    const keep = async (tx: EntityManager): Promise<RaceView> => {
      await this.ledger.lockWallet(tx, workspaceId);
      const race = await locked(tx, raceId);
      if (!race) throw new Refused('not-found', { field: 'path.raceId' });
      const before = await this.queries.view(tx, raceId, now);
      if (race.keptBoostId) return before;
      if (race.state !== 'ended') throw new Refused('race-still-running');
      if (!before.keepable) throw new Refused('race-nothing-left');
      const { goal, audience } = race;
      const requestKey = boostKey(raceId, 'keep', before.keepable.noteId);
      const boost = await this.boosts.launch(
        workspaceId,
        personId,
        { ...before.keepable, goal, audience, voucherIds: [], requestKey },
        now,
        tx,
      );
      await tx.update(Race, { id: raceId }, { keptBoostId: boost.id });
      await audit(tx, { workspaceId, personId, action: 'race.kept', subjectId: raceId });
      await announce(tx, workspaceId, 'races');
      return this.queries.view(tx, raceId, now);
    };
    return within ? keep(within) : this.db.inWorkspace(workspaceId, keep);
  }

  /**
   * Moves on what is due, one race a transaction. Returns how many it looked at.
   * @throws AggregateError after the others were moved on, when some could not be
   */
  @HandlesJob('race-rounds')
  async moveDue(now = new Date()): Promise<number> {
    const due = await this.db.asEngine((tx) =>
      tx.query<{ id: string; workspace_id: string }[]>(
        'select id, workspace_id from race where next_round_at <= $1 order by next_round_at limit $2',
        [now, batch],
      ),
    );
    const failures: unknown[] = [];
    for (const { id, workspace_id: workspaceId } of due)
      await this.move(workspaceId, id, now).catch((error: unknown) => failures.push(error));
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} races could not be moved on`);
    return due.length;
  }

  /** The notes in the order asked for. @throws Refused not-found naming the first that is not there */
  private async notesOf(tx: EntityManager, noteIds: readonly string[]): Promise<RacingNote[]> {
    const notes: RacingNote[] = [];
    for (const [index, id] of noteIds.entries()) {
      const note = await this.notes.find(tx, id).catch((error: unknown) => {
        throw error instanceof Refused ? new Refused(error.code, { field: `/noteIds/${index}` }) : error;
      });
      notes.push(note);
    }
    return notes;
  }

  private move(workspaceId: string, raceId: string, now: Date): Promise<void> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await this.ledger.lockWallet(tx, workspaceId);
      const race = await locked(tx, raceId);
      // Another worker, or a stop, may have been here between the look and the lock.
      if (race?.nextRoundAt && race.nextRoundAt <= now) await this.rounds.advance(tx, race, now);
    });
  }
}

const locked = (tx: EntityManager, id: string): Promise<Race | null> =>
  tx.findOne(Race, { where: { id }, lock: { mode: 'pessimistic_write' } });

/** The first note whose rights do not reach to the end of the first round. */
async function withoutRights(
  tx: EntityManager,
  workspaceId: string,
  { noteIds, roundHours }: PreviewRace,
  now: Date,
): Promise<Refused | null> {
  const until = new Date(now.getTime() + roundHours * hourMs);
  for (const [index, noteId] of noteIds.entries()) {
    const refused = await lackingRights(tx, workspaceId, noteId, until);
    if (refused) return new Refused(refused.code, { ...refused.about, field: `/noteIds/${index}` });
  }
  return null;
}

/** Why a race cannot start, with the field of the form and the figures that it is about. */
function refusalOf(
  ask: PreviewRace,
  notes: readonly RacingNote[],
  funds: WalletFunds,
  now: Date,
): Refused | null {
  const checked = checkRace({
    ...ask,
    notes: notes.map(({ id, category, auditState }) => ({ noteId: id, category, auditState, visible: true })),
  });
  if (!('code' in checked)) {
    const equal = ask.noteIds.map((noteId) => ({ noteId, chanceBest: 1 / ask.noteIds.length }));
    const shares = shareRound(checked.roundCents, equal).map(({ cents }) => cents);
    const missingCents = missingForRound(shares, funds, rebateRuleOn(dayInShanghai(now)));
    return missingCents > 0
      ? new Refused('wallet-too-low', { field: '/budgetCents', figures: { missingCents } })
      : null;
  }
  const { code, ...about } = checked;
  if ('noteIndex' in about) return new Refused(code, { field: `/noteIds/${about.noteIndex}` });
  return new Refused(code, { field: '/budgetCents', figures: about });
}
