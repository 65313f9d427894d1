import type { ColdStart, PoolPolicy } from './pool-policy';

/**
 * Boost of a young note, formula A: max(alpha / sqrt(1 + beta t + gamma x), 1).
 *
 * `elapsed` is age over the time planned, `delivered` is impressions over the quota; both 0 to 1.
 * Source: Wang Shusen's recommender course, cold start (domain notes 2.2), as are the two below.
 */
export function boostA(
  elapsed: number,
  delivered: number,
  { alpha, beta, gamma }: { alpha: number; beta: number; gamma: number },
): number {
  return Math.max(alpha / Math.sqrt(1 + beta * elapsed + gamma * delivered), 1);
}

/** The share of the quota that should be delivered at a share of the time, front-loaded: 1 - (1 - t) e^(-theta t). */
export function deliveryCurve(elapsed: number, theta: number): number {
  const t = Math.min(1, Math.max(0, elapsed));
  return 1 - (1 - t) * Math.exp(-theta * t);
}

/** Formula B: max(alpha e^(y(t) - x), 1). On plan it stays at alpha, behind plan it rises and catches up. */
export function boostB(
  elapsed: number,
  delivered: number,
  { alpha, theta }: { alpha: number; theta: number },
): number {
  return Math.max(alpha * Math.exp(deliveryCurve(elapsed, theta) - delivered), 1);
}

/** The boost under a policy's own formula; 1 once the time or the quota is used up. */
export function boostFactor(coldStart: ColdStart, elapsed: number, delivered: number): number {
  if (elapsed >= 1 || delivered >= 1) return 1;
  const { alpha, beta = 0, gamma = 0, theta = 0 } = coldStart;
  return coldStart.formula === 'A'
    ? boostA(elapsed, delivered, { alpha, beta, gamma })
    : boostB(elapsed, delivered, { alpha, theta });
}

/** Whether the guarantee owes this note impressions now: its quota is running and behind the curve. */
export function behindCurve(coldStart: ColdStart, elapsed: number, delivered: number): boolean {
  if (delivered >= 1) return false;
  return elapsed >= 1 || delivered <= deliveryCurve(elapsed, coldStart.theta ?? 0);
}

/** The less time is left, the more a missing impression presses; this much keeps the last moment finite. */
const lastMoment = 0.05;

/**
 * How urgently the guarantee owes this note impressions: the share of its quota that is missing against the curve, over
 * the share of time that is left. 0 when nothing is owed.
 */
export function guaranteeOwed(coldStart: ColdStart, elapsed: number, delivered: number): number {
  if (!behindCurve(coldStart, elapsed, delivered)) return 0;
  const due = elapsed >= 1 ? 1 : deliveryCurve(elapsed, coldStart.theta ?? 0);
  // Right on the curve something small is owed, or a new note would wait for the clock to tick.
  return Math.max(due - delivered, 0.01) / (Math.max(0, 1 - elapsed) + lastMoment);
}

/**
 * Guaranteed impressions of a new note: a base, and more for the quality of content and creator (both 0 to 1).
 * Whole impressions. Source: differentiated guarantee, the same course: 100 + up to 200 + up to 200.
 */
export function coldStartQuota(policy: PoolPolicy, contentQuality: number, creatorQuality: number): number {
  const { baseQuota, qualityQuota, creatorQuota } = policy.coldStart;
  return Math.round(baseQuota + qualityQuota * share(contentQuality) + creatorQuota * share(creatorQuality));
}

function share(quality: number): number {
  return Math.min(1, Math.max(0, quality));
}
