import { bestTime, hourOf, peerTimes, weekdayOf } from './best-time';
import { checkFormat } from './check-format';
import { comparePeers, type PeerNote } from './compare-peers';
import { adviseKeywords, type DemandedSearch } from './keyword-advice';
import { brightnessOf, featuresOf, type NoteToGuide } from './note-features';

const note: NoteToGuide = {
  title: '3 步冷泡茶',
  body: '茶'.repeat(80),
  topics: ['茶'],
  type: 'image',
  media: null,
};
const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

describe('features of a note', () => {
  it('are what stands there, and unknown where nothing is said of the pictures', () => {
    const features = featuresOf(note);
    expect(features['title-number']).toBe(true);
    expect(features['title-question']).toBe(false);
    expect(features['cover-portrait']).toBeNull();
    const asked = featuresOf({
      ...note,
      title: '我该怎么选？',
      media: [{ kind: 'image', width: 900, height: 1200, durationMs: null, brightness: 0.9 }],
    });
    expect([
      asked['title-question'],
      asked['title-first-person'],
      asked['cover-portrait'],
      asked['cover-bright'],
    ]).toEqual([true, true, true, true]);
  });
  it('weigh colours as an eye does', () => {
    expect(brightnessOf('#ffffff')).toBeCloseTo(1);
    expect(brightnessOf('#0000ff')).toBeCloseTo(0.0722);
  });
});

describe('rules of form', () => {
  const broken = (changes: Partial<NoteToGuide>) =>
    checkFormat({ ...note, ...changes })
      .filter(({ kept }) => !kept)
      .map(({ key, severity }) => `${severity} ${key}`);
  it('find what the form of the platform refuses', () => {
    expect(broken({ title: '茶'.repeat(21), topics: Array(11).fill('茶') })).toEqual([
      'must title-width',
      'must topics-most',
      'folklore topics-some',
    ]);
    expect(broken({ title: 'a'.repeat(40), topics: ['茶', '水', '杯'] })).toEqual([]);
  });
  it('call folklore what it is, and look at media only where they are known', () => {
    expect(broken({})).toEqual(['folklore topics-some']);
    const square = { kind: 'image', width: 900, height: 900, durationMs: null, brightness: null } as const;
    expect(broken({ topics: ['茶', '水', '杯'], media: [square, { ...square, height: 1200 }] })).toEqual([
      'folklore cover-ratio',
      'advice ratios-alike',
    ]);
    expect(broken({ topics: ['茶', '水', '杯'], media: [] })).toEqual(['must images-there']);
  });
});

/** Notes of many creators whose opens depend on the creator, and on the feature as asked. */
function peers(next: () => number, { creators = 60, each = 4, effect = 1 } = {}): PeerNote[] {
  return Array.from({ length: creators }).flatMap((_, creator) => {
    const quality = Math.exp(0.4 * (next() + next() + next() - 1.5) * 2);
    return Array.from({ length: each }, (): PeerNote => {
      const asks = next() < 0.4;
      const rate = 0.06 * quality * (asks ? effect : 1);
      let reads = 0;
      for (let shown = 0; shown < 200; shown++) if (next() < rate) reads++;
      return {
        creatorId: `c${creator}`,
        type: 'image',
        impressions: 200,
        reads,
        publishedAt: Date.UTC(2026, 10, 1) + Math.floor(next() * 20 * 24) * 3_600_000,
        features: featuresOf({ ...note, title: asks ? '怎么泡？' : '泡茶' }),
      };
    });
  });
}
const asking = ({ features }: PeerNote) => features['title-question'];

describe('a feature between peers', () => {
  it('is told of when there is a difference, with notes on both sides', () => {
    const found = comparePeers(peers(random(3), { effect: 1.6, creators: 150 }), asking);
    expect(found.result).toBe('more');
    expect(found.low).toBeGreaterThan(1);
    expect(found.with.notes + found.without.notes).toBe(600);
  });
  it('is rarely told of when there is none: creators who differ do not make a finding', () => {
    const told = Array.from(
      { length: 100 },
      (_, seed) => comparePeers(peers(random(seed + 10), {}), asking).result,
    );
    expect(told.filter((result) => result !== 'cannot-tell').length).toBeLessThanOrEqual(12);
  });
  it('is not compared between fewer creators than say anything', () => {
    const few = comparePeers(peers(random(5), { creators: 5, each: 40, effect: 3 }), asking);
    expect([few.result, few.ratio]).toEqual(['too-few', null]);
  });
});

describe('the best time', () => {
  it('cannot be told where hours do not differ', () => {
    const told = Array.from({ length: 20 }, (_, seed) =>
      bestTime(peerTimes(peers(random(seed + 40), { creators: 200 })).hours, [], hourOf),
    );
    expect(told.filter(({ better }) => better.length > 0).length).toBeLessThanOrEqual(3);
  });
  it('is the hour that stands above the average with its whole interval', () => {
    const notes = peers(random(8), { creators: 300 }).map((one) =>
      hourOf(one.publishedAt) === 20 ? { ...one, reads: Math.round(one.reads * 1.8) } : one,
    );
    const { better, bins } = bestTime(peerTimes(notes).hours, [], hourOf);
    expect(better).toEqual([20]);
    expect(bins[20]?.low).toBeGreaterThan(1);
  });
  it('listens to the own notes by their weight', () => {
    const { hours } = peerTimes(
      peers(random(8), { creators: 300 }).map((one) =>
        hourOf(one.publishedAt) % 2 ? { ...one, reads: Math.round(one.reads * 1.3) } : one,
      ),
    );
    const at = (hour: number, reads: number): PeerNote => ({
      creatorId: 'me',
      type: 'image',
      impressions: 2_000,
      reads,
      publishedAt: Date.UTC(2026, 10, 2, hour - 8),
      features: featuresOf(note),
    });
    const before = bestTime(hours, [], hourOf).bins[12]?.ratio ?? 0;
    const after = bestTime(hours, [at(12, 300), at(9, 60), at(10, 60)], hourOf).bins[12];
    expect(after?.ratio).toBeGreaterThan(before);
    expect(after?.own).toBe(1);
  });
  it('reads the clock of Shanghai', () => {
    expect([hourOf(Date.UTC(2026, 10, 26, 17)), weekdayOf(Date.UTC(2026, 10, 26, 17))]).toEqual([1, 4]);
  });
});

describe('keywords against demand', () => {
  const search = (text: string, words: string[], searches: number, notes = 10): DemandedSearch => ({
    text,
    words,
    searches,
    trend: null,
    notes,
  });
  const demanded = [
    search('冷泡茶', ['冷泡', '茶'], 500),
    search('冷泡茶杯', ['冷泡', '茶', '杯'], 300),
    search('咖啡', ['咖啡'], 600, 400),
  ];
  const advice = (title: string) =>
    adviseKeywords(
      { title, topics: [], body: '茶' },
      { title: new Set(['冷泡']), topics: new Set(), body: new Set(['茶']) },
      demanded,
    );
  it('name what finds the draft and what near to it would not', () => {
    const { found, missing } = advice('冷泡');
    expect(found.map(({ text, field }) => [text, field])).toEqual([['冷泡茶', null]]);
    expect(missing.map(({ text, place }) => [text, place])).toEqual([
      ['冷泡茶杯', 'title'],
      ['咖啡', 'title'],
    ]);
    expect(missing[1]?.crowding).toBe('crowded');
  });
  it('keep to what has a word or a letter in common, and look beyond it three times at the most', () => {
    const far = ['手冲咖啡', '巴斯克', '鸡翅', '牛腩', '烤红薯'].map((text) =>
      search(text, [text], 9_000, 10),
    );
    const near = [
      search('陈皮白茶', ['陈皮', '白茶'], 300, 10),
      search('冷泡茶杯', ['冷泡', '茶', '杯'], 100, 10),
    ];
    const { missing } = adviseKeywords(
      { title: '冷泡茶', topics: [], body: '' },
      { title: new Set(['冷泡', '茶']), topics: new Set(), body: new Set() },
      [...far, ...near],
    );
    expect(missing.map(({ text }) => text)).toEqual(['陈皮白茶', '冷泡茶杯', '手冲咖啡', '巴斯克', '鸡翅']);
  });
  it('go where there is room', () => {
    expect(advice('冷'.repeat(19)).missing[0]?.place).toBe('topic');
  });
});
