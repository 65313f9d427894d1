import type { Cell } from './cells';
import { plainText, readableText, saysNothing } from './plain-text';
import { type CellRefusal, type Reading, known, refused, unknown } from './reading';

const hex24 = /^[0-9a-f]{24}$/i;
const exponentForm = /^\d(?:\.\d+)?e\+?\d+$/i;
const shortLink = /(?:https?:\/\/)?(?:www\.)?xhslink\.(?:com|cn)\/[\w/-]+/i;
const ownHosts = /(?:^|\.)(?:xiaohongshu\.com|rednote\.com|xhscdn\.com)$/i;
const notePaths = [
  /\/(?:explore|discovery\/item|search_result|note|notes|item)\/([0-9a-f]{24})(?![0-9a-f])/i,
  /\/user\/profile\/[0-9a-f]{24}\/([0-9a-f]{24})(?![0-9a-f])/i,
  /[?&](?:note_?id|noteId|source_note_id)=([0-9a-f]{24})(?![0-9a-f])/i,
];

/**
 * Reads the id of a note, 24 hexadecimal digits, from itself or from a link: `/explore/…`, `/discovery/item/…`, on
 * xiaohongshu.com or rednote.com, alone or inside a shared text. Tokens in the link are left behind.
 *
 * A short link (xhslink.com) cannot be resolved without asking the platform and is unknown. A link to a profile holds a
 * person's id of the same form, and is refused. Source: domain notes 5.3.
 */
export function readNoteId(cell: Cell): Reading<string> {
  if (cell === null) return unknown('empty');
  if (typeof cell === 'number') return refused('id-digits-lost');
  if (typeof cell !== 'string') return refused('not-a-note-id');
  const text = plainText(cell).replace(/^['`]/, '');
  const nothing = saysNothing(text);
  if (nothing) return nothing;
  if (hex24.test(text)) return known(text.toLowerCase());
  if (exponentForm.test(text)) return refused('exponent-form');
  return fromLink(text) ?? refused('not-a-note-id');
}

function fromLink(text: string): Reading<string> | null {
  const found = /(?:[a-z]+:\/\/)?((?:[\w-]+\.)+[a-z]{2,})?(\/[^\s，。]*)/i.exec(text);
  if (/^xhsdiscover:\/\//i.test(text)) return idFound(/[0-9a-f]{24}/i.exec(text)?.[0]);
  if (shortLink.test(text)) return unknown('short-link');
  if (!found) return null;
  const [, host = '', path = ''] = found;
  if (host && !ownHosts.test(host)) return refused('foreign-link');
  for (const pattern of notePaths) {
    const id = pattern.exec(path)?.[1];
    if (id) return known(id.toLowerCase());
  }
  return /\/user\/profile\//i.test(path) ? refused('profile-link') : null;
}

const idFound = (id: string | undefined): Reading<string> | null => (id ? known(id.toLowerCase()) : null);

/**
 * A link to a note without its secrets: the canonical address of its id, or the short link as it is, unresolved.
 */
export function readNoteLink(cell: Cell): Reading<string> {
  if (cell === null) return unknown('empty');
  if (typeof cell === 'number') return refused('not-a-note-id');
  const id = readNoteId(cell);
  if (id.kind === 'value') return known(`https://www.xiaohongshu.com/explore/${id.value}`);
  if (id.kind === 'unknown' && id.why === 'short-link' && typeof cell === 'string')
    return known(shortLink.exec(plainText(cell))?.[0] ?? plainText(cell));
  return id;
}

/** Spreadsheets keep fifteen digits of a number; what follows is zeros. */
const keptDigits = 15;

/**
 * Reads an id that is only digits, such as an order's (15 to 30) or a Juguang campaign's (beyond 2^53), as a string.
 *
 * A number of more than 15 digits has lost some of them in a spreadsheet, and `1.23E+17` shows that it has: both are
 * refused, and so is a long id that ends in five zeros and more after its fifteenth digit.
 *
 * @param length shortest and longest that are possible
 */
export function readDigitsId(cell: Cell, length: readonly [number, number] = [1, 30]): Reading<string> {
  const text = idText(cell);
  if (typeof text !== 'string') return text;
  const nothing = saysNothing(text);
  if (nothing) return nothing;
  const refusal = whyLost(cell, text);
  if (refusal) return refused(refusal);
  if (!/^\d+$/.test(text) || text.length < length[0] || text.length > length[1]) return refused('not-an-id');
  return known(text);
}

/** Reads an id whose form is not known: a creator's, a shop's. Up to 64 letters, digits, `-`, `_`, `.` and `:`. */
export function readAnyId(cell: Cell): Reading<string> {
  const text = idText(cell);
  if (typeof text !== 'string') return text;
  const nothing = saysNothing(text);
  if (nothing) return nothing;
  const refusal = whyLost(cell, text);
  if (refusal) return refused(refusal);
  return /^[\p{L}\d][\p{L}\d._:@-]{0,63}$/u.test(text) ? known(text) : refused('not-an-id');
}

function idText(cell: Cell): string | Reading<never> {
  if (cell === null) return unknown('empty');
  if (typeof cell === 'boolean' || typeof cell === 'object') return refused('not-an-id');
  // A leading apostrophe or a closing tab is how exports keep spreadsheets from reading a number.
  return plainText(readableText(String(cell))).replace(/^['`=]+"?|"$/g, '');
}

function whyLost(cell: Cell, text: string): CellRefusal | null {
  if (exponentForm.test(text)) return 'exponent-form';
  if (typeof cell === 'number' && (text.length > keptDigits || !Number.isInteger(cell)))
    return 'id-digits-lost';
  return text.length >= 20 && /^\d{15,}?0{5,}$/.test(text) && /^0+$/.test(text.slice(keptDigits))
    ? 'id-digits-lost'
    : null;
}

/** Whether the digits of a long id after the fifteenth are all zeros: in a few rows chance, in most rows a spreadsheet. */
export const endsLikeALostId = (id: string): boolean =>
  /^\d{16,}$/.test(id) && /^0+$/.test(id.slice(keptDigits));

/** A web address without its query, where tokens and trackers are. */
export function readLink(cell: Cell): Reading<string> {
  if (cell === null) return unknown('empty');
  if (typeof cell !== 'string') return refused('not-a-link');
  const text = plainText(cell);
  const nothing = saysNothing(text);
  if (nothing) return nothing;
  const found = /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?:\/[^\s?#]*)?/i.exec(text);
  return found ? known(found[0]) : refused('not-a-link');
}
