import { liveChannel } from '../live/announce';
import type { Asks } from '../matching/match-candidates';

/** Says to every creator's desk and to the platform that topics changed; names only. */
export const announceTopics = (tx: Asks): Promise<unknown> =>
  tx.query(`select pg_notify($1, id || ' topics') from workspace where kind in ('creator', 'platform')`, [
    liveChannel,
  ]);
