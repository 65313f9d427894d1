import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef } from '@angular/material/dialog';
import type { BriefTemplateContent, BriefTemplateView } from '@poolrise/contracts';
import { briefBounds, type BriefComponent, briefComponents } from '@poolrise/domain';
import { firstValueFrom } from 'rxjs';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { sending } from '../../problems/sending';
import { ChoiceField } from '../../ui/choice-field';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/text-field';
import { Toast } from '../../ui/toast';
import { RightsFields } from '../rights/rights-fields';
import { BriefSubject } from '../terms/brief-subject';
import {
  contentOf,
  listParts,
  type TemplateDraft,
  templateDraftOf,
  type TemplateField,
  templateFaults,
  templateLengths,
} from './template-draft';
import { TemplatesApi } from './templates-api';

export interface TemplateAsk {
  name: string;
  content: BriefTemplateContent;
  /** the one that gets a new version; null: it becomes one of its own */
  template: BriefTemplateView | null;
}

const stages = ['withSample', 'withOutline', 'withAdAudit', 'effectMode'] as const;

/** A template as it is written, whole: what creators are asked for, and on which terms. */
@Component({
  selector: 'app-template-dialog',
  imports: [BriefSubject, ChoiceField, FormDialog, RightsFields, T, TextField],
  templateUrl: './template-dialog.html',
  styleUrls: ['../../ui/form-dialog.scss', '../../ui/form-page.scss', './template-dialog.scss'],
})
export class TemplateDialog {
  private readonly api = inject(TemplatesApi);
  private readonly dialog = inject<MatDialogRef<TemplateDialog, BriefTemplateView>>(MatDialogRef);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly requestKey = crypto.randomUUID();
  protected readonly ask = inject<TemplateAsk>(MAT_DIALOG_DATA);
  protected readonly sending = sending();
  protected readonly lengths = templateLengths;
  protected readonly lists = listParts;
  protected readonly stages = stages;
  protected readonly components = briefComponents;
  protected readonly kinds = ['image', 'video'] as const;
  protected readonly kindWord = (one: 'image' | 'video'): string => this.texts.say(`orders.noteType.${one}`);

  protected readonly draft = signal(templateDraftOf(this.ask.name, this.ask.content));
  protected readonly tried = signal(false);
  private readonly faults = computed(() => templateFaults(this.draft()));

  protected fault(field: TemplateField): string | null {
    if (!this.tried() || !this.faults().includes(field)) return null;
    switch (field) {
      case 'sellingPoints':
      case 'must':
      case 'mustNot':
        return this.texts.say('briefTemplates.fault.lines', {
          lines: briefBounds.linesMost,
          max: briefBounds.lineMost,
        });
      case 'rights':
        return null;
      default:
        return this.texts.say(`briefTemplates.fault.${field}`);
    }
  }

  protected set<K extends keyof TemplateDraft>(part: K, value: TemplateDraft[K]): void {
    this.draft.update((draft) => ({ ...draft, [part]: value }));
  }

  protected toggle(one: BriefComponent): void {
    const { components } = this.draft();
    this.set(
      'components',
      components.includes(one) ? components.filter((other) => other !== one) : [...components, one],
    );
  }

  protected async submit(): Promise<void> {
    this.tried.set(true);
    if (this.faults().length) return;
    const { template } = this.ask;
    const name = this.draft().name.trim();
    const content = contentOf(this.draft());
    await this.sending.send(async () => {
      const kept = template
        ? await this.api.change(template, name, content)
        : await this.api.write(name, content, this.requestKey);
      this.toast.say(this.texts.say('briefTemplates.saved', { name }));
      this.dialog.close(kept);
    });
  }
}

/** The template that was written, or nothing when it was left. */
export function writtenTemplate(
  dialogs: MatDialog,
  data: TemplateAsk,
): Promise<BriefTemplateView | undefined> {
  const opened = dialogs.open<TemplateDialog, TemplateAsk, BriefTemplateView>(TemplateDialog, {
    data,
    width: '680px',
    maxWidth: '96vw',
  });
  return firstValueFrom(opened.afterClosed());
}
