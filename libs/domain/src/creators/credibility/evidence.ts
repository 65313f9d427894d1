import type { Bilingual } from '../../notes/note';

/** What may be wrong with the figures of a creator (domain notes 3.5). */
export const fraudKinds = ['bought-likes', 'bought-followers', 'comment-pod'] as const;
export type FraudKind = (typeof fraudKinds)[number];

export const credibilityTests = [
  'follower-steps',
  'engaged-followers',
  'like-collect-ratio',
  'comment-share',
  'night-burst',
  'impossible-reads',
  'comment-pods',
] as const;
export type CredibilityTest = (typeof credibilityTests)[number];

/** The kind of fraud that each test is meant to find, and is measured on. */
export const testFor: Readonly<Record<CredibilityTest, FraudKind>> = {
  'follower-steps': 'bought-followers',
  'engaged-followers': 'bought-followers',
  'like-collect-ratio': 'bought-likes',
  'comment-share': 'bought-likes',
  'night-burst': 'bought-likes',
  'impossible-reads': 'bought-likes',
  'comment-pods': 'comment-pod',
};

export const credibilityTestNames: Readonly<Record<CredibilityTest, Bilingual>> = {
  'follower-steps': { zh: '粉丝突增', en: 'Steps in followers' },
  'engaged-followers': { zh: '互动粉丝占比', en: 'Engaged followers' },
  'like-collect-ratio': { zh: '赞藏比', en: 'Likes per collect' },
  'comment-share': { zh: '评论占比', en: 'Share of comments' },
  'night-burst': { zh: '深夜集中互动', en: 'Bursts at night' },
  'impossible-reads': { zh: '阅读少于互动', en: 'Fewer reads than interactions' },
  'comment-pods': { zh: '互评小圈子', en: 'Comment pods' },
};

/** Unusual is not guilty: so many honest creators in a hundred look the same, and the measured rate stands beside it. */
export type CredibilityVerdict = 'unusual' | 'usual' | 'too-little-data';

/** One point of the plot beside a test. */
export interface EvidencePoint {
  /** a day, the id of a note, or the number of an account, as the test says */
  at: string;
  observed: number;
  /** the edge beyond which this point stands out, in the unit of `observed`; null where it is not judged */
  edge: number | null;
  unusual: boolean;
}

/** What one test saw. There is no sum of them: each is read by itself. */
export interface Evidence {
  test: CredibilityTest;
  verdict: CredibilityVerdict;
  /** in the unit that the test states; null without data */
  observed: number | null;
  /** between what honest creators lie, in the same unit; null without data */
  expected: { low: number; high: number } | null;
  /** where: days `YYYY-MM-DD` in Shanghai, or ids of notes; empty for tests of the creator as a whole */
  at: readonly string[];
  series: readonly EvidencePoint[];
}

export const tooLittle = (test: CredibilityTest, series: readonly EvidencePoint[] = []): Evidence => ({
  test,
  verdict: 'too-little-data',
  observed: null,
  expected: null,
  at: [],
  series,
});
