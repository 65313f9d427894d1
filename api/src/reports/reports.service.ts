import { Injectable } from '@nestjs/common';
import type {
  ChangeReport,
  EditionView,
  KeepEdition,
  ReportDesk,
  ReportResult,
  ReportSpec,
  ScheduleReport,
  WriteReport,
} from '@poolrise/contracts';
import { nextRun } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit, type AuditAction } from '../accounts/audit';
import { constraintOf, Db } from '../db/db';
import { Refused } from '../http/refused';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { announce } from '../live/announce';
import { makeEdition } from './editions';
import { editionView, reportDesk } from './reports.queries';
import { runReport } from './run-report';

/** Reports that a workspace keeps. */
const reportsMost = 500;

/** A kept report, held while something is done with it. */
export interface LockedReport {
  id: string;
  name: string;
  remarks: string;
  spec: ReportSpec;
  version: number;
}

/** Reports: filled in, kept, sent out by a schedule. */
@Injectable()
export class ReportsService {
  constructor(private readonly db: Db) {}

  /** @throws Refused report-too-wide */
  run(workspaceId: string, spec: ReportSpec, now = new Date()): Promise<ReportResult> {
    return this.db.inWorkspace(workspaceId, (tx) => runReport(tx, spec, now));
  }

  /** Keeps a report, or returns the one already kept under the same request key. @throws Refused name-taken, too-many-reports, request-key-reused */
  write(workspaceId: string, personId: string, ask: WriteReport): Promise<ReportDesk> {
    const { requestKey, ...asked } = ask;
    const hash = requestFingerprint(asked);
    return named(
      this.db.inWorkspace(workspaceId, async (tx) => {
        // The workspace is the one lock: two who keep at once are counted one after the other.
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 32))', [workspaceId]);
        const [earlier] = await tx.query<{ id: string; request_hash: string }[]>(
          'select id, request_hash from report where request_key = $1',
          [requestKey],
        );
        if (earlier) {
          if (earlier.request_hash !== hash)
            throw new Refused('request-key-reused', { field: '/requestKey' });
          return reportDesk(tx, earlier.id);
        }
        const [kept] = await tx.query<{ count: number }[]>('select count(*)::int as count from report');
        if ((kept?.count ?? 0) >= reportsMost)
          throw new Refused('too-many-reports', { figures: { kept: kept?.count ?? 0, most: reportsMost } });
        const [row] = await tx.query<{ id: string }[]>(
          `insert into report (workspace_id, name, remarks, spec, request_key, request_hash, created_by, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, now(), now()) returning id`,
          [workspaceId, ask.name, ask.remarks, JSON.stringify(ask.spec), requestKey, hash, personId],
        );
        return record(tx, { workspaceId, personId, reportId: row?.id ?? '' }, 'report.kept', {
          name: ask.name,
        });
      }),
    );
  }

  /** @throws Refused not-found, name-taken, report-moved-on */
  change(workspaceId: string, personId: string, reportId: string, ask: ChangeReport): Promise<ReportDesk> {
    return named(
      this.db.inWorkspace(workspaceId, async (tx) => {
        const { version } = await lockReport(tx, reportId);
        if (version !== ask.version)
          throw new Refused('report-moved-on', {
            field: '/version',
            figures: { yours: ask.version, latest: version },
          });
        await tx.query(
          `update report set name = $2, remarks = $3, spec = $4, version = version + 1, updated_at = now() where id = $1`,
          [reportId, ask.name, ask.remarks, JSON.stringify(ask.spec)],
        );
        return record(tx, { workspaceId, personId, reportId }, 'report.changed', { version: version + 1 });
      }),
    );
  }

  /** @throws Refused not-found */
  async delete(workspaceId: string, personId: string, reportId: string): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const { name } = await lockReport(tx, reportId);
      await tx.query('delete from report where id = $1', [reportId]);
      await audit(tx, {
        workspaceId,
        personId,
        action: 'report.deleted',
        subjectId: reportId,
        detail: { name },
      });
      await announce(tx, workspaceId, 'reports');
    });
  }

  /** @throws Refused not-found */
  schedule(
    workspaceId: string,
    personId: string,
    reportId: string,
    ask: ScheduleReport,
    now = new Date(),
  ): Promise<ReportDesk> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await lockReport(tx, reportId);
      const next = ask.paused ? null : new Date(nextRun(ask.rhythm, now.getTime()));
      await tx.query(
        'update report set schedule = $2, next_run_at = $3, attempts = 0, trouble = null where id = $1',
        [reportId, JSON.stringify(ask), next],
      );
      const detail = { every: ask.rhythm.every, at: ask.rhythm.at, timeZone: ask.rhythm.timeZone };
      return record(tx, { workspaceId, personId, reportId }, 'report.scheduled', detail);
    });
  }

  /** @throws Refused not-found */
  async unschedule(workspaceId: string, personId: string, reportId: string): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      await lockReport(tx, reportId);
      await tx.query(
        'update report set schedule = null, next_run_at = null, attempts = 0, trouble = null where id = $1',
        [reportId],
      );
      await record(tx, { workspaceId, personId, reportId }, 'report.unscheduled', {});
    });
  }

  /** Shows the newest edition to those who look on; where there is none, it is made. @throws Refused not-found, report-too-wide */
  share(
    workspaceId: string,
    personId: string,
    reportId: string,
    shared: boolean,
    now = new Date(),
  ): Promise<ReportDesk> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const report = await lockReport(tx, reportId);
      if (shared) await firstEdition(tx, { workspaceId, personId, report, language: 'zh-CN' }, now);
      const [[changed]] = await tx.query<[object[], number]>(
        `update report set shared_at = case when $2 then now() end where id = $1 and (shared_at is not null) <> $2 returning id`,
        [reportId, shared],
      );
      if (!changed) return reportDesk(tx, reportId);
      const action = shared ? 'report.shared' : 'report.unshared';
      return record(tx, { workspaceId, personId, reportId }, action, {});
    });
  }

  /** @throws Refused not-found, report-too-wide */
  keep(
    workspaceId: string,
    personId: string,
    reportId: string,
    { format, language }: KeepEdition,
    now = new Date(),
  ): Promise<EditionView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const report = await lockReport(tx, reportId);
      const ask = { workspaceId, personId, report, cause: 'kept' as const, dueAt: null, format, language };
      return editionView(tx, reportId, await makeEdition(tx, ask, now));
    });
  }
}

/** @throws Refused not-found */
export async function lockReport(tx: EntityManager, reportId: string): Promise<LockedReport> {
  const [report] = await tx.query<LockedReport[]>(
    'select id, name, remarks, spec, version from report where id = $1 for update',
    [reportId],
  );
  if (!report) throw new Refused('not-found', { field: 'path.reportId' });
  return report;
}

/** An edition to show, where nobody has made one yet. @throws Refused report-too-wide */
export async function firstEdition(
  tx: EntityManager,
  about: { workspaceId: string; personId: string; report: LockedReport; language: string },
  now: Date,
): Promise<void> {
  const [edition] = await tx.query<object[]>('select from report_edition where report_id = $1 limit 1', [
    about.report.id,
  ]);
  if (!edition) await makeEdition(tx, { ...about, cause: 'link', dueAt: null, format: 'pdf' }, now);
}

async function record(
  tx: EntityManager,
  { workspaceId, personId, reportId }: { workspaceId: string; personId: string; reportId: string },
  action: AuditAction,
  detail: Record<string, unknown>,
): Promise<ReportDesk> {
  await audit(tx, { workspaceId, personId, action, subjectId: reportId, detail });
  await announce(tx, workspaceId, 'reports');
  return reportDesk(tx, reportId);
}

const named = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    if (constraintOf(error) === 'one_report_per_name') throw new Refused('name-taken', { field: '/name' });
    throw error;
  });
