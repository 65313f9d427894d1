import { openDatabase } from './own-process';
import { aRace, racesOn, readBoost } from './races';

// A process that starts races, lets them be read, moves them on and stops them as fast as it can, and is killed in the
// middle of it. It says what it is about to ask ("asks KEY") and what was acknowledged ("done KEY RACE").
const { WORKSPACE_ID = '', NOTE_IDS = '' } = process.env;
const { db } = await openDatabase(6);
const { races, boosts, queries } = racesOn(db);
const brand = { noteIds: NOTE_IDS.split(',') };

async function raceForEver(): Promise<never> {
  for (;;) {
    const ask = aRace(brand, { budgetCents: 30_000, rounds: 2 });
    process.stdout.write(`asks ${ask.requestKey}\n`);
    const { id } = await races.start(WORKSPACE_ID, null, ask);
    process.stdout.write(`done ${ask.requestKey} ${id}\n`);
    const { roundsBegun } = await queries.race(WORKSPACE_ID, id);
    for (const { boostId } of roundsBegun[0]?.boosts ?? []) await readBoost(db, boostId, 3_000, 180);
    const later = new Date(Date.now() + 13 * 3_600_000);
    await boosts.settleDue(later);
    await races.moveDue(later);
    if ((await queries.race(WORKSPACE_ID, id)).state !== 'ended') await races.stop(WORKSPACE_ID, null, id);
  }
}

await Promise.all([raceForEver(), raceForEver()]);
