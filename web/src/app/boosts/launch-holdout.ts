import { Component, computed, inject } from '@angular/core';
import { type HoldoutAsk, type LiftMetric, liftMetrics } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { LaunchDraft } from './launch-draft';
import { LaunchRefusal } from './launch-refusal';
import { ofHundredText } from './lift/lift-words';

const shares = [0.05, 0.1, 0.2, 0.5];
/** Of 100 readers; few engage of those who read. */
const effects: Readonly<Record<LiftMetric, readonly number[]>> = {
  readers: [0.5, 1, 2, 5],
  engagers: [0.2, 0.5, 1, 3],
};
const first: HoldoutAsk = { share: 0.1, metric: 'readers', minimumEffect: 0.02 };

/** Readers who are kept from the boost, what that would tell, and advice where it never could. Off unless asked for. */
@Component({
  selector: 'app-launch-holdout',
  imports: [LaunchRefusal, T],
  template: `
    <fieldset>
      <legend>{{ 'lift.launch.legend' | t }}</legend>
      <label class="switch" [class.is-on]="asked()">
        <input type="checkbox" [checked]="asked()" (change)="toggle()" />
        <b>{{ 'lift.launch.toggle' | t }}</b>
        <span>{{ 'lift.launch.cost' | t }}</span>
      </label>
      @if (asked(); as asked) {
        <div class="choice">
          <span id="holdout-share">{{ 'lift.launch.share' | t }}</span>
          <div role="group" aria-labelledby="holdout-share">
            @for (share of shares; track share) {
              <button
                type="button"
                class="pr-filter"
                [attr.aria-pressed]="asked.share === share"
                (click)="set({ share })"
              >
                {{ format.percent(share, 0) }}
              </button>
            }
          </div>
        </div>
        <div class="choice">
          <span id="holdout-metric">{{ 'lift.launch.metric' | t }}</span>
          <div role="group" aria-labelledby="holdout-metric">
            @for (metric of metrics; track metric) {
              <button
                type="button"
                class="pr-filter"
                [attr.aria-pressed]="asked.metric === metric"
                (click)="choose(metric)"
              >
                {{ word(metric) }}
              </button>
            }
          </div>
        </div>
        <div class="choice">
          <span id="holdout-effect">{{ 'lift.launch.effect' | t }}</span>
          <div role="group" aria-labelledby="holdout-effect">
            @for (of of effects[asked.metric]; track of) {
              <button
                type="button"
                class="pr-filter"
                [attr.aria-pressed]="isEffect(of)"
                (click)="set({ minimumEffect: of / 100 })"
              >
                {{ effect(of) }}
              </button>
            }
          </div>
        </div>
        @if (says(); as says) {
          <p class="says" [class.is-old]="draft.estimating()">{{ says }}</p>
        }
        <p class="fixed">{{ 'lift.launch.frozen' | t }}</p>
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
    .switch span,
    .choice > span,
    .fixed {
      color: var(--pr-muted);
      font-size: 12px;
    }
    .choice {
      display: grid;
      gap: 4px;
    }
    .choice div {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .says {
      font-size: 13px;
      text-wrap: pretty;
    }
    .says.is-old {
      outline: 1px dashed var(--pr-line);
      outline-offset: 4px;
    }
  `,
})
export class LaunchHoldout {
  protected readonly draft = inject(LaunchDraft);
  protected readonly format = inject(Format);
  private readonly texts = inject(Texts);
  protected readonly shares = shares;
  protected readonly metrics = liftMetrics;
  protected readonly effects = effects;

  protected readonly asked = this.draft.holdout;

  /** What it would find out; or, where that is nothing, the least that could be seen. */
  protected readonly says = computed(() => {
    const asked = this.asked();
    const plan = this.draft.estimate()?.holdout;
    // While another trial is in the way it is no question what this one would tell.
    if (!asked || !plan || this.draft.problem()?.code === 'holdout-running') return '';
    const readers = this.format.number(plan.readersExpected);
    if (!plan.canTell)
      return plan.smallestEffect === null
        ? this.texts.say('lift.launch.adviceNone', { readers })
        : this.texts.say('lift.launch.advice', { readers, n: this.ofHundred(plan.smallestEffect) });
    const days = plan.daysNeeded ?? 0;
    const power = this.texts.say('lift.launch.power', {
      readers,
      heldOut: this.format.number(Math.round(plan.readersExpected * asked.share)),
      power: this.format.percent(Math.min(0.99, plan.powerExpected), 0),
      days: this.texts.count('boosts.launch.days', Math.max(1, Math.ceil(days))),
    });
    const base = this.texts.say('lift.launch.base', {
      base: this.ofHundred(plan.baseRate),
      act: this.texts.say(`lift.act.${asked.metric}`),
    });
    return this.texts.chinese() ? `${power}${base}` : `${power} ${base}`;
  });

  protected toggle(): void {
    this.asked.update((asked) => (asked ? null : first));
  }

  protected set(change: Partial<HoldoutAsk>): void {
    this.asked.update((asked) => asked && { ...asked, ...change });
  }

  protected choose(metric: LiftMetric): void {
    this.set({ metric, minimumEffect: (effects[metric][2] ?? 1) / 100 });
  }

  protected isEffect(ofHundred: number): boolean {
    return Math.abs((this.asked()?.minimumEffect ?? 0) * 100 - ofHundred) < 1e-9;
  }

  protected word(metric: LiftMetric): string {
    return this.texts.say(`lift.did.${metric}`);
  }

  protected effect(ofHundred: number): string {
    const metric = this.asked()?.metric ?? 'readers';
    return this.texts.say(`lift.launch.effectOf.${metric}`, {
      n: ofHundredText(ofHundred / 100, this.format),
    });
  }

  private ofHundred(share: number): string {
    return ofHundredText(share, this.format);
  }
}
