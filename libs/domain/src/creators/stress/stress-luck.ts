import { OwnStream } from '../../simulation/own-stream';

/** In what creators have luck of their own. */
const kinds = ['cancel', 'limited', 'late', 'reads', 'boost'] as const;
export type LuckKind = (typeof kinds)[number];

/**
 * The luck of every creator in every draw, as standard normals; low is bad.
 *
 * A number belongs to its seed, kind, creator and draw and to nothing else. Two plans of the same creators, or one plan under
 * two settings, meet the same luck, so their difference has far less noise than either (common random numbers).
 */
export class StressLuck {
  /** by kind, then creator × draw */
  private readonly own: Record<LuckKind, Float64Array>;
  /** by kind, then group × draw */
  private readonly shared: Record<LuckKind, Float64Array>;
  private readonly groupOf: Int32Array;
  private readonly prices: Float64Array;
  private readonly draws: number;

  constructor(
    creators: readonly { creatorId: string; group: string }[],
    { seed, draws }: { seed: number; draws: number },
  ) {
    const groups = [...new Set(creators.map(({ group }) => group))];
    this.groupOf = Int32Array.from(creators, ({ group }) => groups.indexOf(group));
    const lay = (names: readonly string[]): Record<LuckKind, Float64Array> =>
      Object.fromEntries(kinds.map((kind) => [kind, normalsOf(names, kind, seed, draws)])) as Record<
        LuckKind,
        Float64Array
      >;
    this.own = lay(creators.map(({ creatorId }) => `creator ${creatorId}`));
    this.shared = lay(groups.map((group) => `group ${group}`));
    this.prices = normalsOf(['all'], 'prices', seed, draws);
    this.draws = draws;
  }

  /** Of one creator; `correlation` is that between two of one group. */
  of(kind: LuckKind, creator: number, draw: number, correlation: number): number {
    const own = this.own[kind][creator * this.draws + draw] as number;
    if (correlation === 0) return own;
    const shared = this.shared[kind][(this.groupOf[creator] as number) * this.draws + draw] as number;
    return Math.sqrt(correlation) * shared + Math.sqrt(1 - correlation) * own;
  }

  /** Of all of the plan with the price of impressions. */
  ofPrices(draw: number): number {
    return this.prices[draw] as number;
  }
}

function normalsOf(names: readonly string[], kind: string, seed: number, draws: number): Float64Array {
  const all = new Float64Array(names.length * draws);
  names.forEach((name, at) => {
    const stream = new OwnStream(seed, `stress ${kind} ${name}`);
    for (let draw = 0; draw < draws; draw++) all[at * draws + draw] = stream.normal();
  });
  return all;
}
