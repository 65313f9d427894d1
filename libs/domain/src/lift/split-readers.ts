import { hashText32, mix32 } from '../probability/mix-32';
import type { ReaderArm } from './holdout';

/** The salt of a trial and the share it holds out, as the feed has them at hand. */
export interface ReaderSplit {
  salt: string;
  /** Share of the readers who are held out, 0 to 1. */
  share: number;
}

/**
 * The arm of a reader: the same at every visit, on every machine and after every start, with nothing to be stored or asked for.
 *
 * A hash of salt and reader, uniform on 32 bits, against the share held out. Trials with salts of their own split readers
 * independently of each other. `readerKey` is a number in decimals that we made of the application's pseudonym.
 * Source: FNV-1a (Fowler, Noll, Vo) stirred by the finalizer of MurmurHash3 (Appleby); splitting by a hash of the unit as in
 * Kohavi, Tang, Xu, Trustworthy Online Controlled Experiments (2020), 14.
 */
export function armOf(readerKey: string, { salt, share }: ReaderSplit): ReaderArm {
  const start = mix32(hashText32(salt, 0x811c9dc5));
  return mix32(hashText32(readerKey, start)) >>> 0 < share * 4_294_967_296 ? 'held-out' : 'exposed';
}
