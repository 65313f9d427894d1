import { Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import type { ClimbView } from '@poolrise/contracts';
import { markNames, marks } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Emphasis } from '../../ui/emphasis';
import { Format } from '../../ui/format';
import { EvidenceBars } from './evidence-bars';
import { adviceFor, counterfactualSentence, decidingVerdict, policyName, whySentence } from './explain';
import { AppSource } from '../../ui/figure-source';

/** Why the note is where it is: the verdict in a sentence, what it stands on, what would have changed it, what to do. */
@Component({
  selector: 'app-why-card',
  imports: [AppSource, Emphasis, EvidenceBars, MatTooltip, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'climb.why.heading' | t }}</h2>
    <p class="sentence"><app-emphasis [text]="sentence()" /></p>

    @if (judged(); as evidence) {
      <app-evidence-bars
        [evidence]="evidence"
        [appSource]="{ streams: ['pool-runs', 'peer-days'], over: 'until-verdict', dataAt: evidence.at }"
      />
    }
    @if (small(); as lines) {
      <p class="small">
        {{ lines }}
        <span class="mark" tabindex="0" [matTooltip]="certainty()">{{ mark() }}</span>
      </p>
    }
    @if (advice(); as advice) {
      <p class="advice">{{ advice }}</p>
    }
  `,
  styles: `
    .sentence {
      margin: 8px 0 14px;
      font-size: 15px;
      line-height: 1.55;
    }
    .small,
    .advice {
      margin-top: 12px;
      font-size: 13px;
    }
    .small {
      color: var(--pr-muted);
    }
    .mark {
      padding: 0 6px;
      border: 1px solid var(--pr-line);
      border-radius: 6px;
      color: var(--pr-ink);
      font-size: 11.5px;
      font-weight: 600;
      cursor: help;
    }
  `,
})
export class WhyCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly climb = input.required<ClimbView>();

  private readonly verdict = computed(() => decidingVerdict(this.climb()));
  protected readonly sentence = computed(() => whySentence(this.climb(), this.texts, this.format));
  protected readonly judged = computed(() => {
    const verdict = this.verdict();
    return verdict && { ...verdict, sure: verdict.probabilityAbove };
  });
  protected readonly mark = computed(() => markOf(this.verdict()?.policy.mark ?? this.climb().policy.mark));
  private present() {
    const { name, version } = this.climb().policy;
    return { name: policyName(name, this.texts), version };
  }
  protected readonly small = computed(() => {
    const verdict = this.verdict();
    if (!verdict) return this.texts.say('climb.why.rulesNow', this.present());
    const rules = this.texts.say('climb.why.rules', {
      name: policyName(verdict.policy.name, this.texts),
      version: verdict.policy.version,
      seen: this.format.number(verdict.impressions),
      target: this.format.number(verdict.target),
    });
    return [counterfactualSentence(verdict, this.texts, this.format), rules]
      .filter(Boolean)
      .join(this.texts.chinese() ? '' : ' ');
  });
  protected readonly certainty = computed(() => this.texts.of(markNames[this.mark()]));
  protected readonly advice = computed(() => {
    const { state } = this.climb().note;
    // What the audit decided is not mended by another cover.
    const advice = state === 'climbing' || state === 'stopped' ? adviceFor(this.verdict()) : null;
    return advice && this.texts.say(`climb.why.advice.${advice}`);
  });
}

/** A mark that the console does not know is our own word for it. */
const markOf = (mark: string) => marks.find((one) => one === mark) ?? 'P';
