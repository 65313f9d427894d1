import { Component, inject, input, output } from '@angular/core';
import type { OrderView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { TextField } from '../../ui/text-field';
import { RightsFields } from '../rights/rights-fields';
import { StageOptions } from './stage-options';
import type { TermsDraft, TermsField } from './terms-draft';

const stages = ['withSample', 'withOutline', 'withAdAudit'] as const;

/** The part of a form in which the terms beside the price are bargained about. */
@Component({
  selector: 'app-terms-fields',
  imports: [RightsFields, StageOptions, T, TextField],
  template: `
    <div class="fields">
      <app-text-field
        name="revisions"
        [label]="'orderTerms.revisions' | t"
        kind="numeric"
        [value]="draft().revisions"
        [hint]="'orderTerms.revisionsHint' | t: { max: rules().rejectionsMost }"
        [fault]="fault('revisions')"
        (typed)="set('revisions', $event)"
      />
      <app-text-field
        name="draftDue"
        [label]="'orderInvite.draftDue' | t"
        kind="date"
        [value]="draft().draftDue"
        [hint]="'orderInvite.draftDueHint' | t"
        [fault]="fault('draftDue')"
        (typed)="set('draftDue', $event)"
      />
    </div>
    <app-stage-options
      [stages]="stages"
      [draft]="draft()"
      [rules]="rules()"
      (changed)="set($any($event.stage), $event.on)"
    />
    <app-rights-fields plain [draft]="draft().rights" [tried]="tried()" (changed)="set('rights', $event)" />
  `,
  styleUrl: '../../ui/form-page.scss',
})
export class TermsFields {
  private readonly texts = inject(Texts);
  protected readonly stages = stages;

  readonly draft = input.required<TermsDraft>();
  readonly rules = input.required<OrderView['rules']>();
  readonly faults = input.required<readonly TermsField[]>();
  /** whether faults are said: once sending was tried */
  readonly tried = input.required<boolean>();
  readonly changed = output<TermsDraft>();

  protected fault(field: 'revisions' | 'draftDue'): string | null {
    if (!this.tried() || !this.faults().includes(field)) return null;
    return field === 'draftDue'
      ? this.texts.say('orderInvite.fault.draftDue')
      : this.texts.say('orderTerms.revisionsFault', { max: this.rules().rejectionsMost });
  }

  protected set<K extends keyof TermsDraft>(part: K, value: TermsDraft[K]): void {
    this.changed.emit({ ...this.draft(), [part]: value });
  }
}
