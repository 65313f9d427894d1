import { Injectable, Logger } from '@nestjs/common';
import type { ReportSpec, ScheduleReport } from '@poolrise/contracts';
import { nextRun, offsetOfZone, shiftDay } from '@poolrise/domain';
import { Db, isTransient } from '../db/db';
import { Refused } from '../http/refused';
import { HandlesJob } from '../jobs/handles-job';
import { announce } from '../live/announce';
import { makeEdition } from './editions';

/** A run that fails is tried again so often, minutes apart, before the next one is waited for. */
const triesMost = 3;
const minutesBetween = 5;
/** Runs that one round of the job makes. */
const runsAtOnce = 50;

interface DueReport {
  id: string;
  name: string;
  remarks: string;
  spec: ReportSpec;
  schedule: ScheduleReport;
  nextRunAt: Date;
}

/**
 * Makes the editions that are due. The promise is a column: a run and the next promise are one transaction, so a worker that
 * dies leaves the run to the next, and two workers cannot both make it. What was missed while nobody worked is made once.
 */
@Injectable()
export class ReportSchedule {
  private readonly log = new Logger('reports');

  constructor(private readonly db: Db) {}

  /** Returns how many editions were made. */
  @HandlesJob('report-schedule')
  async makeDue(now = new Date()): Promise<number> {
    const due = await this.db.asEngine((tx) =>
      tx.query<{ id: string; workspaceId: string }[]>(
        `select id, workspace_id as "workspaceId" from report where next_run_at <= $1 order by next_run_at, id limit $2`,
        [now, runsAtOnce],
      ),
    );
    let made = 0;
    for (const { id, workspaceId } of due) if (await this.makeOne(workspaceId, id, now)) made++;
    return made;
  }

  private async makeOne(workspaceId: string, reportId: string, now: Date): Promise<boolean> {
    try {
      return await this.db.inWorkspace(workspaceId, async (tx) => {
        const [report] = await tx.query<DueReport[]>(
          `select id, name, remarks, spec, schedule, next_run_at as "nextRunAt" from report
           where id = $1 and next_run_at <= $2 for update skip locked`,
          [reportId, now],
        );
        if (!report) return false;
        const { schedule, nextRunAt } = report;
        const spec = { ...report.spec, period: periodOf(schedule, nextRunAt.getTime()) };
        await makeEdition(
          tx,
          {
            workspaceId,
            personId: null,
            report: { ...report, spec },
            cause: 'schedule',
            dueAt: nextRunAt,
            format: schedule.format,
            language: schedule.language,
          },
          now,
        );
        await tx.query('update report set next_run_at = $2, attempts = 0, trouble = null where id = $1', [
          reportId,
          new Date(nextRun(schedule.rhythm, now.getTime())),
        ]);
        return true;
      });
    } catch (error) {
      if (isTransient(error)) return false;
      await this.putOff(workspaceId, reportId, error, now);
      return false;
    }
  }

  private async putOff(workspaceId: string, reportId: string, error: unknown, now: Date): Promise<void> {
    if (!(error instanceof Refused))
      this.log.error(`${reportId} failed: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const [report] = await tx.query<{ schedule: ScheduleReport; attempts: number }[]>(
        'select schedule, attempts from report where id = $1 and next_run_at <= $2 for update',
        [reportId, now],
      );
      if (!report) return;
      const again =
        report.attempts + 1 < triesMost
          ? now.getTime() + minutesBetween * 60_000
          : nextRun(report.schedule.rhythm, now.getTime());
      await tx.query(
        'update report set next_run_at = $2, attempts = attempts + 1, trouble = $3 where id = $1',
        [reportId, new Date(again), error instanceof Refused ? error.code : 'internal'],
      );
      await announce(tx, workspaceId, 'reports');
    });
  }
}

/** The days before the one on which a run is due, by the calendar of its zone. */
export function periodOf({ rhythm, days }: ScheduleReport, dueAt: number): ReportSpec['period'] {
  const today = new Date(dueAt + offsetOfZone(rhythm.timeZone)(dueAt)).toISOString().slice(0, 10);
  return { from: shiftDay(today, -days), to: shiftDay(today, -1) };
}
