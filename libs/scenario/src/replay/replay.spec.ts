import type { EngagementEvent, Slot } from '@poolrise/contracts';
import { StandInProduct, type Asked, type StandInAnswer } from '../../test/stand-in-product';
import { ReaderApplication } from '../reader-application';
import { runEngine } from './engine-run';
import { outcomeOf, summaryOf } from './outcome';
import { plainRule } from './plain-rule';
import type { Experiment, Headline } from './read-experiments';
import { Recording } from './recording';
import { reportOf } from './report';

const aTest = (testId: string, ...rates: [impressions: number, clicks: number][]): Experiment => ({
  testId,
  week: '201446',
  headlines: rates.map(([impressions, clicks], index): Headline => ({
    testId,
    package: String(index),
    impressions,
    clicks,
  })),
});

describe('recorded readers', () => {
  const [headline] = aTest('a', [1_000, 37]).headlines as [Headline];
  const all = (seed: string) => {
    const recording = new Recording(seed, headline);
    return Array.from({ length: 1_001 }, () => recording.next());
  };

  it('come once each, with exactly the recorded clicks, and then no more', () => {
    const drawn = all('seed');
    expect(drawn.filter((clicked) => clicked === true)).toHaveLength(37);
    expect(drawn.filter((clicked) => clicked === false)).toHaveLength(963);
    expect(drawn.at(-1)).toBeNull();
  });

  it('come in the same order under the same seed', () => {
    expect(all('seed')).toEqual(all('seed'));
    expect(all('seed')).not.toEqual(all('other'));
  });
});

describe('the plain rule', () => {
  const clear = aTest('a', [5_000, 50], [5_000, 1_500], [5_000, 60]);

  it('widens what is above the mean of its test, and leaves the rest at the first pool', () => {
    const [outcome] = plainRule([clear], 15_000, 'seed');
    expect(outcome?.foundBest).toBe(true);
    expect(outcome?.showings.map(({ level }) => level)).toEqual([0, 1, 0]);
    expect(outcome?.showings[0]?.impressions).toBe(200);
  });

  it('never spends more than it has, and gives all the same part when it cannot give a whole pool', () => {
    const outcomes = plainRule([clear, aTest('b', [3_000, 30], [3_000, 30])], 500, 'seed');
    expect(outcomes.flatMap(({ showings }) => showings.map(({ impressions }) => impressions))).toEqual([
      100, 100, 100, 100, 100,
    ]);
  });
});

describe('the outcome of a test', () => {
  it('knows the truly best headline by everything recorded, and counts what went to it', () => {
    const experiment = aTest('a', [1_000, 10], [1_000, 30]);
    const [first, second] = experiment.headlines as [Headline, Headline];
    const outcome = outcomeOf(experiment, [
      { headline: first, impressions: 300, clicks: 3, level: 2 },
      { headline: second, impressions: 100, clicks: 4, level: 1 },
    ]);
    expect(outcome.best.headline.package).toBe('1');
    expect(outcome.widened.headline.package).toBe('0');
    expect(outcome.foundBest).toBe(false);
    expect(summaryOf([outcome])).toEqual({
      tests: 1,
      foundBest: 0,
      impressions: 400,
      impressionsOnBest: 100,
      clicks: 7,
      clicksByChance: 8,
      clicksAtBest: 12,
    });
  });
});

describe('a replay through a product', () => {
  const experiments = [aTest('a', [400, 4], [400, 40]), aTest('b', [400, 8], [400, 16])];
  let product: StandInProduct;
  afterEach(() => product.close());

  /** Shows everything that was published, and reads along. */
  const start = async (serve: (notes: Slot[]) => Slot[]) => {
    const notes: Slot[] = [];
    const answer = ({ path, body }: Asked): StandInAnswer => {
      if (path === '/api/v1/engagements')
        return {
          status: 200,
          body: { accepted: (body as { events: [] }).events.length, duplicates: 0, refused: [] },
        };
      if (path === '/api/v1/feed') return { status: 200, body: { slots: serve(notes) } };
      const noteId = `note-${notes.length}`;
      const note = {
        noteId,
        position: 1,
        rail: 'organic',
        level: 0,
        sponsored: false,
        token: noteId.padEnd(40, 'x'),
        title: '',
        type: 'text',
        category: 'food',
        creatorName: '',
      } as const;
      notes.push(note);
      return { status: 201, body: { id: noteId } };
    };
    product = new StandInProduct(answer);
    return new ReaderApplication({ apiUrl: await product.listen(), key: 'k' });
  };
  const reported = () =>
    product.asked
      .filter(({ path }) => path === '/api/v1/engagements')
      .flatMap(({ body }) => (body as { events: EngagementEvent[] }).events);

  it('publishes every headline in the group of its test and spends the budget, no impression more', async () => {
    const application = await start((notes) => notes);
    const { outcomes, spent, endedEarly } = await runEngine({
      application,
      experiments,
      budget: 1_001,
      seed: 'seed',
    });
    expect(spent).toBe(1_001);
    expect(endedEarly).toBe(false);
    expect(reported().filter(({ kind }) => kind === 'impression')).toHaveLength(1_001);
    const groups = product.asked
      .filter(({ path }) => path === '/api/v1/notes')
      .map(({ body }) => (body as { peerGroup: string }).peerGroup);
    expect(new Set(groups).size).toBe(2);
    expect(outcomes.map(({ experiment }) => experiment.testId)).toEqual(['a', 'b']);
  });

  it('answers with the recorded clicks of each headline once the file is used up', async () => {
    const application = await start((notes) => notes);
    const run = await runEngine({ application, experiments, budget: 1_600, seed: 'seed' });
    expect(run.outcomes.flatMap(({ showings }) => showings.map(({ clicks }) => clicks))).toEqual([
      4, 40, 8, 16,
    ]);
    expect(reported().filter(({ kind }) => kind === 'click')).toHaveLength(68);
    const text = reportOf(run, plainRule(experiments, run.spent, 'seed'));
    expect(text).toContain('tests in which the best was widened most');
    expect(text.split('\n')[1]).toMatch(/^1\s+2\s+1 \(10\.00 %\)/);
  });
});
