/** Stirs 32 bits so that each bit of the answer hangs on all of them, without losing any: MurmurHash3's finalizer (Appleby). */
export function mix32(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** 32 bits of a text in the manner of FNV-1a (Fowler, Noll, Vo), by UTF-16 units and not yet stirred. */
export function hashText32(text: string, start: number): number {
  let h = start | 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}
