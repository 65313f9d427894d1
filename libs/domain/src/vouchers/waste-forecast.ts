import { gammaBelow } from '../probability/incomplete-gamma';

/** A voucher that waits to be used: what is lost with it, in cents, and when. */
export interface WaitingVoucher {
  id: string;
  worthCents: number;
  /** epoch milliseconds */
  expiresAt: number;
}

/** How vouchers were used so far: so many uses in so many days. */
export interface BurnPace {
  uses: number;
  days: number;
}

export interface WasteForecast {
  /** what is lost when everything goes on as before, in cents, with the 80 % interval */
  expectedCents: number;
  lowCents: number;
  highCents: number;
  /** the probability of being lost, by voucher */
  lostChance: Map<string, number>;
}

const dayMs = 86_400_000;
/** Rates of use to average over, each as likely as the others. */
const rates = 24;
/** How finely the sum of what is lost is told apart, for its interval. */
const bins = 400;

/**
 * What will be wasted if nobody does anything but go on at the pace so far.
 *
 * Uses come as a Poisson process and each takes the voucher that ends first. Its rate is uncertain as `uses` in `days` leave it
 * (Jeffreys' gamma, shape uses + 1/2), and is averaged over; so few uses make a wide interval. Vouchers that are used
 * several at a time make the truth wider still. A voucher whose time has not begun is taken as if it had.
 * @throws RangeError when no day was watched
 */
export function wasteForecast(
  vouchers: readonly WaitingVoucher[],
  { uses, days }: BurnPace,
  now: number,
): WasteForecast {
  if (!(days > 0)) throw new RangeError('A pace needs at least some time in which it was seen');
  const queue = [...vouchers].sort((a, b) => a.expiresAt - b.expiresAt);
  const totalCents = queue.reduce((sum, { worthCents }) => sum + worthCents, 0);
  const lost = queue.map(() => 0);
  const sums = new Float64Array(bins + 1);
  for (let node = 0; node < rates; node += 1) {
    const perDay = gammaValue(uses + 0.5, (node + 0.5) / rates) / days;
    addOutcomes(queue, perDay, now, totalCents, { lost, sums });
  }
  const lostChance = new Map(queue.map(({ id }, place) => [id, (lost[place] ?? 0) / rates]));
  return {
    expectedCents: Math.round(
      queue.reduce((sum, { id, worthCents }) => sum + worthCents * (lostChance.get(id) ?? 0), 0),
    ),
    lowCents: Math.round((quantile(sums, 0.1) * totalCents) / bins),
    highCents: Math.round((quantile(sums, 0.9) * totalCents) / bins),
    lostChance,
  };
}

/** What happens at one rate, added up: how likely each is lost, and how likely each sum of what is lost is. */
function addOutcomes(
  queue: readonly WaitingVoucher[],
  perDay: number,
  now: number,
  totalCents: number,
  into: { lost: number[]; sums: Float64Array },
): void {
  // before[k]: the share of all that the first k vouchers are, in bins.
  const before = [0];
  let running = 0;
  for (const { worthCents } of queue) {
    running += worthCents;
    before.push(totalCents === 0 ? 0 : Math.round((bins * running) / totalCents));
  }
  // state[k][sum]: probability that the first k vouchers are used or over, and so much of them was lost.
  let state = queue.map(() => new Float64Array(bins + 1)).concat(new Float64Array(bins + 1));
  (state[0] as Float64Array)[0] = 1;
  let at = now;
  queue.forEach(({ expiresAt }, place) => {
    const arrivals = poisson((perDay * Math.max(0, expiresAt - at)) / dayMs, queue.length);
    at = Math.max(at, expiresAt);
    const next = state.map(() => new Float64Array(bins + 1));
    state.forEach((bySum, used) =>
      arrivals.forEach((chance, came) => {
        if (chance < 1e-12) return;
        const target = next[Math.min(queue.length, used + came)] as Float64Array;
        bySum.forEach((share, sum) => {
          if (share > 0) target[sum] = (target[sum] ?? 0) + share * chance;
        });
      }),
    );
    // Whoever has not come to this voucher by now has lost it; those before it are over already.
    const missed = next[place] as Float64Array;
    const gone = next[place + 1] as Float64Array;
    const worth = (before[place + 1] ?? 0) - (before[place] ?? 0);
    missed.forEach((share, sum) => {
      if (share === 0) return;
      into.lost[place] = (into.lost[place] ?? 0) + share;
      const then = Math.min(bins, sum + worth);
      gone[then] = (gone[then] ?? 0) + share;
    });
    missed.fill(0);
    state = next;
  });
  for (const bySum of state)
    bySum.forEach((share, sum) => (into.sums[sum] = (into.sums[sum] ?? 0) + share / rates));
}

/** Probabilities of 0, 1, … events, the last of them for that many or more. */
function poisson(mean: number, most: number): number[] {
  const chances = [Math.exp(-mean)];
  for (let count = 1; count < most; count += 1) chances.push(((chances[count - 1] ?? 0) * mean) / count);
  const below = chances.reduce((sum, chance) => sum + chance, 0);
  return most === 0 ? [1] : [...chances, Math.max(0, 1 - below)];
}

/** The value below which a gamma variable of scale 1 falls with this probability, by halving. */
function gammaValue(shape: number, probability: number): number {
  let low = 0;
  let high = shape + 10 * Math.sqrt(shape) + 10;
  for (let turn = 0; turn < 50; turn += 1) {
    const middle = (low + high) / 2;
    if (gammaBelow(shape, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function quantile(sums: Float64Array, probability: number): number {
  let below = 0;
  for (let bin = 0; bin < sums.length; bin += 1) {
    below += sums[bin] ?? 0;
    if (below >= probability - 1e-9) return bin;
  }
  return sums.length - 1;
}
