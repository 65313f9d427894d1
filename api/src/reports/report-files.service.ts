import { Injectable, StreamableFile } from '@nestjs/common';
import type { EditionFileQuery, ExportReport, ReportFormat, TakeSharedReport } from '@poolrise/contracts';
import type { ReaderLanguage } from '@poolrise/domain';
import { Readable } from 'node:stream';
import { audit } from '../accounts/audit';
import type { Visitor } from '../accounts/link-keys';
import { Db } from '../db/db';
import { attachment } from '../http/attachment';
import { csvOf, xlsxOf } from './files/report-table';
import { printReport } from './files/print-report';
import { voiceOf, type WrittenReport } from './files/report-words';
import { ReportLinksService } from './report-links.service';
import { editionView, newestEdition, workspaceName } from './reports.queries';
import { runReport } from './run-report';

/** Reports as files: filled in now, or as an edition has them. */
@Injectable()
export class ReportFilesService {
  constructor(
    private readonly db: Db,
    private readonly links: ReportLinksService,
  ) {}

  /** @throws Refused report-too-wide */
  async now(
    workspaceId: string,
    personId: string,
    { name, spec, format, language }: ExportReport,
    now = new Date(),
  ): Promise<StreamableFile> {
    const report = await this.db.inWorkspace(workspaceId, async (tx) => {
      const result = await runReport(tx, spec, now);
      const detail = { name, format, language };
      await audit(tx, { workspaceId, personId, action: 'report.downloaded', detail });
      return { name, remarks: '', workspace: await workspaceName(tx), spec, result };
    });
    return fileOf(report, format, language, now);
  }

  /** @throws Refused not-found */
  async ofEdition(
    workspaceId: string,
    personId: string,
    reportId: string,
    editionId: string,
    ask: EditionFileQuery,
    now = new Date(),
  ): Promise<StreamableFile> {
    const { report, format, language } = await this.db.inWorkspace(workspaceId, async (tx) => {
      const edition = await editionView(tx, reportId, editionId);
      const as = { format: ask.format ?? edition.format, language: ask.language ?? edition.language };
      const detail = { editionId, ...as };
      await audit(tx, { workspaceId, personId, action: 'report.downloaded', subjectId: reportId, detail });
      return { report: { ...edition, workspace: await workspaceName(tx) }, ...as };
    });
    return fileOf(report, format, language, now);
  }

  /** What those see who look on, and no more: the newest edition, while it is shared. @throws Refused not-found */
  async ofShared(
    workspaceId: string,
    personId: string,
    reportId: string,
    ask: EditionFileQuery,
    now = new Date(),
  ): Promise<StreamableFile> {
    const { report, format, language } = await this.db.inWorkspace(workspaceId, async (tx) => {
      const shared = await newestEdition(tx, reportId, null);
      const as = { format: ask.format ?? shared.format, language: ask.language ?? shared.language };
      const detail = { editionId: shared.id, ...as };
      await audit(tx, { workspaceId, personId, action: 'report.downloaded', subjectId: reportId, detail });
      return { report: shared, ...as };
    });
    return fileOf(report, format, language, now);
  }

  /** @throws Refused as ReportLinksService.take */
  async ofLink(
    { format, language, ...key }: TakeSharedReport,
    visitor: Visitor,
    now = new Date(),
  ): Promise<StreamableFile> {
    return fileOf(await this.links.take(key, visitor, now), format, language, now);
  }
}

const types: Record<ReportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

async function fileOf(
  report: WrittenReport,
  format: ReportFormat,
  language: ReaderLanguage,
  now: Date,
): Promise<StreamableFile> {
  const { from, to } = report.result.period;
  const about = {
    type: types[format],
    disposition: attachment(`${report.name} ${from} ${to}`, `report-${from}-${to}`, format),
  };
  if (format === 'pdf') {
    const pdf = await printReport(report, language, now);
    return new StreamableFile(pdf, { ...about, length: pdf.length });
  }
  const voice = voiceOf(language, report.spec.timeZone);
  const parts = format === 'csv' ? csvOf(report, voice) : xlsxOf(report, voice);
  return new StreamableFile(Readable.from(parts, { objectMode: false }), about);
}
