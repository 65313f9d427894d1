import type { EditionCause, ReportFormat, ReportSpec } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { announce } from '../live/announce';
import { runReport } from './run-report';

/** Kept of one report: the oldest go when another comes. */
const editionsKept = 200;

export interface EditionAsk {
  workspaceId: string;
  /** null: its schedule */
  personId: string | null;
  report: { id: string; name: string; remarks: string; spec: ReportSpec };
  cause: EditionCause;
  /** the run of the schedule that it is */
  dueAt: Date | null;
  format: ReportFormat;
  language: string;
}

/** Fills in a report and keeps it as it stands. @throws Refused report-too-wide */
export async function makeEdition(tx: EntityManager, ask: EditionAsk, now: Date): Promise<string> {
  const { workspaceId, personId, report, cause, dueAt, format, language } = ask;
  const result = await runReport(tx, report.spec, now);
  const [row] = await tx.query<{ id: string }[]>(
    `insert into report_edition (workspace_id, report_id, cause, due_at, made_at, as_of, name, remarks, spec, result, format, language)
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [
      workspaceId,
      report.id,
      cause,
      dueAt,
      now,
      report.name,
      report.remarks,
      JSON.stringify(report.spec),
      JSON.stringify(result),
      format,
      language,
    ],
  );
  if (!row) throw new Error('an edition was written and is not there');
  await tx.query(
    `delete from report_edition where report_id = $1 and id in (
       select id from report_edition where report_id = $1 order by made_at desc, id desc offset ${editionsKept})`,
    [report.id],
  );
  await audit(tx, {
    workspaceId,
    personId,
    action: 'report.edition-made',
    subjectId: report.id,
    detail: { editionId: row.id, cause },
  });
  await announce(tx, workspaceId, 'reports');
  return row.id;
}
