import { type PoolPolicy, levelOf } from './pool-policy';

/**
 * The readers that a run may still reach, or null when that is no limit.
 *
 * A level opens a share of the audience to a note (`audienceShare`), on a small platform at least twice what the level
 * promises, and never more than everybody. What all runs of the note have reached is taken off. The first pool is a
 * promise and is not bounded.
 *
 * `audience` is the number of readers known, null while too little is known of them; `reached` the organic impressions
 * of all runs of the note: a reader is not shown a note twice, so it is at least the readers who saw it.
 * Source: domain notes 2.4, rule 5 (segments x (1 - already reached)).
 */
export function audienceLeft(
  policy: PoolPolicy,
  {
    level,
    target,
    audience,
    reached,
  }: { level: number; target: number; audience: number | null; reached: number },
): number | null {
  if (audience === null || level === 0) return null;
  const opened = Math.max(levelOf(policy, level).audienceShare * audience, Math.min(audience, 2 * target));
  return Math.max(0, Math.floor(opened - reached));
}
