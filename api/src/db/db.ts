import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';

/** PostgreSQL says: try again (serialization failure, deadlock). */
const transient = new Set(['40001', '40P01']);
/** Whether the whole transaction should be tried again; only `Db` does that, so whoever catches it passes it on. */
export const isTransient = (error: unknown): boolean => transient.has(codeOf(error));
const tries = 5;

/**
 * The only door to the database. A transaction speaks for one workspace, whose rows are all it can see, or puts on the
 * engine's hat, which works across workspaces (feed, ingest, verdicts, sign-in). Outside both there is no row to see.
 */
@Injectable()
export class Db {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Runs `work` in one transaction that sees the rows of `workspaceId` only. */
  inWorkspace<T>(workspaceId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.transaction(`select set_config('app.workspace', $1, true)`, [workspaceId], work);
  }

  /** Runs `work` in one transaction that sees every workspace. Not for requests of people about their own data. */
  asEngine<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.transaction('set local role poolrise_engine', [], work);
  }

  /** One of the two, for what is carried out under a hat of its own. */
  wearing<T>(
    hat: 'workspace' | 'engine',
    workspaceId: string,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    return hat === 'engine' ? this.asEngine(work) : this.inWorkspace(workspaceId, work);
  }

  /** One query for one screen of a workspace. */
  read<Row>(workspaceId: string, sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.inWorkspace(workspaceId, (tx) => tx.query<Row[]>(sql, parameters));
  }

  private async transaction<T>(
    scope: string,
    parameters: unknown[],
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.source.transaction(async (tx) => {
          await tx.query(scope, parameters);
          return work(tx);
        });
      } catch (error) {
        if (attempt === tries || !isTransient(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, attempt * 10 * (1 + Math.random())));
      }
    }
  }
}

/** SQLSTATE of a database error, or ''. */
export function codeOf(error: unknown): string {
  const driver =
    (error as { driverError?: { code?: unknown } } | null)?.driverError ??
    (error as { code?: unknown } | null);
  return typeof driver?.code === 'string' ? driver.code : '';
}

/** Name of the constraint that a database error speaks of, or ''. */
export function constraintOf(error: unknown): string {
  const driver = (error as { driverError?: { constraint?: unknown } } | null)?.driverError;
  return typeof driver?.constraint === 'string' ? driver.constraint : '';
}
