import { Component, computed, inject, input } from '@angular/core';
import type { VerdictView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { oddsText } from '../../ui/odds-text';
import { codeWord, counterfactualSentence, policyName, reasonWord } from './explain';

/** The whole evidence of one verdict, as it was when the verdict was given. */
@Component({
  selector: 'app-verdict-details',
  imports: [MetricName, T],
  template: `
    <dl>
      @if (verdict().estimate; as estimate) {
        <div>
          <dt><app-metric-name metric="lift" /></dt>
          <dd>
            {{ format.lift(estimate.lift) }} ({{ format.lift(estimate.low) }} –
            {{ format.lift(estimate.high) }})
          </dd>
        </div>
        <div>
          <dt>{{ 'climb.verdicts.observed' | t }}</dt>
          <dd>
            {{
              'climb.verdicts.observedFigure'
                | t: { seen: format.decimal(estimate.observed), expected: format.decimal(estimate.expected) }
            }}
          </dd>
        </div>
      }
      @if (verdict().hook; as hook) {
        <div>
          <dt>
            <app-metric-name metric="hook">{{ 'climb.why.hook' | t }}</app-metric-name>
          </dt>
          <dd>
            {{
              'climb.why.hookFigure'
                | t: { seen: format.number(hook.seen), expected: format.number(hook.expected) }
            }}
            ({{ format.lift(hook.lift) }})
          </dd>
        </div>
      }
      @if (verdict().content; as content) {
        <div>
          <dt>
            <app-metric-name metric="content">{{ 'climb.why.content' | t }}</app-metric-name>
          </dt>
          <dd>{{ format.lift(content.lift) }}</dd>
        </div>
      }
      <div>
        <dt><app-metric-name metric="probabilityAbove" /></dt>
        <dd>{{ odds() }}</dd>
      </div>
      <div>
        <dt>{{ 'climb.verdicts.peers' | t }}</dt>
        <dd>{{ format.number(verdict().peers.runs) }}</dd>
      </div>
      <div>
        <dt>{{ 'climb.verdicts.meanRate' | t }}</dt>
        <dd>{{ format.decimal(1000 * verdict().peers.meanRate) }}</dd>
      </div>
      <div>
        <dt>{{ 'climb.verdicts.trigger' | t }}</dt>
        <dd>{{ trigger() }}</dd>
      </div>
      <div>
        <dt>{{ 'climb.verdicts.why' | t }}</dt>
        <dd>{{ reason() }}</dd>
      </div>
      <div>
        <dt>{{ 'climb.verdicts.counterfactual' | t }}</dt>
        <dd>{{ changed() || ('climb.verdicts.none' | t) }}</dd>
      </div>
      <div>
        <dt>{{ 'climb.verdicts.ruleSet' | t }}</dt>
        <dd>{{ policy() }} v{{ verdict().policy.version }} ({{ verdict().policy.mark }})</dd>
      </div>
      @if (verdict().lateImpressions; as late) {
        <div>
          <dt>{{ 'climb.verdicts.late' | t }}</dt>
          <dd>{{ 'climb.verdicts.lateFigure' | t: { n: format.number(late) } }}</dd>
        </div>
      }
      <div class="paid">
        <dt>{{ 'climb.verdicts.paidBeside' | t }}</dt>
        <dd>{{ paid() }}</dd>
      </div>
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
      gap: 12px 28px;
      margin: 2px 10px 16px 26px;
      padding: 14px 16px;
      border-radius: var(--pr-radius-small);
      background: var(--pr-bg);
      font-size: 13px;
    }
    dt {
      color: var(--pr-muted);
      font-size: 12px;
    }
    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
    }
    .paid dd {
      color: var(--pr-paid-text);
    }
    @media (max-width: 719px) {
      dl {
        margin-inline: 0;
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class VerdictDetails {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);

  readonly verdict = input.required<VerdictView>();

  protected readonly odds = computed(() => oddsText(this.verdict().probabilityAbove, this.format));
  protected readonly policy = computed(() => policyName(this.verdict().policy.name, this.texts));
  protected readonly trigger = computed(() => codeWord('trigger', this.verdict().trigger, this.texts));
  protected readonly reason = computed(() => reasonWord(this.verdict(), this.texts, this.format));
  protected readonly changed = computed(() =>
    counterfactualSentence(this.verdict(), this.texts, this.format),
  );
  protected readonly paid = computed(() =>
    this.texts.say('climb.verdicts.paidFigure', {
      impressions: this.format.number(this.verdict().paidCounts.impressions),
      reads: this.format.number(this.verdict().paidCounts.clicks),
    }),
  );
}
