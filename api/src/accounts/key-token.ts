import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';

const shape = /^pr_live_([0-9a-f]{32})_[0-9a-f]{72}$/;
const checksumLength = 8;

/** A key as it is shown once, and what is kept of it. */
export interface MintedKey {
  id: string;
  token: string;
  /** the first letters, by which a person recognises it in a list */
  prefix: string;
  hash: Buffer;
}

/**
 * Makes an API key: `pr_live_<id of the key><_><256 random bits><crc32 of all before>`, in hexadecimal.
 *
 * The id finds the row, so that nothing is looked up by secret; the checksum tells a mistyped key, and lets secret
 * scanners recognise a leaked one, without asking the database.
 */
export function mintKey(id: string = randomUUID()): MintedKey {
  const body = `pr_live_${id.replaceAll('-', '')}_${randomBytes(32).toString('hex')}`;
  const token = body + checksum(body);
  return { id, token, prefix: token.slice(0, 16), hash: hashOf(token) };
}

/** Id and hash of something that has the form of a key, or null. Says nothing about whether it is valid. */
export function readKey(token: string): { id: string; hash: Buffer } | null {
  const hex = shape.exec(token)?.[1];
  if (!hex || checksum(token.slice(0, -checksumLength)) !== token.slice(-checksumLength)) return null;
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { id, hash: hashOf(token) };
}

// A plain hash is enough for 256 random bits: there is no dictionary to try.
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(checksumLength, '0');
}
