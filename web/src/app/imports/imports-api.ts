import { HttpClient, type HttpEvent } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ImportMapping, ImportRetention, ImportTemplateList, ImportView } from '@poolrise/contracts';
import { firstValueFrom, type Observable } from 'rxjs';
import { Texts } from '../../i18n/texts';
import { saveBlob } from '../ui/save-file';

const path = '/api/v1/imports';

/** Commands about files that are brought in; pages read with paged lists and resources. */
@Service()
export class ImportsApi {
  private readonly http = inject(HttpClient);
  private readonly texts = inject(Texts);

  /** The file as it is, with how much of it has been sent. */
  upload(file: File, keptMonths?: number): Observable<HttpEvent<ImportView>> {
    return this.http.post<ImportView>(path, file, {
      params: { name: file.name, ...(keptMonths !== undefined && { keptMonths }) },
      headers: { 'content-type': 'application/octet-stream' },
      observe: 'events',
      reportProgress: true,
    });
  }

  map(importId: string, mapping: ImportMapping): Promise<ImportView> {
    return firstValueFrom(this.http.post<ImportView>(`${path}/${importId}/mapping`, { mapping }));
  }

  commit(importId: string): Promise<ImportView> {
    return firstValueFrom(this.http.post<ImportView>(`${path}/${importId}/commit`, {}));
  }

  undo(importId: string): Promise<ImportView> {
    return firstValueFrom(this.http.post<ImportView>(`${path}/${importId}/undo`, {}));
  }

  /** Says until when what the file brought is kept. */
  keep(importId: string, keptUntil: string): Promise<ImportView> {
    return firstValueFrom(this.http.post<ImportView>(`${path}/${importId}/retention`, { keptUntil }));
  }

  setRetention(months: number): Promise<ImportRetention> {
    return firstValueFrom(this.http.post<ImportRetention>('/api/v1/import-retention', { months }));
  }

  forget(importId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${path}/${importId}`));
  }

  /** The rows that were not taken, as a file that can be mended and brought in again. */
  async saveRejected(importId: string, name: string): Promise<void> {
    const language = this.texts.chinese() ? 'zh' : 'en';
    const file = await firstValueFrom(
      this.http.get(`${path}/${importId}/rejected-rows`, { params: { language }, responseType: 'blob' }),
    );
    const ending = file.type.startsWith('text/csv') ? 'csv' : 'xlsx';
    const what = this.texts.say('imports.preview.tabs.rejected');
    saveBlob(`${name.replace(/\.[^.]*$/, '')} ${what}.${ending}`, file);
  }

  templates(): Promise<ImportTemplateList> {
    return firstValueFrom(this.http.get<ImportTemplateList>('/api/v1/import-templates'));
  }

  keepTemplate(importId: string, name: string): Promise<ImportTemplateList> {
    return firstValueFrom(this.http.post<ImportTemplateList>('/api/v1/import-templates', { importId, name }));
  }

  forgetTemplate(templateId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/import-templates/${templateId}`));
  }
}
