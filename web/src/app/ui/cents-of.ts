/**
 * Integer cents of a typed amount in yuan; null when it is none, or finer than a cent.
 * Spaces, a yuan sign and commas between thousands are fine, as people paste them.
 */
export function centsOf(text: string): number | null {
  const plain = text.replaceAll(/[\s,，¥￥]/g, '');
  if (!/^\d{1,9}(\.\d{0,2})?$/.test(plain)) return null;
  return Math.round(Number(plain) * 100);
}
