import { hashSpace, type ReachSketch } from './reach-sketch';

/** A stored sketch that is not what was written. */
export class DamagedSketch extends Error {
  override readonly name = 'DamagedSketch';
}

const magic = 0x5352;
const version = 1;
/** magic 2, version 1, nothing 1, size 4, share 8, theta less one 4, number of hashes 4, checksum 4 */
const headerLength = 28;
const checksumAt = 24;

/**
 * A sketch as it is stored: little-endian, a header of 28 bytes, then each hash less the one before it in groups of seven bits
 * with the low ones first (LEB128). A large audience takes about two bytes a hash and not four.
 */
export function sketchToBytes({ size, share, theta, hashes }: ReachSketch): Uint8Array {
  const bytes = new Uint8Array(headerLength + hashes.length * 5);
  let end = headerLength;
  let before = 0;
  for (const hash of hashes) {
    let gap = hash - before;
    before = hash;
    while (gap > 127) {
      bytes[end++] = (gap & 127) | 128;
      gap = Math.floor(gap / 128);
    }
    bytes[end++] = gap;
  }
  const header = new DataView(bytes.buffer);
  header.setUint16(0, magic, true);
  header.setUint8(2, version);
  header.setUint32(4, size, true);
  header.setFloat64(8, share, true);
  header.setUint32(16, theta - 1, true);
  header.setUint32(20, hashes.length, true);
  header.setUint32(checksumAt, checksum(bytes.subarray(0, end)), true);
  return bytes.slice(0, end);
}

/** @throws DamagedSketch when a byte is missing, changed or too much, or when a later version wrote it */
export function sketchFromBytes(bytes: Uint8Array): ReachSketch {
  if (bytes.length < headerLength) throw new DamagedSketch(`A sketch of ${bytes.length} bytes`);
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (header.getUint16(0, true) !== magic) throw new DamagedSketch('These bytes are no sketch');
  if (header.getUint8(2) !== version)
    throw new DamagedSketch(`A sketch of version ${header.getUint8(2)}; this reads ${version}`);
  if (header.getUint32(checksumAt, true) !== checksum(bytes))
    throw new DamagedSketch('The checksum of the sketch does not agree');
  const size = header.getUint32(4, true);
  const share = header.getFloat64(8, true);
  const theta = header.getUint32(16, true) + 1;
  return { size, share, theta, hashes: readHashes(bytes, header.getUint32(20, true), theta) };
}

function readHashes(bytes: Uint8Array, count: number, theta: number): Uint32Array {
  // Every hash takes a byte or more, so a number of them that is a lie asks for no memory.
  if (count > bytes.length - headerLength) throw new DamagedSketch('The sketch ends before its hashes do');
  const hashes = new Uint32Array(count);
  let at = headerLength;
  let hash = 0;
  for (let index = 0; index < count; index++) {
    let gap = 0;
    let worth = 1;
    for (let more = true; more; worth *= 128) {
      const byte = bytes[at++];
      if (byte === undefined || worth > hashSpace) throw new DamagedSketch('The sketch ends in a hash');
      gap += (byte & 127) * worth;
      more = byte > 127;
    }
    hash += gap;
    if (hash >= theta || (gap === 0 && index > 0)) throw new DamagedSketch('The hashes are out of order');
    hashes[index] = hash;
  }
  if (at !== bytes.length) throw new DamagedSketch('Bytes follow after the sketch');
  return hashes;
}

/** FNV-1a over everything but the checksum itself. */
function checksum(bytes: Uint8Array): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) {
    if (at >= checksumAt && at < headerLength) continue;
    h = Math.imul(h ^ (bytes[at] as number), 0x01000193);
  }
  return h >>> 0;
}
