import { hence } from './an-order';

/** A list's only page. */
export const pageOf = <T>(...items: T[]) => ({ items, nextCursor: null, asOf: hence(0) });
