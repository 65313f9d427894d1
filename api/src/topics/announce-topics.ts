import { liveChannel } from '../live/announce';
import type { Asks } from '../matching/match-candidates';

/** Says to every creator's desk and to the platform that topics changed, and to the desks that their bell did; names only. */
export const announceTopics = (tx: Asks): Promise<unknown> =>
  tx.query(
    `select pg_notify($1, id || said) from workspace cross join (values (' topics'), (' notices')) as news (said)
      where kind = 'creator' or kind = 'platform' and said = ' topics'`,
    [liveChannel],
  );
