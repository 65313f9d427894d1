import { inject, Service } from '@angular/core';
import type { ObservedNoteView } from '@poolrise/contracts';
import type { ObservedEstimate, ObservedReason, ObservedReasonCode } from '@poolrise/domain';
import type { TextKey } from '../../../i18n/text-key';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { oddsText } from '../../ui/odds-text';

type Estimate = ObservedEstimate;

/** What the first sentence is made of; the rest stands below it as what to know about it. */
const leading: readonly ObservedReasonCode[] = [
  'LEVEL_SURE',
  'LEVEL_BETWEEN',
  'STILL_GROWING',
  'STANDS_STILL',
  'MAY_GO_EITHER_WAY',
  'RATED_PER_NATURAL_IMPRESSION',
  'RATED_PER_IMPRESSION',
  'RATED_PER_READ',
  'RATED_PER_FOLLOWER',
];

/** An estimate in plain sentences, made from its reason codes and their numbers. */
@Service()
export class EstimateWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  /** Where it stands, whether it moves, and how it does against its peers; a star before and after what is printed strong. */
  lead({ estimate, levels }: Pick<ObservedNoteView, 'estimate' | 'levels'>): string {
    if (!estimate) return this.texts.say('observed.lead.undated');
    const told = estimate.reasons.filter(({ code }) => leading.includes(code));
    if (told.length === 0) return this.texts.say('observed.lead.nothing');
    return this.join(told.map((reason) => this.reason(reason, estimate, levels)));
  }

  /** What the estimate must be read with. */
  besides({ estimate, levels }: Pick<ObservedNoteView, 'estimate' | 'levels'>): string[] {
    return (estimate?.reasons ?? [])
      .filter(
        ({ code, numbers }) =>
          !leading.includes(code) && !(code === 'RATED_BY_BENCHMARK' && numbers['peers'] === 0),
      )
      .map((reason) => this.reason(reason, estimate as Estimate, levels));
  }

  /** What cannot be said, and why not; a reason that holds for two things is said once. */
  untold({ estimate }: Pick<ObservedNoteView, 'estimate'>): string[] {
    if (!estimate) return [];
    const { level, movement, standing, reach } = estimate;
    const said = [
      ...(level.told ? [] : [this.texts.say('observed.untold.level.no-figures')]),
      ...(movement.told ? [] : [this.texts.say(`observed.untold.movement.${movement.why}`)]),
      ...(standing.told ? [] : [this.texts.say(`observed.untold.standing.${standing.why}`)]),
      ...(reach.impressionsNatural.told
        ? []
        : [this.texts.say(`observed.untold.reach.${reach.impressionsNatural.why}`)]),
    ];
    return [...new Set(said)];
  }

  helps({ estimate }: Pick<ObservedNoteView, 'estimate'>): string[] {
    return (estimate?.helps ?? []).map((help) => this.texts.say(`observed.help.${help}`));
  }

  /** What it is likely to reach by its 30th day. */
  reach({ estimate }: Pick<ObservedNoteView, 'estimate'>): string[] {
    return (['impressionsNatural', 'interactions'] as const).flatMap((metric) => {
      const forecast = estimate?.reach[metric];
      if (!forecast?.told) return [];
      const { expected, low, high, horizonDays, peers } = forecast.is;
      const words = {
        expected: this.format.number(expected),
        low: this.format.number(low),
        high: this.format.number(high),
        days: horizonDays,
      };
      return [this.texts.count(`observed.reach.${metric}`, peers, words)];
    });
  }

  odds(probability: number): string {
    return oddsText(probability, this.format, 0);
  }

  private reason(
    { code, numbers }: ObservedReason,
    estimate: Estimate,
    levels: ObservedNoteView['levels'],
  ): string {
    const level = levels.find((one) => one.level === numbers['level']);
    const next = estimate.level.told ? this.nextLikely(estimate, levels) : '';
    // Without peers the rate is held against what the rule set expects.
    const alone = code.startsWith('RATED_PER') && numbers['peers'] === 0;
    const key: TextKey = alone ? 'observed.ratedAlone' : `observed.reason.${code}`;
    return this.texts.say(key, {
      level: level ? this.texts.of(level.name) : '',
      next,
      odds: this.odds(numbers['probability'] ?? 0),
      against: this.odds(1 - (numbers['probability'] ?? 0)),
      range: this.range(numbers),
      lift: this.format.decimal(numbers['lift'] ?? null, 2),
      low: this.format.decimal(numbers['low'] ?? null, 2),
      high: this.format.decimal(numbers['high'] ?? null, 2),
      peers: this.format.number(numbers['peers'] ?? null),
      pace: this.pace(numbers['pace']),
      times: this.format.number(numbers['times'] ?? null),
      days: this.format.number(numbers['days'] ?? null),
      share: this.within(numbers['share']),
    });
  }

  /** A bound in whole per cent, never said to be tighter than it is. */
  private within(share: number | undefined): string {
    return this.format.percent(share === undefined ? null : Math.max(1, Math.ceil(share * 100)) / 100, 0);
  }

  /** The level that is next to be thought of, with its odds. */
  private nextLikely(estimate: Estimate, levels: ObservedNoteView['levels']): string {
    if (!estimate.level.told) return '';
    const [, second] = estimate.level.is.levels.toSorted((a, b) => b.probability - a.probability);
    const name = levels.find(({ level }) => level === second?.level)?.name;
    return name && second ? `${this.texts.of(name)} ${this.odds(second.probability)}` : '';
  }

  private range({ low, high }: ObservedReason['numbers']): string {
    const least = this.format.number(Math.round(low ?? 0));
    if (high === undefined) return `≥ ${least}`;
    const most = this.format.number(Math.round(high));
    return least === most ? least : `${least} – ${most}`;
  }

  private pace(pace: number | undefined): string {
    return pace === undefined
      ? ''
      : this.texts.say('observed.pace', { n: this.format.percent(Math.max(0, Math.expm1(pace))) });
  }

  private join(sentences: readonly string[]): string {
    return sentences.join(this.texts.chinese() ? '' : ' ');
  }
}
