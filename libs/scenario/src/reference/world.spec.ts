import { referenceWorld } from './world';

it('is the world of the published tables, draw by draw', () => {
  const world = referenceWorld(101);
  const [first, last] = [world.notes[0], world.notes.at(-1)];
  expect(first).toMatchObject({
    bornHour: 7,
    topic: 3,
    keywordTopic: 3,
    hook: 1.6457981329747489,
    content: 1.0916165242835845,
    followers: 222.84714327237543,
  });
  expect(first?.quality).toBeCloseTo(3.1395122419012784, 12);
  expect(last).toMatchObject({ hook: 0.9597970962694413, followers: 268.71920339411014 });
  expect(world.believed.slots[5]).toBe(0.3218670607113239);
  expect(world.believed.affinity[11]?.[7]).toBe(0.31951655489233166);
  expect(world.believed.topics[11]).toBe(0.7880433234501478);
  expect(world.notes.reduce((sum, { quality }) => sum + quality, 0)).toBeCloseTo(8864.54125854273, 6);
});

it('changes with its parameters in the same order of draws', () => {
  const world = referenceWorld(7, { days: 7, perDay: 20, kwAcc: 0.5, rho: -0.6 });
  expect(world.notes).toHaveLength(140);
  expect(world.notes.at(-1)).toMatchObject({ hook: 0.5410947940394424, content: 1.3528444782101061 });
  expect(world.notes.at(-1)?.quality).toBeCloseTo(0.4313240212412688, 12);
  expect(world.believed.topics[11]).toBe(1.57880781184853);
  expect(world.capacity[0]).toBeCloseTo((20 * 1_000) / 24, 9);
});

it('names a tenth, a hundredth and four fifths of its notes', () => {
  const { notes } = referenceWorld(3, { days: 10, perDay: 100 });
  expect(notes.filter(({ topDecile }) => topDecile)).toHaveLength(100);
  expect(notes.filter(({ topPercent }) => topPercent)).toHaveLength(10);
  expect(notes.filter(({ smallCreator }) => smallCreator)).toHaveLength(800);
});
