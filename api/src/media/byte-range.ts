import type { ByteRange } from './media-store';

/**
 * The part that a Range header asks for: null for the whole, `'unsatisfiable'` when it begins beyond the end. Headers in other
 * units, of several parts or of no form are passed over, as the standard has it.
 *
 * Source: RFC 9110, section 14.
 */
export function byteRange(header: string | undefined, bytes: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Number(last);
    return length === 0 ? 'unsatisfiable' : { from: Math.max(0, bytes - length), to: bytes - 1 };
  }
  const from = Number(first);
  if (from >= bytes) return 'unsatisfiable';
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  return to < from ? null : { from, to };
}
