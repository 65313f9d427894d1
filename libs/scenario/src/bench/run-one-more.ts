import {
  averageOf,
  figuresOf,
  type History,
  lifeIn,
  livesOf,
  minus,
  noCounts,
  OwnStream,
  type PaidRail,
  plainPaidRail,
  platformStated,
  runSimulation,
  simulationOf,
  sumOf,
  type Treatment,
  worldOfHistory,
} from '@poolrise/domain';

export interface OneMoreBench {
  notes: number;
  worlds: number;
}

export const usualOneMore: OneMoreBench = { notes: 600, worlds: 200 };

const hours = 120;
const fromHour = 72;
const boosted = 'note-0';
/** Impressions of the feed for each note and hour, and of the boost in each of its hours. */
const perNote = 10;
const paidPerHour = 200;
const paid: PaidRail = { ...plainPaidRail, click: 0.25, content: 0.5, ages: false, mostOfHour: 0.08 };

/**
 * Plays each world without and with a boost, and asks how much the change in the brand's reads varies from world to world
 * where both sides share their chance, and where the second has one of its own.
 */
export function runOneMore({ notes, worlds }: OneMoreBench, clock: () => number) {
  const history = aHistory(notes);
  const boosts = Array.from({ length: 24 }, (_, at) => ({
    noteId: boosted,
    hour: fromHour + at,
    impressions: paidPerHour,
  }));
  const readsIn = (seed: number, treatment: Treatment) => {
    const world = { ...worldOfHistory(history, seed), paid };
    const run = runSimulation(
      simulationOf({ noteId: boosted }, { policy: platformStated, treatment }, world, seed),
    );
    return figuresOf(lifeIn(livesOf(run), boosted));
  };
  const begun = clock();
  const pairs = Array.from({ length: worlds }, (_, seed) => ({
    without: readsIn(seed, {}),
    with: readsIn(seed, { boosts }),
  }));
  const seconds = (clock() - begun) / 1_000;
  const shared = pairs.map((pair) => minus(pair.with, pair.without).reads);
  const apart = pairs.map(
    (pair, at) => minus(pair.with, (pairs[(at + 1) % worlds] as (typeof pairs)[number]).without).reads,
  );
  return {
    seconds,
    runs: 2 * worlds,
    variance: { shared: varianceOf(shared), apart: varianceOf(apart) },
  };
}

function varianceOf(values: readonly number[]): number {
  const mean = averageOf(values);
  return sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
}

/** Three days of notes in two categories, each shown three hundred times. */
function aHistory(notes: number): History {
  return {
    capacity: Array.from({ length: hours }, () => perNote * notes),
    readers: 50_000,
    policy: platformStated,
    notes: Array.from({ length: notes }, (_, at) => {
      const chance = new OwnStream(3, `bench ${at}`);
      const clicks = Math.round(300 * 0.09 * Math.exp(0.4 * chance.normal()));
      return {
        id: `note-${at}`,
        bornHour: Math.floor(fromHour * chance.next()),
        category: at % 2 ? 'travel' : 'food',
        followers: 300,
        level: 1,
        counts: {
          ...noCounts(),
          impressions: 300,
          clicks,
          likes: Math.round(clicks / 20),
          collects: Math.round(clicks / 25),
        },
        exposure: 300,
      };
    }),
  };
}
