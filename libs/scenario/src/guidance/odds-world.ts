import {
  categories,
  featuresOf,
  firstPoolOdds,
  fitOdds,
  type JudgedCase,
  noteTypes,
  type OddsCase,
  oddsRecord,
  type OddsRecord,
} from '@poolrise/domain';
import { RandomStream } from '../random';

/** A world in which every note's chance is known: by category, type, creator and what is written, and by nothing else. */
export interface OddsWorld {
  notes: number;
  creators: number;
  /** standard deviations of log odds */
  categorySpread: number;
  creatorSpread: number;
  featureEffect: number;
}

export const plainWorld: OddsWorld = {
  notes: 3_000,
  creators: 400,
  categorySpread: 0.4,
  creatorSpread: 0.6,
  featureEffect: 0.3,
};

export interface MeasuredOdds {
  /** share of the notes whose true chance lay within the 80 % interval */
  coverage: number;
  record: OddsRecord;
  /** mean width of the intervals */
  width: number;
  predictions: number;
  /** milliseconds for one set of odds, the fit apart, and for one fit */
  oddsMs: number;
  fitMs: number;
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
/** The last part of the notes is predicted, each from what was judged before it; models are made anew as often as this. */
const predictedShare = 0.4;
const refits = 6;

/** Lives through one world in the order of its notes, and holds what was told against the truth. */
export function measureOdds(world: OddsWorld, seed: string): MeasuredOdds {
  const notes = notesOf(world, new RandomStream(seed, 'odds'));
  const first = Math.floor(notes.length * (1 - predictedShare));
  const every = Math.ceil((notes.length - first) / refits);
  const told = [];
  let [inside, width, oddsMs, fitMs] = [0, 0, 0, 0];
  for (let from = first; from < notes.length; from += every) {
    const before = notes.slice(0, from);
    const fitBegan = performance.now();
    const model = fitOdds(before.map(({ judged }) => judged));
    fitMs += performance.now() - fitBegan;
    if (!model) throw new Error('too few notes for odds');
    const byCreator = new Map<string, JudgedCase[]>();
    for (const { judged } of before)
      byCreator.set(judged.creatorId, [...(byCreator.get(judged.creatorId) ?? []), judged]);
    for (const { judged, chance } of notes.slice(from, from + every)) {
      const began = performance.now();
      const odds = firstPoolOdds(model, judged, byCreator.get(judged.creatorId) ?? []);
      oddsMs += performance.now() - began;
      if (odds.low <= chance && chance <= odds.high) inside++;
      width += odds.high - odds.low;
      told.push({ ...odds, passed: judged.passed });
    }
  }
  return {
    coverage: inside / told.length,
    record: oddsRecord(told),
    width: width / told.length,
    predictions: told.length,
    oddsMs: oddsMs / told.length,
    fitMs: fitMs / refits,
  };
}

function notesOf(world: OddsWorld, random: RandomStream): { judged: JudgedCase; chance: number }[] {
  const ofCategory = new Map(
    categories.map((category) => [category, world.categorySpread * random.normal()]),
  );
  const creators = Array.from({ length: world.creators }, (_, at) => ({
    id: `creator ${at}`,
    category: random.pick(categories),
    effect: world.creatorSpread * random.normal(),
  }));
  return Array.from({ length: world.notes }, () => {
    const creator = random.pick(creators);
    const one: OddsCase = {
      category: creator.category,
      type: random.pick(noteTypes),
      features: featuresOf({
        title: random.pick(['三步学会', '我的怎么选？', '周末出门去山里走走看看风景吧好', '慢慢来']),
        body: '字'.repeat(random.pick([40, 300])),
        topics: Array<string>(random.pick([1, 4])).fill('话题'),
        type: 'image',
        media: null,
      }),
    };
    const log =
      -0.2 +
      (ofCategory.get(one.category) ?? 0) +
      (one.type === 'video' ? 0.4 : 0) +
      (one.features['title-question'] ? world.featureEffect : 0) -
      (one.features['body-long'] ? world.featureEffect / 2 : 0) +
      creator.effect;
    const chance = logistic(log);
    return { judged: { ...one, creatorId: creator.id, passed: random.next() < chance }, chance };
  });
}
