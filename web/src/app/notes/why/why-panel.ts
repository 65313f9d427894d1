import { Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import type { NoteRules, VerdictView } from '@poolrise/contracts';
import { markNames, marks } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Emphasis } from '../../ui/emphasis';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { oddsText } from '../../ui/odds-text';
import { codeWord, counterfactualSentence, policyName, reasonWord } from '../climb/explain';
import { carriedBy, categoryWord } from '../climb/peer-words';
import { ExactEvidence } from './exact-evidence';
import { PeerStrip } from './peer-strip';
import { ReasonWord } from './reason-word';
import { otherRules, stretchOf, verdictSentence } from './verdict-sentence';
import { AppLineage } from '../../ui/lineage';
import { FigureGrid } from '../../ui/figure-grid';

/** Why a verdict fell as it did: a sentence, the peers, what was seen and expected, what would have changed it. */
@Component({
  selector: 'app-why-panel',
  imports: [
    AppLineage,
    Emphasis,
    ExactEvidence,
    FigureGrid,
    MatTooltip,
    MetricName,
    PeerStrip,
    ReasonWord,
    T,
  ],
  templateUrl: './why-panel.html',
  styleUrl: './why-panel.scss',
})
export class WhyPanel {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);

  readonly verdict = input.required<VerdictView>();
  /** all verdicts of the note, to know what came before this one */
  readonly all = input.required<readonly VerdictView[]>();
  /** what other rule sets say, once that is known */
  readonly rules = input<NoteRules>();

  protected readonly sentence = computed(() => verdictSentence(this.verdict(), this.texts, this.format));
  protected readonly odds = computed(() => oddsText(this.verdict().probabilityAbove, this.format));
  protected readonly reason = computed(() => reasonWord(this.verdict(), this.texts, this.format));
  protected readonly trigger = computed(() => codeWord('trigger', this.verdict().trigger, this.texts));
  protected readonly policy = computed(() => policyName(this.verdict().policy.name, this.texts));
  protected readonly mark = computed(
    () => marks.find((mark) => mark === this.verdict().policy.mark) ?? ('P' as const),
  );
  protected readonly certainty = computed(() => this.texts.of(markNames[this.mark()]));

  protected readonly factors = computed(() => {
    const { hook, content, estimate } = this.verdict();
    return [
      { metric: 'hook' as const, name: this.texts.say('climb.why.hook'), of: hook, digits: 0 },
      { metric: 'content' as const, name: this.texts.say('climb.why.content'), of: content, digits: 1 },
      {
        metric: 'lift' as const,
        name: this.texts.say('why.factors.together'),
        of: estimate && { ...estimate, seen: estimate.observed },
        digits: 1,
      },
    ].flatMap(({ of, ...factor }) => (of ? [{ ...factor, ...of }] : []));
  });

  protected readonly peersFrom = computed(() => {
    const { peers } = this.verdict();
    const { source, runs, windowDays } = peers;
    const n = this.format.number(runs);
    const own = carriedBy(peers);
    if (own)
      return this.texts.count(
        `why.peers.from.sameType.${own.noteType}`,
        own.runs,
        { days: windowDays, category: categoryWord(peers, this.texts), all: n },
        this.format.number(own.runs),
      );
    return source === 'prior'
      ? this.texts.say('why.peers.from.prior')
      : this.texts.count(`why.peers.from.${source}`, runs, { days: windowDays }, n);
  });

  /** Only where the bar was the pool's own: without one it is the average of the peers and needs no words. */
  protected readonly barLine = computed(() => {
    const { bar, place } = this.verdict();
    if (place.capacityFactor === null && place.poolAverage === null) return '';
    const factor = place.capacityFactor ?? 1;
    const why = factor > 1.005 ? 'scarce' : factor < 0.995 ? 'ample' : 'even';
    return this.texts.say(`why.bars.${why}`, { bar: this.format.lift(bar) });
  });
  protected readonly placeLine = computed(() => {
    const { place, impressions } = this.verdict();
    if (place.exposure === null || Math.round(place.exposure) === impressions) return '';
    return this.texts.say('why.place', {
      impressions: this.format.number(impressions),
      exposure: this.format.number(place.exposure),
    });
  });

  protected readonly changes = computed(() => {
    const rules = this.rules();
    const opens = counterfactualSentence(this.verdict(), this.texts, this.format);
    const others = rules ? otherRules(stretchOf(this.verdict(), this.all()), rules, this.texts) : [];
    return [opens || this.texts.say('why.change.none'), ...others];
  });

  protected readonly paid = computed(() => {
    const { impressions, clicks } = this.verdict().paidCounts;
    if (impressions === 0) return this.texts.say('why.noPaid');
    return this.texts.say('climb.verdicts.paidFigure', {
      impressions: this.format.number(impressions),
      reads: this.format.number(clicks),
    });
  });
}
