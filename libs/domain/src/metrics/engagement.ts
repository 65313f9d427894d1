/** What a reader can do with a note. A `click` is a read: the note was opened (阅读). */
export const engagementKinds = [
  'impression',
  'click',
  'like',
  'collect',
  'comment',
  'share',
  'follow',
  'dwell',
  'hide',
  'purchase',
] as const;
export type EngagementKind = (typeof engagementKinds)[number];

/**
 * The four ways an impression can come about. The first three are organic evidence;
 * `paid` is bought and is never read by a pool verdict.
 */
export const rails = ['guaranteed', 'organic', 'search', 'paid'] as const;
export type Rail = (typeof rails)[number];

/** Whole events, except `dwellSeconds`, which is a sum of seconds. */
export interface EngagementCounts {
  impressions: number;
  clicks: number;
  likes: number;
  collects: number;
  comments: number;
  shares: number;
  follows: number;
  dwellSeconds: number;
  hides: number;
  purchases: number;
}

export function noCounts(): EngagementCounts {
  return {
    impressions: 0,
    clicks: 0,
    likes: 0,
    collects: 0,
    comments: 0,
    shares: 0,
    follows: 0,
    dwellSeconds: 0,
    hides: 0,
    purchases: 0,
  };
}

export function addCounts(a: EngagementCounts, b: EngagementCounts): EngagementCounts {
  return {
    impressions: a.impressions + b.impressions,
    clicks: a.clicks + b.clicks,
    likes: a.likes + b.likes,
    collects: a.collects + b.collects,
    comments: a.comments + b.comments,
    shares: a.shares + b.shares,
    follows: a.follows + b.follows,
    dwellSeconds: a.dwellSeconds + b.dwellSeconds,
    hides: a.hides + b.hides,
    purchases: a.purchases + b.purchases,
  };
}

const repeatable: ReadonlySet<EngagementKind> = new Set(['comment', 'share', 'dwell', 'purchase']);

/** Whether one impression may bring this event more than once; the others count once per impression. */
export function isRepeatable(kind: EngagementKind): boolean {
  return repeatable.has(kind);
}
