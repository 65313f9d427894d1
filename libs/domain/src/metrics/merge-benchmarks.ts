import type { Benchmark } from './benchmark-rows';

/** What a workspace holds instead of what was published: for a metric, a category, a scope, a medium and a kind. */
export interface BenchmarkOverride extends Pick<
  Benchmark,
  'metric' | 'category' | 'scope' | 'medium' | 'kind' | 'value' | 'low' | 'high'
> {
  /** why, in the workspace's own words */
  reason: string;
  setBy: string;
  /** ISO 8601 */
  setAt: string;
}

/** A benchmark in force, with what stands behind it. */
export interface BenchmarkInForce extends Pick<
  Benchmark,
  'metric' | 'category' | 'scope' | 'medium' | 'kind' | 'value' | 'low' | 'high'
> {
  /** the workspace's own word; null where the published one is in force */
  override: BenchmarkOverride | null;
  /** what was published for the same, kept beside it; of contradicting sources all */
  published: readonly Benchmark[];
}

const keyOf = ({ metric, category, scope, medium, kind }: Benchmark | BenchmarkOverride): string =>
  [metric, category ?? '', scope ?? '', medium, kind].join('\n');

const certainty = 'ABCDP';

/**
 * The benchmarks of a workspace: its own word wins, what was published stays beside it. Where sources contradict each other
 * the most certain one is in force, the first of equals. Of two overrides for the same, the later one.
 */
export function mergeBenchmarks(
  published: readonly Benchmark[],
  overrides: readonly BenchmarkOverride[],
): BenchmarkInForce[] {
  const rows = new Map<string, Benchmark[]>();
  for (const benchmark of published) {
    const key = keyOf(benchmark);
    rows.set(key, [...(rows.get(key) ?? []), benchmark]);
  }
  const own = new Map<string, BenchmarkOverride>();
  for (const override of overrides) {
    const key = keyOf(override);
    const earlier = own.get(key);
    if (!earlier || Date.parse(override.setAt) >= Date.parse(earlier.setAt)) own.set(key, override);
  }
  return [...new Set([...rows.keys(), ...own.keys()])].flatMap((key) => {
    const stated = [...(rows.get(key) ?? [])].sort(
      (one, other) => certainty.indexOf(one.mark) - certainty.indexOf(other.mark),
    );
    const override = own.get(key) ?? null;
    const first = override ?? stated[0];
    if (!first) return [];
    const { metric, category, scope, medium, kind, value, low, high } = first;
    return [{ metric, category, scope, medium, kind, value, low, high, override, published: stated }];
  });
}
