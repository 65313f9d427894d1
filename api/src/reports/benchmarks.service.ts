import { Injectable } from '@nestjs/common';
import type { BenchmarkList, SetBenchmark } from '@poolrise/contracts';
import { type BenchmarkOverride, benchmarks, mergeBenchmarks } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';

/** Benchmarks that a workspace holds instead of published ones. */
const overridesMost = 500;

/** Figures to hold one's own against: as published, and as the workspace knows better. */
@Injectable()
export class BenchmarksService {
  constructor(private readonly db: Db) {}

  list(workspaceId: string): Promise<BenchmarkList> {
    return this.db.inWorkspace(workspaceId, listIn);
  }

  /** The latest word about the same counts. @throws Refused too-many-kept */
  set(workspaceId: string, personId: string, ask: SetBenchmark): Promise<BenchmarkList> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 33))', [workspaceId]);
      const [row] = await tx.query<{ id: string }[]>(
        `insert into benchmark_override (workspace_id, metric, category, scope, medium, kind, value, low, high, reason, set_by, set_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now())
         on conflict on constraint one_override_per_benchmark do update
           set value = excluded.value, low = excluded.low, high = excluded.high, reason = excluded.reason,
               set_by = excluded.set_by, set_at = excluded.set_at
         returning id`,
        [
          workspaceId,
          ask.metric,
          ask.category,
          ask.scope,
          ask.medium,
          ask.kind,
          ask.value,
          ask.low,
          ask.high,
          ask.reason,
          personId,
        ],
      );
      const [held] = await tx.query<{ count: number }[]>('select count(*)::int from benchmark_override');
      if ((held?.count ?? 0) > overridesMost)
        throw new Refused('too-many-kept', { figures: { kept: overridesMost, most: overridesMost } });
      const { metric, category, value, low, high } = ask;
      await audit(tx, {
        workspaceId,
        personId,
        action: 'benchmark.set',
        subjectId: row?.id,
        detail: { metric, category, value, low, high },
      });
      await announce(tx, workspaceId, 'reports');
      return listIn(tx);
    });
  }

  /** @throws Refused not-found */
  async drop(workspaceId: string, personId: string, benchmarkId: string): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const [[row]] = await tx.query<[{ metric: string }[], number]>(
        'delete from benchmark_override where id = $1 returning metric',
        [benchmarkId],
      );
      if (!row) throw new Refused('not-found', { field: 'path.benchmarkId' });
      await audit(tx, {
        workspaceId,
        personId,
        action: 'benchmark.dropped',
        subjectId: benchmarkId,
        detail: { metric: row.metric },
      });
      await announce(tx, workspaceId, 'reports');
    });
  }
}

type Override = BenchmarkOverride & { id: string };

async function listIn(tx: EntityManager): Promise<BenchmarkList> {
  const overrides = await tx.query<Override[]>(
    `select benchmark_override.id, metric, category, scope, medium, kind, value, low, high, reason,
       coalesce(person.name, '') as "setBy", ${isoInstant('set_at')} as "setAt"
     from benchmark_override left join person on person.id = set_by order by set_at, benchmark_override.id limit ${overridesMost}`,
  );
  return {
    items: mergeBenchmarks(benchmarks, overrides).map(({ override, published, ...row }) => ({
      ...row,
      override: override && shown(override as Override),
      published: published.map(({ value, low, high, mark, source, statedOn }) => ({
        value,
        low,
        high,
        mark,
        source,
        statedOn,
      })),
    })),
  };
}

const shown = ({ id, value, low, high, reason, setBy, setAt }: Override) => ({
  id,
  value,
  low,
  high,
  reason,
  setBy,
  setAt,
});
