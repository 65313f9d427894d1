import type { StartRace } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import type { Db } from '../src/db/db';
import { RaceRounds } from '../src/races/race-rounds';
import { RacesQueries } from '../src/races/races.queries';
import { RacesService } from '../src/races/races.service';
import { aFundedBrand, type Brand, deliver, moneyOn } from './money';
import { aNoteInPool } from './notes';

/** The services of races on a database, wired as the module wires them. */
export function racesOn(db: Db) {
  const { ledger, topUps, notes, boosts } = moneyOn(db);
  const queries = new RacesQueries(db);
  return {
    races: new RacesService(db, ledger, boosts, notes, new RaceRounds(boosts, ledger), queries),
    queries,
    boosts,
    topUps,
  };
}

/** A brand that has paid in, with so many notes that may race. */
export async function aRacingBrand(db: Db, cents: number, notes = 2): Promise<Brand & { noteIds: string[] }> {
  const brand = await aFundedBrand(db, cents);
  const noteIds = [brand.noteId];
  while (noteIds.length < notes)
    noteIds.push((await aNoteInPool(db, { workspaceId: brand.workspaceId })).noteId);
  return { ...brand, noteIds };
}

/** Four rounds of twelve hours for the notes of a brand, 200 yuan each. */
export function aRace(brand: { noteIds: string[] }, ask: Partial<StartRace> = {}): StartRace {
  return {
    name: 'Two covers',
    noteIds: brand.noteIds,
    goal: 'reads',
    budgetCents: 80_000,
    rounds: 4,
    roundHours: 12,
    audience: {},
    stopChance: 0.99,
    stopLoss: 0.001,
    requestKey: randomUUID(),
    ...ask,
  };
}

/** Readers saw a boost so many times and opened its note so often. */
export async function readBoost(db: Db, boostId: string, impressions: number, reads: number): Promise<void> {
  await deliver(db, boostId, impressions);
  await db.asEngine((tx) =>
    tx.query(
      `update boost_hour set clicks = clicks + $2 where boost_id = $1 and hour = (select max(hour) from boost_hour where boost_id = $1)`,
      [boostId, reads],
    ),
  );
}
