import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { ImportTemplateList } from '@poolrise/contracts';
import { Texts } from '../../i18n/texts';
import { T } from '../../i18n/t';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { confirmed } from '../settings/confirm-dialog';
import { Format } from '../ui/format';
import { Toast } from '../ui/toast';
import { ImportWords } from './import-words';
import { ImportsApi } from './imports-api';

type Template = ImportTemplateList['items'][number];

/** Mappings that were kept; nothing where there are none. */
@Component({
  selector: 'app-templates-card',
  imports: [T],
  template: `
    @if (templates.hasValue() && templates.value().items.length > 0) {
      <section class="pr-card">
        <h2>
          {{ 'imports.templates.title' | t }} <small>{{ 'imports.templates.text' | t }}</small>
        </h2>
        <ul class="pr-rows">
          @for (template of templates.value().items; track template.id) {
            <li>
              <div class="words">
                <b>{{ template.name }}</b>
                <small>{{ about(template) }}</small>
              </div>
              @if (session.may('write:imports')) {
                <button
                  class="pr-link"
                  type="button"
                  [attr.aria-label]="'imports.templates.forgetNamed' | t: { name: template.name }"
                  (click)="forget(template)"
                >
                  {{ 'imports.act.forgetGo' | t }}
                </button>
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      margin-top: 16px;
    }
    li {
      display: flex;
      align-items: center;
      gap: 12px;
      min-height: 48px;
    }
    button {
      font-size: 13px;
    }
  `,
})
export class TemplatesCard {
  private readonly api = inject(ImportsApi);
  private readonly dialogs = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly words = inject(ImportWords);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly templates = httpResource<ImportTemplateList>(() => '/api/v1/import-templates');

  constructor() {
    reloadOn(this.templates, 'imports');
  }

  protected about({ kinds, writtenBy, writtenAt }: Template): string {
    const who = this.texts.say('imports.templates.by', {
      name: writtenBy,
      ago: this.format.ago(writtenAt),
    });
    return kinds.length > 0 ? `${this.words.list(kinds.map((kind) => this.words.kind(kind)))} · ${who}` : who;
  }

  protected async forget({ id, name }: Template): Promise<void> {
    const done = await confirmed(this.dialogs, {
      title: this.texts.say('imports.templates.forgetTitle', { name }),
      text: this.texts.say('imports.templates.forgetText'),
      go: this.texts.say('imports.templates.forgetGo'),
      command: () => this.api.forgetTemplate(id),
    });
    this.templates.reload();
    if (done) this.toast.say(this.texts.say('imports.templates.forgotten', { name }));
  }
}
