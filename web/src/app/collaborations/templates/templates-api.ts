import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { BriefTemplateContent, BriefTemplateView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

export const templatesRoot = '/api/v1/brief-templates';

/** Commands about templates of briefs. */
@Service()
export class TemplatesApi {
  private readonly http = inject(HttpClient);

  /** @param requestKey of this template, however often it is sent */
  write(name: string, content: BriefTemplateContent, requestKey: string): Promise<BriefTemplateView> {
    return firstValueFrom(this.http.post<BriefTemplateView>(templatesRoot, { name, content, requestKey }));
  }

  change(
    { id, version }: BriefTemplateView,
    name: string,
    content: BriefTemplateContent,
  ): Promise<BriefTemplateView> {
    return firstValueFrom(
      this.http.post<BriefTemplateView>(`${templatesRoot}/${id}`, { name, content, version }),
    );
  }

  async delete(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${templatesRoot}/${id}`));
  }
}
