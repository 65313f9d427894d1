import { Component, computed, inject, input, signal } from '@angular/core';
import type { NoteRules, VerdictView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Chip, type Tone } from '../../ui/chip';
import { Format } from '../../ui/format';
import type { IconName } from '../../ui/icons';
import { oddsText } from '../../ui/odds-text';
import { RateWhisker } from '../../ui/rate-whisker';
import { codeWord, reasonWord } from './explain';
import { ReasonWord } from '../why/reason-word';
import { WhyPanel } from '../why/why-panel';
import { AppLineage } from '../../ui/lineage';
import { AppSource } from '../../ui/figure-source';

/** Every verdict of the note, newest first; each opens to the whole evidence it was given on. */
@Component({
  selector: 'app-verdict-timeline',
  imports: [AppLineage, AppSource, Chip, RateWhisker, ReasonWord, T, WhyPanel],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'climb.verdicts.heading' | t }} <small>{{ 'climb.verdicts.hint' | t }}</small>
    </h2>
    @if (verdicts().length === 0) {
      <p class="empty">{{ 'climb.verdicts.empty' | t }}</p>
    } @else {
      <div class="head" aria-hidden="true">
        <span>{{ 'climb.verdicts.when' | t }}</span>
        <span>{{ 'climb.verdicts.level' | t }}</span>
        <span>{{ 'climb.verdicts.verdict' | t }}</span>
        <span class="pr-number">{{ 'climb.verdicts.impressions' | t }}</span>
        <span>{{ 'climb.verdicts.rate' | t }}</span>
        <span class="pr-number">{{ 'climb.verdicts.sure' | t }}</span>
        <span>{{ 'climb.verdicts.why' | t }}</span>
      </div>
      <ol>
        @for (verdict of shown(); track verdict.id) {
          <li
            [appSource]="{ streams: ['pool-runs', 'peer-days'], over: 'until-verdict', dataAt: verdict.at }"
          >
            <details>
              <summary [appLineage]="['poolSample', 'lift', 'probabilityAbove']">
                <time [attr.datetime]="verdict.at">{{ format.dateTime(verdict.at) }}</time>
                <b class="path">{{ path(verdict) }}</b>
                <span>
                  <app-chip [tone]="looks[verdict.outcome].tone" [icon]="looks[verdict.outcome].icon">
                    {{ texts.say(word(verdict)) }}
                  </app-chip>
                </span>
                <span class="pr-number seen"
                  >{{ format.number(verdict.impressions) }} / {{ format.number(verdict.target) }}</span
                >
                <span class="rate">
                  @if (verdict.estimate; as estimate) {
                    <app-rate-whisker [estimate]="estimate" [tone]="verdict.outcome" />
                    <span class="pr-number">{{ format.lift(estimate.lift) }}</span>
                  } @else {
                    –
                  }
                </span>
                <span class="pr-number sure">{{ odds(verdict) }}</span>
                <span class="why"
                  ><app-reason-word [code]="verdict.reason" [text]="reason(verdict)" [focusable]="false"
                /></span>
              </summary>
              @if (verdict.lateImpressions; as late) {
                <p class="late">{{ 'climb.verdicts.late' | t: { n: format.number(late) } }}</p>
              }
              <app-why-panel [verdict]="verdict" [all]="verdicts()" [rules]="rules()" />
            </details>
          </li>
        }
      </ol>
      @if (waits() > 0) {
        <button
          type="button"
          class="pr-link more"
          [attr.aria-expanded]="withWaits()"
          (click)="withWaits.set(!withWaits())"
        >
          {{ withWaits() ? ('climb.verdicts.hideWaits' | t) : waitsWord() }}
        </button>
      }
    }
  `,
  styleUrl: './verdict-timeline.scss',
})
export class VerdictTimeline {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly looks = looks;

  readonly verdicts = input.required<readonly VerdictView[]>();
  readonly rules = input<NoteRules>();

  protected readonly withWaits = signal(false);
  protected readonly waits = computed(
    () => this.verdicts().filter(({ outcome }) => outcome === 'wait').length,
  );
  protected readonly waitsWord = computed(() =>
    this.texts.count('climb.verdicts.waits', this.waits(), {}, this.format.number(this.waits())),
  );
  protected readonly shown = computed(() =>
    this.verdicts()
      .filter(({ outcome }) => this.withWaits() || outcome !== 'wait')
      .toSorted((a, b) => b.at.localeCompare(a.at)),
  );

  protected word(verdict: VerdictView) {
    return `common.verdict.${verdict.outcome}` as const;
  }

  protected odds(verdict: VerdictView): string {
    return oddsText(verdict.probabilityAbove, this.format);
  }

  protected path(verdict: VerdictView): string {
    const from = this.texts.of(verdict.levelName);
    const to = this.texts.of(verdict.toLevelName);
    return verdict.toLevel === verdict.level ? from : this.texts.say('climb.verdicts.path', { from, to });
  }

  /** An early verdict says so: "clear before the quota was used" tells more than "above the average". */
  protected reason(verdict: VerdictView): string {
    const early = verdict.trigger === 'evidence-clear' && verdict.outcome !== 'wait';
    return early
      ? codeWord('trigger', verdict.trigger, this.texts)
      : reasonWord(verdict, this.texts, this.format);
  }
}

const looks: Record<VerdictView['outcome'], { tone: Tone; icon: IconName }> = {
  pass: { tone: 'passed', icon: 'passed' },
  stop: { tone: 'stopped', icon: 'stopped' },
  wait: { tone: 'neutral', icon: 'pending' },
};
