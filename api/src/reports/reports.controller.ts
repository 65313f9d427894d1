import { Body, Controller, Header, Param, Query, type StreamableFile } from '@nestjs/common';
import {
  type BenchmarkList,
  ChangeReport,
  EditionFileQuery,
  type EditionRow,
  type EditionView,
  ExportReport,
  KeepEdition,
  type NewLinkView,
  OpenReportLink,
  type Page,
  type ReportDesk,
  type ReportResult,
  type ReportRow,
  type ReportThings,
  ReportThingsQuery,
  ReportSpec,
  ReportsQuery,
  ScheduleReport,
  SetBenchmark,
  type SharedReport,
  type SharedReportRow,
  ShareReport,
  type TrueCostView,
  WriteReport,
} from '@poolrise/contracts';
import { Db } from '../db/db';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { BenchmarksService } from './benchmarks.service';
import { noteCost } from './note-cost';
import { ReportFilesService } from './report-files.service';
import { ReportLinksService } from './report-links.service';
import { templatesFor } from './report-templates';
import { reportThings } from './report-things.queries';
import {
  editionPage,
  editionView,
  newestEdition,
  reportDesk,
  reportPage,
  sharedReportPage,
} from './reports.queries';
import { ReportsService } from './reports.service';

@Controller()
export class ReportsController {
  constructor(
    private readonly db: Db,
    private readonly reports: ReportsService,
    private readonly files: ReportFilesService,
    private readonly links: ReportLinksService,
    private readonly benchmarks: BenchmarksService,
  ) {}

  @Serves('reportTemplates')
  templates() {
    return { items: templatesFor(new Date()) };
  }

  @Serves('reportThings')
  things(
    @WorkspaceId() workspaceId: string,
    @Query(checked(ReportThingsQuery)) query: ReportThingsQuery,
  ): Promise<ReportThings> {
    return this.db.inWorkspace(workspaceId, (tx) => reportThings(tx, query));
  }

  @Serves('runReport')
  run(
    @WorkspaceId() workspaceId: string,
    @Body(checked(ReportSpec)) spec: ReportSpec,
  ): Promise<ReportResult> {
    return this.reports.run(workspaceId, spec);
  }

  @Serves('exportReport')
  @Header('cache-control', 'no-store')
  export(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(ExportReport)) ask: ExportReport,
  ): Promise<StreamableFile> {
    return this.files.now(workspaceId, person.id, ask);
  }

  @Serves('reports')
  page(
    @WorkspaceId() workspaceId: string,
    @Query(checked(ReportsQuery)) query: ReportsQuery,
  ): Promise<Page<ReportRow>> {
    return this.db.inWorkspace(workspaceId, (tx) => reportPage(tx, query));
  }

  @Serves('writeReport')
  write(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(WriteReport)) ask: WriteReport,
  ): Promise<ReportDesk> {
    return this.reports.write(workspaceId, person.id, ask);
  }

  @Serves('report')
  one(
    @WorkspaceId() workspaceId: string,
    @Param('reportId', checkedId) reportId: string,
  ): Promise<ReportDesk> {
    return this.db.inWorkspace(workspaceId, (tx) => reportDesk(tx, reportId));
  }

  @Serves('changeReport')
  change(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('reportId', checkedId) reportId: string,
    @Body(checked(ChangeReport)) ask: ChangeReport,
  ): Promise<ReportDesk> {
    return this.reports.change(workspaceId, person.id, reportId, ask);
  }

  @Serves('deleteReport')
  delete(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('reportId', checkedId) reportId: string,
  ): Promise<void> {
    return this.reports.delete(workspaceId, person.id, reportId);
  }

  @Serves('scheduleReport')
  schedule(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('reportId', checkedId) reportId: string,
    @Body(checked(ScheduleReport)) ask: ScheduleReport,
  ): Promise<ReportDesk> {
    return this.reports.schedule(workspaceId, person.id, reportId, ask);
  }

  @Serves('unscheduleReport')
  unschedule(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('reportId', checkedId) reportId: string,
  ): Promise<void> {
    return this.reports.unschedule(workspaceId, person.id, reportId);
  }

  @Serves('shareReport')
  share(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('reportId', checkedId) reportId: string,
    @Body(checked(ShareReport)) { shared }: ShareReport,
  ): Promise<ReportDesk> {
    return this.reports.share(workspaceId, person.id, reportId, shared);
  }

  @Serves('reportEditions')
  editions(
    @WorkspaceId() workspaceId: string,
    @Param('reportId', checkedId) reportId: string,
    @Query(checked(ReportsQuery)) query: ReportsQuery,
  ): Promise<Page<EditionRow>> {
    return this.db.inWorkspace(workspaceId, (tx) => editionPage(tx, reportId, query));
  }

  @Serves('keepReportEdition')
  keep(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('reportId', checkedId) reportId: string,
    @Body(checked(KeepEdition)) ask: KeepEdition,
  ): Promise<EditionView> {
    return this.reports.keep(workspaceId, person.id, reportId, ask);
  }

  @Serves('reportEdition')
  edition(
    @WorkspaceId() workspaceId: string,
    @Param('reportId', checkedId) reportId: string,
    @Param('editionId', checkedId) editionId: string,
  ): Promise<EditionView> {
    return this.db.inWorkspace(workspaceId, (tx) => editionView(tx, reportId, editionId));
  }

  @Serves('reportEditionFile')
  @Header('cache-control', 'no-store')
  editionFile(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('reportId', checkedId) reportId: string,
    @Param('editionId', checkedId) editionId: string,
    @Query(checked(EditionFileQuery)) query: EditionFileQuery,
  ): Promise<StreamableFile> {
    return this.files.ofEdition(workspaceId, person.id, reportId, editionId, query);
  }

  @Serves('openReportLink')
  openLink(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('reportId', checkedId) reportId: string,
    @Body(checked(OpenReportLink)) ask: OpenReportLink,
  ): Promise<NewLinkView> {
    return this.links.open(workspaceId, person.id, reportId, ask);
  }

  @Serves('revokeReportLink')
  revokeLink(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('reportId', checkedId) reportId: string,
    @Param('linkId', checkedId) linkId: string,
  ): Promise<void> {
    return this.links.revoke(workspaceId, person.id, reportId, linkId);
  }

  @Serves('sharedReports')
  sharedPage(
    @WorkspaceId() workspaceId: string,
    @Query(checked(ReportsQuery)) query: ReportsQuery,
  ): Promise<Page<SharedReportRow>> {
    return this.db.inWorkspace(workspaceId, (tx) => sharedReportPage(tx, query));
  }

  @Serves('sharedReport')
  shared(
    @WorkspaceId() workspaceId: string,
    @Param('reportId', checkedId) reportId: string,
  ): Promise<SharedReport> {
    return this.db.inWorkspace(workspaceId, (tx) => newestEdition(tx, reportId, null));
  }

  @Serves('sharedReportFile')
  @Header('cache-control', 'no-store')
  sharedFile(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('reportId', checkedId) reportId: string,
    @Query(checked(EditionFileQuery)) query: EditionFileQuery,
  ): Promise<StreamableFile> {
    return this.files.ofShared(workspaceId, person.id, reportId, query);
  }

  @Serves('noteCost')
  cost(
    @WorkspaceId() workspaceId: string,
    @Param('noteId', checkedId) noteId: string,
  ): Promise<TrueCostView> {
    return this.db.inWorkspace(workspaceId, (tx) => noteCost(tx, noteId));
  }

  @Serves('benchmarks')
  listBenchmarks(@WorkspaceId() workspaceId: string): Promise<BenchmarkList> {
    return this.benchmarks.list(workspaceId);
  }

  @Serves('setBenchmark')
  setBenchmark(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(SetBenchmark)) ask: SetBenchmark,
  ): Promise<BenchmarkList> {
    return this.benchmarks.set(workspaceId, person.id, ask);
  }

  @Serves('dropBenchmark')
  dropBenchmark(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('benchmarkId', checkedId) benchmarkId: string,
  ): Promise<void> {
    return this.benchmarks.drop(workspaceId, person.id, benchmarkId);
  }
}
