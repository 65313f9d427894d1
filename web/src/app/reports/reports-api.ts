import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  BenchmarkList,
  ChangeReport,
  EditionView,
  NewLinkView,
  ReportDesk,
  ReportFormat,
  ReportResult,
  ReportSpec,
  ReportThing,
  ReportThings,
  ScheduleReport,
  SetBenchmark,
  WriteReport,
} from '@poolrise/contracts';
import { firstValueFrom, fromEvent, takeUntil } from 'rxjs';
import { Texts } from '../../i18n/texts';
import { asFile, saveAnswer } from '../ui/save-answer';

const root = '/api/v1/reports';

/** Commands about reports, and the questions that travel as one. */
@Service()
export class ReportsApi {
  private readonly http = inject(HttpClient);
  private readonly texts = inject(Texts);

  /** Fills in a report; the question is let go of when it is aborted. */
  async run(spec: ReportSpec, aborted: AbortSignal): Promise<ReportResult> {
    const asked = this.http.post<ReportResult>('/api/v1/report-runs', spec);
    return firstValueFrom(asked.pipe(takeUntil(fromEvent(aborted, 'abort'))));
  }

  export(name: string, spec: ReportSpec, format: ReportFormat): Promise<void> {
    const ask = { name, spec, format, language: this.texts.language() };
    return saveAnswer(this.http.post('/api/v1/report-files', ask, asFile), `report.${format}`);
  }

  write(ask: WriteReport): Promise<ReportDesk> {
    return this.post(root, ask);
  }

  change(id: string, ask: ChangeReport): Promise<ReportDesk> {
    return this.post(`${root}/${id}`, ask);
  }

  delete(id: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${root}/${id}`));
  }

  schedule(id: string, ask: ScheduleReport): Promise<ReportDesk> {
    return this.post(`${root}/${id}/schedule`, ask);
  }

  unschedule(id: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${root}/${id}/schedule`));
  }

  share(id: string, shared: boolean): Promise<ReportDesk> {
    return this.post(`${root}/${id}/share`, { shared });
  }

  keep(id: string): Promise<EditionView> {
    return this.post(`${root}/${id}/editions`, { format: 'pdf', language: this.texts.language() });
  }

  editionFile(id: string, editionId: string, format: ReportFormat): Promise<void> {
    const params = { format, language: this.texts.language() };
    const asked = this.http.get(`${root}/${id}/editions/${editionId}/file`, { params, ...asFile });
    return saveAnswer(asked, `report.${format}`);
  }

  openLink(id: string, ask: { days: number; password?: string }): Promise<NewLinkView> {
    return this.post(`${root}/${id}/links`, { ...ask, language: this.texts.language() });
  }

  revokeLink(id: string, linkId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${root}/${id}/links/${linkId}`));
  }

  setBenchmark(ask: SetBenchmark): Promise<BenchmarkList> {
    return this.post('/api/v1/benchmarks', ask);
  }

  dropBenchmark(id: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/benchmarks/${id}`));
  }

  /** Of what was shared: the newest edition as a file. */
  sharedFile(id: string, format: ReportFormat): Promise<void> {
    const params = { format, language: this.texts.language() };
    const asked = this.http.get(`/api/v1/shared-reports/${id}/file`, { params, ...asFile });
    return saveAnswer(asked, `report.${format}`);
  }

  /** Notes or creators that fit some words, or those of some ids; known here or from files. */
  async things(
    kind: 'note' | 'creator',
    by: { search: string } | { ids: readonly string[] },
  ): Promise<ReportThing[]> {
    const asked: Record<string, string> =
      'ids' in by ? { ids: by.ids.join(',') } : { search: by.search.trim().slice(0, 100) };
    const params = { kind, ...asked };
    return (await firstValueFrom(this.http.get<ReportThings>('/api/v1/report-things', { params }))).items;
  }

  private post<T>(path: string, ask: object): Promise<T> {
    return firstValueFrom(this.http.post<T>(path, ask));
  }
}
