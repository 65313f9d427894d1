import { Component, computed, inject, input, model } from '@angular/core';
import type { HoldoutPlanView } from '@poolrise/contracts';
import {
  type CampaignLiftMetric,
  campaignLiftMetrics,
  type HoldoutAsk,
  liftMetrics,
  type TrialSubject,
} from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { LiftWords, ofHundredText } from './lift-words';

const shares = [0.05, 0.1, 0.2, 0.5];
/** Of 100 readers; few engage of those who read, and fewer follow. */
const effects: Readonly<Record<CampaignLiftMetric, readonly number[]>> = {
  readers: [0.5, 1, 2, 5],
  engagers: [0.2, 0.5, 1, 3],
  followers: [0.1, 0.2, 0.5, 1],
  searchers: [0.2, 0.5, 1, 3],
};

/** What is asked first. With all its notes a brand is read by many readers anyway, so that only more of them can be told. */
export const firstHoldout = {
  boost: { share: 0.1, metric: 'readers', minimumEffect: 0.02 },
  campaign: { share: 0.1, metric: 'readers', minimumEffect: 0.05 },
} as const;

/** Which readers are held out, what is compared and how small an effect is worth finding; and what that would tell. */
@Component({
  selector: 'app-holdout-choice',
  imports: [T],
  template: `
    <div class="choice">
      <span id="holdout-share">{{ 'lift.launch.share' | t }}</span>
      <div role="group" aria-labelledby="holdout-share">
        @for (share of shares; track share) {
          <button
            type="button"
            class="pr-filter"
            [attr.aria-pressed]="asked().share === share"
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
        @for (metric of metrics(); track metric.id) {
          <button
            type="button"
            class="pr-filter"
            [attr.aria-pressed]="asked().metric === metric.id"
            (click)="choose(metric.id)"
          >
            {{ metric.word }}
          </button>
        }
      </div>
    </div>
    <div class="choice">
      <span id="holdout-effect">{{ 'lift.launch.effect' | t }}</span>
      <div role="group" aria-labelledby="holdout-effect">
        @for (of of effects[asked().metric]; track of) {
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
    <p class="says" role="status" [class.is-old]="old()">{{ says() }}</p>
    <p class="fixed">{{ frozen() }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
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
      color: var(--pr-ink);
      font-size: 13px;
      text-wrap: pretty;
    }
    .says:empty {
      display: none;
    }
    .says.is-old {
      outline: 1px dashed var(--pr-line);
      outline-offset: 4px;
    }
  `,
})
export class HoldoutChoice {
  protected readonly format = inject(Format);
  private readonly texts = inject(Texts);
  private readonly words = inject(LiftWords);
  protected readonly shares = shares;
  protected readonly effects = effects;

  readonly subject = input.required<TrialSubject>();
  readonly asked = model.required<HoldoutAsk<CampaignLiftMetric>>();
  /** What it would find out; null while that is not known, or is no question. */
  readonly plan = input.required<HoldoutPlanView | null>();
  /** The plan is that of an earlier choice, and the next one travels. */
  readonly old = input(false);

  protected readonly metrics = computed(() =>
    this.subject() === 'boost'
      ? liftMetrics.map((id) => ({ id, word: this.texts.say(`lift.did.boost.${id}`) }))
      : campaignLiftMetrics.map((id) => ({ id, word: this.texts.say(`lift.did.campaign.${id}`) })),
  );
  protected readonly frozen = computed(() => this.texts.say(`lift.of.${this.subject()}.frozen`));

  /** What it would find out; or, where that is nothing, the least that could be seen. */
  protected readonly says = computed(() => {
    const plan = this.plan();
    if (!plan) return '';
    const { share, metric } = this.asked();
    const names = this.words.names(this.subject());
    const readers = this.format.number(plan.readersExpected);
    if (!plan.canTell)
      return plan.smallestEffect === null
        ? this.texts.say('lift.launch.adviceNone', { ...names, readers })
        : this.texts.say('lift.launch.advice', {
            ...names,
            readers,
            n: this.ofHundred(plan.smallestEffect),
          });
    const power = this.texts.say('lift.launch.power', {
      ...names,
      readers,
      heldOut: this.format.number(Math.round(plan.readersExpected * share)),
      power: this.format.percent(Math.min(0.99, plan.powerExpected), 0),
      days: this.texts.count('boosts.launch.days', Math.max(1, Math.ceil(plan.daysNeeded ?? 0))),
    });
    const base = this.texts.say('lift.launch.base', {
      ...names,
      base: this.ofHundred(plan.baseRate),
      act: this.texts.say(`lift.act.${metric}`),
    });
    return this.texts.chinese() ? `${power}${base}` : `${power} ${base}`;
  });

  protected set(change: Partial<HoldoutAsk<CampaignLiftMetric>>): void {
    this.asked.update((asked) => ({ ...asked, ...change }));
  }

  protected choose(metric: CampaignLiftMetric): void {
    this.set({ metric, minimumEffect: (effects[metric][2] ?? 1) / 100 });
  }

  protected isEffect(ofHundred: number): boolean {
    return Math.abs(this.asked().minimumEffect * 100 - ofHundred) < 1e-9;
  }

  protected effect(ofHundred: number): string {
    return this.texts.say(`lift.launch.effectOf.${this.asked().metric}`, {
      n: this.ofHundred(ofHundred / 100),
    });
  }

  private ofHundred(share: number): string {
    return ofHundredText(share, this.format);
  }
}
