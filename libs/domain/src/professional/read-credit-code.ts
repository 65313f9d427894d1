/** The 31 signs of a unified social credit code; I, O, S, V and Z are left out because they look like digits. */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const length = 18;

export const creditCodeFaults = ['length', 'sign', 'checksum'] as const;
export type CreditCodeFault = (typeof creditCodeFaults)[number];

export type CreditCodeReading =
  | { code: string }
  | { fault: 'length'; found: number }
  /** the sign that stands in no code, and its place from 1 on */
  | { fault: 'sign'; sign: string; place: number }
  | { fault: 'checksum' };

/**
 * Reads a unified social credit code (统一社会信用代码) as people write it: small letters, full-width signs, spaces and hyphens
 * are understood. The last of its 18 signs checks the others: the signs count 0 to 30, weighted by the powers of 3 modulo 31.
 * One wrong sign is always found, and so are two neighbours that changed places: no weight is a multiple of 31, and no two
 * that stand beside each other are the same.
 *
 * Source: GB 32100-2015, clause 4 and annex A (text of the standard).
 */
export function readCreditCode(text: string): CreditCodeReading {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐–—]/g, '');
  const letters = [...code];
  if (letters.length !== length) return { fault: 'length', found: letters.length };
  const place = letters.findIndex((letter) => !signs.includes(letter));
  if (place >= 0) return { fault: 'sign', sign: letters[place] ?? '', place: place + 1 };
  return letters[length - 1] === checkSign(letters.slice(0, -1)) ? { code } : { fault: 'checksum' };
}

function checkSign(letters: readonly string[]): string {
  let [sum, weight] = [0, 1];
  for (const letter of letters) {
    sum += signs.indexOf(letter) * weight;
    weight = (weight * 3) % signs.length;
  }
  return signs.charAt((signs.length - (sum % signs.length)) % signs.length);
}
