import type { Basin, ClimbView, NoteRules, NoteSeries, RuleSetLife, VerdictView } from '@poolrise/contracts';
import { noCounts } from '@poolrise/domain';
import { aNote } from './a-note';

const levels = [
  { key: 'guaranteed', name: { zh: '保量', en: 'Guaranteed' }, target: 100 },
  { key: 'first', name: { zh: '初始池', en: 'First pool' }, target: 500 },
  { key: 'thousand', name: { zh: '千人池', en: 'Thousand' }, target: 2_000 },
  { key: 'ten-thousand', name: { zh: '万人池', en: 'Ten thousand' }, target: 10_000 },
  { key: 'rising', name: { zh: '上升池', en: 'Rising' }, target: 50_000 },
];

export function anEstimate(lift: number, low = lift * 0.9, high = lift * 1.1) {
  return {
    observed: 141,
    expected: 100,
    lift,
    low,
    high,
    probabilityAbove: lift > 1 ? 0.97 : 0.04,
    sample: 1_180,
  };
}

export function aFactor(lift: number) {
  return { seen: 100 * lift, expected: 100, lift, low: lift * 0.9, high: lift * 1.1 };
}

export function aVerdict(changes: Partial<VerdictView> = {}): VerdictView {
  return {
    id: '55555555-0000-4000-8000-000000000001',
    at: '2026-11-22T10:06:00Z',
    level: 2,
    levelName: { zh: '千人池', en: 'Thousand' },
    toLevel: 3,
    toLevelName: { zh: '万人池', en: 'Ten thousand' },
    outcome: 'pass',
    reason: 'ABOVE_PEERS',
    trigger: 'evidence-clear',
    impressions: 1_180,
    lateImpressions: null,
    target: 2_000,
    estimate: anEstimate(1.41, 1.24, 1.6),
    hook: { seen: 214, expected: 152, lift: 1.41, low: 1.3, high: 1.53 },
    content: { seen: 96.5, expected: 98.2, lift: 0.98, low: 0.81, high: 1.16 },
    probabilityAbove: 0.996,
    asks: 0.5,
    bar: 1,
    place: { exposure: null, poolAverage: null, capacityFactor: null, outlook: null, audienceLeft: null },
    peers: {
      category: 'food',
      runs: 318,
      sameType: null,
      impressions: 412_000,
      meanRate: 0.119,
      clickRate: 0.094,
      dispersion: 3.1,
      strength: 60,
      contentOpens: 22,
      spread: 4.2,
      windowDays: 14,
      source: 'peers',
    },
    gatesMissed: [],
    counts: { ...noCounts(), impressions: 1_180, clicks: 214, likes: 20 },
    hoursSincePublished: 58,
    hoursInLevel: 7.5,
    opensToStop: 31,
    opensToPass: null,
    paidCounts: noCounts(),
    policy: { name: 'Platform stated', version: 3, source: 'platform_stated', mark: 'A' },
    ...changes,
  };
}

/** The basins of a note that stands on `level` with `impressions`; the levels below are passed. */
export function basinsAt(level: number, impressions: number, state: Basin['state'] = 'current'): Basin[] {
  return levels.map(({ key, name, target }, index) => ({
    level: index,
    key,
    name,
    target,
    state: index < level ? 'passed' : index === level ? state : 'ahead',
    organicImpressions: index < level ? target : index === level ? impressions : 0,
    paidImpressions: 0,
    estimate: index > 0 && index < level ? anEstimate(1.3) : null,
    enteredAt: index <= level ? '2026-11-20T00:10:00Z' : null,
    closedAt: index < level ? '2026-11-21T00:10:00Z' : null,
  }));
}

/** A note in the middle of the ten-thousand pool; what matters to a test is said by it. */
export function aClimb(changes: Partial<ClimbView> = {}, note: Partial<ClimbView['note']> = {}): ClimbView {
  return {
    note: {
      ...aNote(),
      body: '',
      topics: [],
      disclosure: 'none',
      media: [],
      cover: null,
      products: [],
      draftId: null,
      keywords: [],
      organic: { ...noCounts(), impressions: 8_780, clicks: 882, likes: 121 },
      paid: noCounts(),
      ...note,
    },
    asOf: '2026-11-23T06:02:11Z',
    policy: { name: 'Platform stated', version: 3, source: 'platform_stated', mark: 'A' },
    basins: basinsAt(3, 6_180),
    current: {
      level: 3,
      impressions: 6_180,
      target: 10_000,
      nextCheckAt: 8_000,
      windowEndsAt: '2026-11-24T06:00:00Z',
      estimate: anEstimate(1.28, 1.2, 1.37),
      hook: { seen: 711, expected: 590, lift: 1.2, low: 1.15, high: 1.26 },
      content: { lift: 1.07 },
      passProbability: 0.81,
      peers: { category: 'food', runs: 318, sameType: null, meanRate: 0.119, topShare: 0.12 },
      organicRate: 0.118,
      paidRate: null,
    },
    verdicts: [aVerdict()],
    runningBoostId: null,
    ...changes,
  };
}

/** Three hours of a note: 10, 20 and 30 organic impressions. */
export function aSeries(): NoteSeries {
  const hours = ['2026-11-23T03:00:00Z', '2026-11-23T04:00:00Z', '2026-11-23T05:00:00Z'];
  const none = [0, 0, 0];
  return {
    from: '2026-11-23T03:00:00Z',
    to: '2026-11-23T06:00:00Z',
    hours,
    impressions: { guaranteed: none, organic: [10, 20, 30], search: none, paid: none },
    reads: { guaranteed: none, organic: [1, 2, 3], search: none, paid: none },
    marks: [],
  };
}

/** The life of `aClimb` once it has ended at 2,600 impressions, as four rule sets tell it; it was lived under the first. */
export function someRules(changes: Partial<NoteRules> = {}): NoteRules {
  const told = (level: number, outcome: 'pass' | 'stop' | 'wait', from: number, at: number) => ({
    level,
    name: levels[level]?.name ?? { zh: '', en: '' },
    target: levels[level]?.target ?? 0,
    said: {
      outcome,
      reason: { pass: 'ABOVE_PEERS', stop: 'BELOW_PEERS', wait: 'QUOTA_RUNNING' }[outcome],
      trigger: outcome === 'wait' ? 'none' : 'sample-complete',
      from,
      at,
      kept: true,
      impressions: at - from,
      lift: 1.1,
      low: 0.9,
      high: 1.3,
      probabilityAbove: 0.62,
      asks: 0.5,
      gatesMissed: [],
    },
  });
  const ahead = (level: number) => ({ ...told(level, 'wait', 0, 0), said: null });
  const passed = [told(0, 'pass', 0, 100), told(1, 'pass', 100, 600)];
  const stopped = [...passed, told(2, 'stop', 600, 2_600), ahead(3)];
  const set = (
    name: string,
    source: string,
    mark: string,
    rest: Pick<RuleSetLife, 'ending' | 'levels'> & { lived?: boolean },
  ): RuleSetLife => ({
    policy: {
      id: '77777777-0000-4000-8000-00000000000' + mark.charCodeAt(0),
      name,
      version: 2,
      source,
      mark,
    },
    lived: false,
    ...rest,
  });
  return {
    impressions: 2_600,
    ended: true,
    sets: [
      set('platform-stated', 'platform_stated', 'A', { ending: 'same', levels: stopped, lived: true }),
      set('textbook', 'textbook', 'C', {
        ending: 'goes-on',
        levels: [...passed, told(2, 'pass', 600, 2_600), ahead(3)],
      }),
      set('folk-ces', 'folk_ces', 'D', {
        ending: 'stops-earlier',
        levels: [told(0, 'pass', 0, 100), told(1, 'stop', 100, 600), ahead(2), ahead(3)],
      }),
      set('measured', 'custom', 'P', { ending: 'same', levels: stopped }),
    ],
    ...changes,
  };
}
