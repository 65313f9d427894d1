/** Rounds down to whole cents: the direction for what we charge. */
export function floorCents(cents: number): number {
  return Math.floor(cents);
}

/**
 * Splits an amount by weights into whole cents that sum to it exactly.
 *
 * Largest remainder (Hamilton): everyone gets the part rounded down, and the cents left over go to the largest
 * remainders, the earlier one first when they are equal. Throws when there is something to split and no weight.
 */
export function shareCents(totalCents: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (!Number.isSafeInteger(totalCents) || totalCents < 0)
    throw new RangeError(`Cannot share ${totalCents} cents`);
  if (weights.some((weight) => !(weight >= 0 && Number.isFinite(weight))))
    throw new RangeError('A weight is negative');
  if (sum === 0) {
    if (totalCents === 0) return weights.map(() => 0);
    throw new RangeError(`Nobody to share ${totalCents} cents`);
  }

  const exact = weights.map((weight) => totalCents * (weight / sum));
  const parts = exact.map(Math.floor);
  const byRemainder = exact
    .map((amount, index) => ({ index, remainder: weights[index] ? amount - Math.floor(amount) : -1 }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .filter(({ remainder }) => remainder >= 0);

  // Fewer than one cent a part is left over, up to rounding of the products, so one round is nearly always enough.
  let left = totalCents - parts.reduce((all, part) => all + part, 0);
  const step = Math.sign(left);
  for (let turn = 0; left !== 0; turn = (turn + 1) % byRemainder.length) {
    const { index } = byRemainder[turn] as { index: number };
    if ((parts[index] ?? 0) + step < 0) continue;
    parts[index] = (parts[index] ?? 0) + step;
    left -= step;
  }
  return parts;
}
