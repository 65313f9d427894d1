import { nilKey, type ReadEvent } from './read-batch';

/** `COPY … (format binary)`: signature, flags and header length. */
const header = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const columns = 10;
const uuidBytes = 16;
/** PostgreSQL counts time from 2000. */
const epochMs = Date.UTC(2000, 0, 1);

/** Widths of the columns in bytes, in their order: page_id, position, kind, event_key, note_id, level, rail, boost_id, value, at. */
const widths = [8, 2, 2, uuidBytes, uuidBytes, 2, 2, uuidBytes, 4, 8] as const;
const rowBytesMax = 2 + widths.reduce((sum, width) => sum + 4 + width, 0);

/**
 * The rows of a group in COPY's binary format: the server copies bytes where it would parse 150 letters a row, of which the
 * time and the two ids cost most. Measured on two cores: 1.3 us a row less there for 0.3 more here.
 *
 * Source: PostgreSQL 18, COPY, "Binary Format". Every value is a number or a UUID that a signed token or a check vouches for.
 */
export function copyRows(events: readonly ReadEvent[]): Buffer {
  const rows = Buffer.allocUnsafe(header.length + events.length * rowBytesMax + 2);
  let end = header.copy(rows);
  for (const { kind, key, value, at, impression } of events) {
    end = rows.writeInt16BE(columns, end);
    end = writeLong(rows, impression.pageId, end);
    end = writeShort(rows, impression.position, end);
    end = writeShort(rows, kind, end);
    end = key === nilKey ? writeNil(rows, end) : writeUuid(rows, key, end);
    end = writeUuid(rows, impression.noteId, end);
    end = writeShort(rows, impression.level, end);
    end = writeShort(rows, impression.rail, end);
    end = impression.boostId === null ? rows.writeInt32BE(-1, end) : writeUuid(rows, impression.boostId, end);
    end = rows.writeInt32BE(4, end);
    end = rows.writeInt32BE(value, end);
    end = writeLong(rows, (at - epochMs) * 1000, end);
  }
  end = rows.writeInt16BE(-1, end);
  return rows.subarray(0, end);
}

function writeShort(rows: Buffer, value: number, end: number): number {
  return rows.writeInt16BE(value, rows.writeInt32BE(2, end));
}

/** A safe integer of 0 or more as eight bytes. */
function writeLong(rows: Buffer, value: number, end: number): number {
  const high = rows.writeUInt32BE(Math.floor(value / 2 ** 32), rows.writeInt32BE(8, end));
  return rows.writeUInt32BE(value % 2 ** 32, high);
}

function writeNil(rows: Buffer, end: number): number {
  const from = rows.writeInt32BE(uuidBytes, end);
  rows.fill(0, from, from + uuidBytes);
  return from + uuidBytes;
}

/** By hand: a native call for each id, and taking its hyphens out before, costs more than the sixteen steps. */
function writeUuid(rows: Buffer, text: string, end: number): number {
  let at = rows.writeInt32BE(uuidBytes, end);
  for (let letter = 0; letter < text.length; letter += 2) {
    if (text.charCodeAt(letter) === hyphen) letter++;
    rows[at++] = (digit(text.charCodeAt(letter)) << 4) | digit(text.charCodeAt(letter + 1));
  }
  return at;
}

const hyphen = 0x2d;
/** '0'..'9' are 0x30 to 0x39, 'a'..'f' 0x61 to 0x66; ids are in lower case here. */
const digit = (code: number): number => (code & 0xf) + (code >> 6) * 9;
