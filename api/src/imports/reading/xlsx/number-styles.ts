import { wholePart } from './xml-part';
import type { ZipParts } from './zip-parts';

/** Built-in formats of shares, days and times, those of Chinese Excel (27–36, 50–58) among them: ECMA-376 18.8.30. */
function builtIn(id: number): ShownAs {
  if (id === 9 || id === 10) return 'percent';
  const date =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return date ? 'date' : null;
}

/** What a cell style shows its number as, where that says more than the number. */
export type ShownAs = 'date' | 'percent' | null;

/** For each cell style whether it shows its number as a day or a time, or as so much of a hundred. */
export async function numberStyles(zip: ZipParts, part: string | null): Promise<ShownAs[]> {
  const custom = new Map<number, ShownAs>();
  const formats: number[] = [];
  let inCells = false;
  if (part === null || !zip.has(part)) return [];
  await wholePart(zip, part, {
    open: (name, attributes) => {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), shownAs(attributes['formatCode']));
      if (name === 'cellXfs') inCells = true;
      if (inCells && name === 'xf') formats.push(Number(attributes['numFmtId'] ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats.map((id) => custom.get(id) ?? builtIn(id));
}

function shownAs(code = ''): ShownAs {
  if (isDateFormat(code)) return 'date';
  return /%/.test(code.replace(/"[^"]*"|\\./gs, '')) ? 'percent' : null;
}

/** Whether a number format shows a day or a time: what stays of it without quoted text, colours and fillers. */
export function isDateFormat(code = ''): boolean {
  // Excel takes no longer ones.
  const [first = ''] = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|[_*]./gs, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';');
  return !/^general$/i.test(first.trim()) && /[ymdhs]/i.test(first.replace(/[e][+-]/gi, ''));
}

const dayMs = 86_400_000;

/** Days since 1899-12-30 of a moment written as ISO 8601, which strict files may hold; `null` where it is none. */
export function serialOfIso(text: string): number | null {
  const moment = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text.trim());
  if (!moment) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = moment
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const days = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / dayMs;
  return days + (hour * 3_600 + minute * 60 + second) / 86_400;
}
