import { midnightOf } from './file-moment';
import { plainText } from './plain-text';

/** Where the data date of a file of snapshots comes from. */
export type DataDate =
  | { readonly from: 'not-needed' }
  | { readonly from: 'column'; readonly header: string }
  | { readonly from: 'file-name'; readonly day: string }
  | { readonly from: 'ask'; readonly suggestion: string | null };

const separated = /(?<!\d)(20\d{2})[-_./年](\d{1,2})[-_./月](\d{1,2})(?!\d)/g;
const compact = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d{3,})/g;

/** The last day that a text names in full, `YYYY-MM-DD`, or null: of a range of days it is the end. */
export function dayInText(text: string): string | null {
  const plain = plainText(text);
  const days = [...plain.matchAll(separated), ...plain.matchAll(compact)].flatMap(([, year, month, day]) => {
    const midnight = midnightOf(Number(year), Number(month), Number(day));
    return typeof midnight === 'number'
      ? [`${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`]
      : [];
  });
  return days.sort().at(-1) ?? null;
}
