import { inject, Service } from '@angular/core';
import type { QuarantineRow } from '@poolrise/contracts';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';

type Evidence = QuarantineRow['evidence'];
const did = ['click', 'like', 'collect', 'follow'] as const;
const things = ['comment', 'share', 'dwell', 'purchase'] as const;

/** What gave traffic away, in words and figures. */
@Service()
export class EvidenceText {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  sentence({ rule, kind, count, outOf, limit }: Evidence): string {
    const [verb, noun] = [did.find((one) => one === kind), things.find((one) => one === kind)];
    return this.texts.say(`quarantine.rule.${rule}`, {
      count: this.format.number(count),
      outOf:
        rule === 'reader-like-clockwork' ? this.format.decimal(outOf) : this.format.number(Math.round(outOf)),
      most: this.format.number(Math.floor(limit * outOf)),
      limit: this.format.percent(limit, 0),
      did: verb ? this.texts.say(`quarantine.did.${verb}`) : '',
      things: noun ? this.texts.say(`quarantine.things.${noun}`) : '',
    });
  }

  /** A figure in the unit of its rule. */
  figure({ rule }: Evidence, value: number | null): string {
    if (value === null) return this.format.percent(null);
    switch (rule) {
      case 'reader-too-fast':
        return this.texts.say('quarantine.perSecond', { n: this.format.decimal(value) });
      case 'reader-like-clockwork':
        return this.texts.say('quarantine.spread', { n: this.format.percent(value) });
      case 'repeats-beyond-any-note':
        return this.texts.say('quarantine.each', { n: this.format.decimal(value, 2) });
      default:
        return this.format.percent(value);
    }
  }

  limitLabel({ rule }: Evidence): string {
    return this.texts.say(`quarantine.limit.${rule === 'reader-like-clockwork' ? 'least' : 'most'}`);
  }

  falseAlarm({ rule, chance }: Evidence): string {
    if (rule === 'reader-too-fast') return this.texts.say('quarantine.impossible');
    // A chance too small for a number is as good as the smallest number there is.
    const zeros = Math.min(300, Math.floor(-Math.log10(Math.max(chance, Number.MIN_VALUE))));
    return this.texts.say('quarantine.below', { n: superscript(zeros) });
  }
}

const superscript = (number: number): string =>
  [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
