import { Component, computed, inject } from '@angular/core';
import { type CampaignLiftMetric, type HoldoutAsk, liftMetrics } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { firstHoldout, HoldoutChoice } from '../lift/holdout-choice';
import { LaunchDraft } from './launch-draft';
import { LaunchRefusal } from './launch-refusal';

/** Readers who are kept from the boost, what that would tell, and advice where it never could. Off unless asked for. */
@Component({
  selector: 'app-launch-holdout',
  imports: [HoldoutChoice, LaunchRefusal, T],
  template: `
    <fieldset>
      <legend>{{ 'lift.launch.legend' | t }}</legend>
      <label class="switch" [class.is-on]="asked()">
        <input type="checkbox" [checked]="asked()" (change)="toggle()" />
        <b>{{ 'lift.launch.toggle' | t }}</b>
        <span>{{ 'lift.launch.cost' | t }}</span>
      </label>
      @if (asked(); as asked) {
        <app-holdout-choice
          subject="boost"
          [asked]="asked"
          (askedChange)="set($event)"
          [plan]="plan()"
          [old]="draft.estimating()"
        />
      }
      <app-launch-refusal field="holdout" />
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: 10px;
    }
    .switch {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 2px 10px;
      align-items: center;
      padding: 10px 12px;
      border: 1px solid var(--pr-line);
      border-radius: var(--pr-radius-small);
      cursor: pointer;
    }
    .switch.is-on {
      border-color: var(--pr-action);
      background: var(--pr-tint);
    }
    .switch input {
      grid-row: 1 / 3;
      width: 16px;
      height: 16px;
      margin: 0;
      accent-color: var(--pr-action);
    }
    .switch b {
      font-weight: 600;
    }
    .switch span {
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class LaunchHoldout {
  protected readonly draft = inject(LaunchDraft);

  protected readonly asked = this.draft.holdout;
  /** While another trial is in the way it is no question what this one would tell. */
  protected readonly plan = computed(() =>
    this.draft.problem()?.code === 'holdout-running' ? null : (this.draft.estimate()?.holdout ?? null),
  );

  protected toggle(): void {
    this.asked.update((asked) => (asked ? null : firstHoldout.boost));
  }

  protected set({ metric, ...asked }: HoldoutAsk<CampaignLiftMetric>): void {
    const own = liftMetrics.find((one) => one === metric);
    if (own) this.asked.set({ ...asked, metric: own });
  }
}
