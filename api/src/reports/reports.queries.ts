import type {
  EditionRow,
  EditionView,
  Page,
  PageQuery,
  ReportDesk,
  ReportRow,
  SharedReport,
  SharedReportRow,
} from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';

/** Links that a report shows: those that are closed leave the list in time. */
const linksShown = 50;

/** Kept reports, the latest changed first. */
export async function reportPage(tx: EntityManager, { cursor, limit }: PageQuery): Promise<Page<ReportRow>> {
  const [, at, id] = decodeCursor(cursor, z.literal('reports'), cursorInstant, z.uuid()) ?? [];
  const rows = await tx.query<ReportRow[]>(
    `select report.id, report.name, spec -> 'dimensions' as dimensions, spec -> 'metrics' as metrics,
       ${isoInstant('next_run_at')} as "nextRunAt", coalesce(person.name, '') as "createdBy", ${isoInstant('updated_at')} as "updatedAt"
     from report left join person on person.id = created_by
     where workspace_id = app_workspace() and ($1::timestamptz is null or (updated_at, report.id) < ($1, $2::uuid))
     order by updated_at desc, report.id desc limit $3`,
    [at ?? null, id ?? null, limit + 1],
  );
  return pageFrom(
    rows,
    limit,
    (row) => row,
    (row) => ['reports', row.updatedAt, row.id],
  );
}

const noReport = () => new Refused('not-found', { field: 'path.reportId' });

/** @throws Refused not-found */
export async function reportDesk(tx: EntityManager, reportId: string): Promise<ReportDesk> {
  const [row] = await tx.query<Omit<ReportDesk, 'links'>[]>(
    `select report.id, version, report.name, remarks, spec, schedule, ${isoInstant('next_run_at')} as "nextRunAt",
       coalesce(person.name, '') as "createdBy", ${isoInstant('report.created_at')} as "createdAt",
       ${isoInstant('updated_at')} as "updatedAt", ${isoInstant('shared_at')} as "sharedAt",
       case when trouble is not null then jsonb_build_object('attempts', attempts, 'code', trouble) end as trouble
     from report left join person on person.id = created_by where report.id = $1`,
    [reportId],
  );
  if (!row) throw noReport();
  return { ...row, links: await reportLinks(tx, reportId) };
}

/** Links of a report, the newest first; never what opens them. */
export function reportLinks(
  tx: EntityManager,
  reportId: string,
  linkId?: string,
): Promise<ReportDesk['links']> {
  return tx.query<ReportDesk['links']>(
    `select link.id, ${isoInstant('link.created_at')} as "createdAt", coalesce(person.name, '') as "createdBy",
       ${isoInstant('link.expires_at')} as "expiresAt", ${isoInstant('link.revoked_at')} as "revokedAt",
       link.password_hash is not null as "withPassword", ${isoInstant('link.last_viewed_at')} as "lastViewedAt", link.views
     from report_link link left join person on person.id = link.created_by
     where link.report_id = $1 and ($2::uuid is null or link.id = $2)
     order by link.created_at desc, link.id limit $3`,
    [reportId, linkId ?? null, linksShown],
  );
}

const editionSql = `edition.id, edition.name, edition.cause, ${isoInstant('edition.as_of')} as "asOf",
  ${isoInstant('edition.made_at')} as "madeAt", edition.spec -> 'period' as period, edition.format, edition.language`;
const wholeEditionSql = `${editionSql}, edition.remarks, edition.spec, edition.result`;

/** Editions of a report, the newest first. @throws Refused not-found */
export async function editionPage(
  tx: EntityManager,
  reportId: string,
  { cursor, limit }: PageQuery,
): Promise<Page<EditionRow>> {
  const [, at, id] = decodeCursor(cursor, z.literal('editions'), cursorInstant, z.uuid()) ?? [];
  const [report] = await tx.query<object[]>('select from report where id = $1', [reportId]);
  if (!report) throw noReport();
  const rows = await tx.query<EditionRow[]>(
    `select ${editionSql} from report_edition edition
     where report_id = $1 and ($2::timestamptz is null or (made_at, id) < ($2, $3::uuid))
     order by made_at desc, id desc limit $4`,
    [reportId, at ?? null, id ?? null, limit + 1],
  );
  return pageFrom(
    rows,
    limit,
    (row) => row,
    (row) => ['editions', row.madeAt, row.id],
  );
}

/** @throws Refused not-found */
export async function editionView(
  tx: EntityManager,
  reportId: string,
  editionId: string,
): Promise<EditionView> {
  const [edition] = await tx.query<EditionView[]>(
    `select ${wholeEditionSql} from report_edition edition where report_id = $1 and id = $2`,
    [reportId, editionId],
  );
  if (!edition) throw new Refused('not-found', { field: 'path.editionId' });
  return edition;
}

/** Reports that those who look on may see. */
export async function sharedReportPage(
  tx: EntityManager,
  { cursor, limit }: PageQuery,
): Promise<Page<SharedReportRow>> {
  const [, at, id] = decodeCursor(cursor, z.literal('shared-reports'), cursorInstant, z.uuid()) ?? [];
  const rows = await tx.query<(SharedReportRow & { sharedAt: string })[]>(
    `select report.id, edition.name, ${isoInstant('edition.as_of')} as "asOf", edition.spec -> 'period' as period,
       ${isoInstant('shared_at')} as "sharedAt"
     from report cross join lateral (
       select * from report_edition where report_id = report.id order by made_at desc, id desc limit 1) edition
     where report.workspace_id = app_workspace() and shared_at is not null
       and ($1::timestamptz is null or (shared_at, report.id) < ($1, $2::uuid))
     order by shared_at desc, report.id desc limit $3`,
    [at ?? null, id ?? null, limit + 1],
  );
  return pageFrom(
    rows,
    limit,
    ({ sharedAt: _, ...row }) => row,
    (row) => ['shared-reports', row.sharedAt, row.id],
  );
}

/** The newest edition; for those who look on only of what was shared with them. @throws Refused not-found */
export async function newestEdition(
  tx: EntityManager,
  reportId: string,
  openUntil: string | null,
): Promise<SharedReport> {
  const [edition] = await tx.query<SharedReport[]>(
    `select ${wholeEditionSql}, workspace.name as workspace, $2::text as "openUntil"
     from report_edition edition join report on report.id = report_id join workspace on workspace.id = report.workspace_id
     where report_id = $1 and ($2::text is not null or shared_at is not null)
     order by made_at desc, edition.id desc limit 1`,
    [reportId, openUntil],
  );
  if (!edition) throw noReport();
  return withoutFiles(edition);
}

/** Names and ids of files are the workspace's own; how many there are is told. */
const withoutFiles = (shared: SharedReport): SharedReport => ({
  ...shared,
  result: {
    ...shared.result,
    columns: shared.result.columns.map((column) => ({
      ...column,
      lineage: column.lineage && { ...column.lineage, origins: [] },
    })),
  },
});

export async function workspaceName(tx: EntityManager): Promise<string> {
  const [row] = await tx.query<{ name: string }[]>('select name from workspace where id = app_workspace()');
  return row?.name ?? '';
}
