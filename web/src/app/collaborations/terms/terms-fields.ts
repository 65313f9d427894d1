import { Component, inject, input, output } from '@angular/core';
import type { OrderView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { RightsFields } from '../rights/rights-fields';
import { StageOptions } from './stage-options';
import type { TermsDraft, TermsField } from './terms-draft';

const stages = ['withSample', 'withOutline', 'withAdAudit'] as const;

/** The part of a form in which the terms beside the price are bargained about. */
@Component({
  selector: 'app-terms-fields',
  imports: [RightsFields, StageOptions, T],
  template: `
    <div class="fields">
      <div>
        <label>
          {{ 'orderTerms.revisions' | t }}
          <input
            class="pr-field"
            name="revisions"
            inputmode="numeric"
            autocomplete="off"
            aria-describedby="terms-revisions"
            [attr.aria-invalid]="fault('revisions') !== null || null"
            [value]="draft().revisions"
            (input)="set('revisions', text($event))"
          />
        </label>
        <p class="hint" id="terms-revisions" [class.fault]="fault('revisions')">
          {{ fault('revisions') ?? ('orderTerms.revisionsHint' | t: { max: rules().rejectionsMost }) }}
        </p>
      </div>
      <div>
        <label>
          {{ 'orderInvite.draftDue' | t }}
          <input
            class="pr-field"
            type="date"
            name="draftDue"
            aria-describedby="terms-due"
            [attr.aria-invalid]="fault('draftDue') !== null || null"
            [value]="draft().draftDue"
            (input)="set('draftDue', text($event))"
          />
        </label>
        <p class="hint" id="terms-due" [class.fault]="fault('draftDue')">
          {{ fault('draftDue') ?? ('orderInvite.draftDueHint' | t) }}
        </p>
      </div>
    </div>
    <app-stage-options
      [stages]="stages"
      [draft]="draft()"
      [rules]="rules()"
      (changed)="set($any($event.stage), $event.on)"
    />
    <app-rights-fields plain [draft]="draft().rights" [tried]="tried()" (changed)="set('rights', $event)" />
  `,
  styleUrl: '../invite/invite-page.scss',
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

  protected text(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
