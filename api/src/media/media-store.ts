import type { Readable } from 'node:stream';

/** A part of a file, both ends included. */
export interface ByteRange {
  from: number;
  to: number;
}

/** Where uploads lie. Keys are ours: letters, digits, hyphens and slashes. */
export interface MediaStore {
  /** Puts a whole file; whoever reads meanwhile sees all of it or nothing. Twice is once. */
  put(key: string, file: string, contentType: string): Promise<void>;
  /** @throws Missing when there is no such file */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /** Nothing when there is none. */
  drop(key: string): Promise<void>;
}

/** The store has no such file. */
export class Missing extends Error {}

/** The store of this installation; null when it has no place for files. */
export const MEDIA_STORE = Symbol('MEDIA_STORE');
