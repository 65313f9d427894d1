import type { Queue } from 'bullmq';
import { CreatorsService } from '../src/creators/creators.service';
import type { Db } from '../src/db/db';
import { JobsService } from '../src/jobs/jobs.service';
import { NotesService } from '../src/notes/notes.service';
import { NoteRulesQueries } from '../src/pools/note-rules.queries';
import { PeersService } from '../src/pools/peers.service';
import { PoliciesService } from '../src/pools/policies.service';
import { PoolBarsService } from '../src/pools/pool-bars.service';
import { PoolReturnsService } from '../src/pools/pool-returns.service';
import { PoolsQueries } from '../src/pools/pools.queries';
import { PoolsService } from '../src/pools/pools.service';

const noQueue = { add: () => Promise.resolve() } as unknown as Queue;

/** The pools on a spec's database, wired as the module wires them. */
export function poolsOn(db: Db) {
  const notes = new NotesService(db, new JobsService(noQueue), new CreatorsService(db));
  const peers = new PeersService();
  const policies = new PoliciesService();
  const bars = new PoolBarsService(db, policies, peers);
  const pools = new PoolsService(db, notes, policies, peers, bars);
  const queries = new PoolsQueries(db, peers, bars);
  return {
    notes,
    pools,
    returns: new PoolReturnsService(db, policies, peers, bars, pools),
    bars,
    queries,
    rules: new NoteRulesQueries(db, queries, pools),
  };
}
