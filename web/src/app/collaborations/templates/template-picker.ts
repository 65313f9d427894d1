import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { BriefPresets, BriefTemplateContent, BriefTemplateView, Page } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Toast } from '../../ui/toast';
import { templatesRoot } from './templates-api';

/** As many as one reads in a list; the others are found on the page of templates. */
const shownMost = 50;

/** A template to begin from, and the way to keep what was written as one. */
@Component({
  selector: 'app-template-picker',
  imports: [RouterLink, T],
  template: `
    <label>
      <span>{{ 'briefTemplates.picker.label' | t }}</span>
      <select class="pr-field" name="template" (change)="choose($event)">
        <option value="" selected>{{ 'briefTemplates.picker.none' | t }}</option>
        @if (own().length) {
          <optgroup [label]="'briefTemplates.own' | t">
            @for (one of own(); track one.id; let at = $index) {
              <option [value]="'own-' + at">{{ one.name }}</option>
            }
          </optgroup>
        }
        @if (presets().length) {
          <optgroup [label]="'briefTemplates.presets' | t">
            @for (one of presets(); track one.name; let at = $index) {
              <option [value]="'preset-' + at">{{ one.name }}</option>
            }
          </optgroup>
        }
      </select>
    </label>
    <p class="hint">
      {{ 'briefTemplates.picker.hint' | t }}
      <button class="pr-link" type="button" (click)="save()">{{ 'briefTemplates.saveAs' | t }}</button>
      <a [routerLink]="session.to('orders', 'templates')">{{ 'briefTemplates.manage' | t }}</a>
    </p>
  `,
  styles: `
    label {
      display: grid;
      gap: 4px;
      margin-top: 12px;
      font-size: 13px;
    }
    select {
      max-width: 420px;
    }
    .hint {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      margin-top: 4px;
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class TemplatePicker {
  private readonly dialogs = inject(MatDialog);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);

  /** of the note: presets speak it */
  readonly language = input.required<'zh' | 'en'>();
  /** what stands in the form now; null while it says nothing */
  readonly written = input.required<() => BriefTemplateContent | null>();
  readonly chosen = output<BriefTemplateContent>();

  private readonly kept = httpResource<Page<BriefTemplateView>>(() => `${templatesRoot}?limit=${shownMost}`);
  private readonly given = httpResource<BriefPresets>(
    () => `/api/v1/brief-presets?language=${this.language()}`,
  );
  /** Without an answer there is simply nothing to choose: the form does not wait for it. */
  protected readonly own = computed(() => (this.kept.hasValue() ? this.kept.value().items : []));
  protected readonly presets = computed(() => (this.given.hasValue() ? this.given.value().items : []));

  protected choose(event: Event): void {
    const [which, at] = (event.target as HTMLSelectElement).value.split('-');
    const one = (which === 'own' ? this.own() : this.presets())[Number(at)];
    if (which && one) this.chosen.emit(one.content);
  }

  protected async save(): Promise<void> {
    const content = this.written()();
    if (!content) return this.toast.say(this.texts.say('briefTemplates.nothing'));
    const { writtenTemplate } = await import('./template-dialog');
    if (await writtenTemplate(this.dialogs, { name: '', content, template: null })) this.kept.reload();
  }
}
