import { inject, Service } from '@angular/core';
import type { ReportedValue, UnmatchedName } from '@poolrise/contracts';
import { type CreatorUnit, type FileKindId, fileKinds, type Span } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { isMidnight } from '../ui/chart-scale';
import { Format, unknown } from '../ui/format';

type LikelyNote = UnmatchedName['likely'][number];

/** A figure as it is written, and what must be known about it. */
export interface ShownFigure {
  text: string;
  /** how far it may be off and why; null for what is exact or plainly unknown */
  explain: string | null;
}

/** What files say of a note, in the words of the reader: ≈ for what was rounded, ≥ for a lower bound, — for the unknown. */
@Service()
export class ObservedWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  figure(value: ReportedValue | null, unit: CreatorUnit = 'count'): ShownFigure {
    if (value === null) return { text: unknown, explain: null };
    const write = (n: number): string => this.write(n, unit);
    if (typeof value === 'number') return { text: write(value), explain: null };
    const text = write(value.value);
    if ('atLeast' in value)
      return { text: `≥ ${text}`, explain: this.texts.say('observed.figure.atLeast', { n: text }) };
    return {
      text: `≈ ${text}`,
      explain: this.texts.say('observed.figure.rounded', {
        half: write(value.halfWidth),
        low: write(value.value - value.halfWidth),
        high: write(value.value + value.halfWidth),
      }),
    };
  }

  private write(value: number, unit: CreatorUnit): string {
    switch (unit) {
      case 'money':
        return this.format.roundMoney(Math.round(value));
      case 'rate':
        return this.format.percent(value);
      case 'count':
      case 'index':
        return Number.isInteger(value) ? this.format.number(value) : this.format.decimal(value);
    }
  }

  /** The bounds of a figure in a series. */
  span({ low, high }: Span): ShownFigure {
    if (low === high) return { text: this.format.number(low), explain: null };
    const least = this.format.number(Math.ceil(low));
    // An open bound does not travel as JSON and arrives as null.
    if (high === null || high === Infinity)
      return { text: `≥ ${least}`, explain: this.texts.say('observed.figure.atLeast', { n: least }) };
    const most = this.format.number(Math.floor(high));
    return {
      text: `≈ ${this.format.number(Math.round((low + high) / 2))}`,
      explain: this.texts.say('observed.figure.between', { low: least, high: most }),
    };
  }

  /** A kind of file in a word or two. */
  source(kind: string | null): string {
    if (kind === null) return this.texts.say('observed.source.computed');
    const key = `observed.source.${kind}`;
    return this.texts.knows(key) ? this.texts.say(key) : this.texts.say('observed.source.other');
  }

  /** The full name of a kind of file. */
  kind(kind: string): string {
    return kind in fileKinds
      ? this.texts.of(fileKinds[kind as FileKindId])
      : this.texts.say('observed.source.byHand');
  }

  /** A day of the calendar, which is the same in every time zone. */
  day(day: string | null): string {
    return day === null ? unknown : this.format.wholeDay(day);
  }

  /** When a note was published; a file that says the day alone says no hour. */
  published(at: string): string {
    const written = isMidnight(Date.parse(at)) ? this.format.day(at) : this.format.dateTime(at);
    return this.texts.say('climb.published', { at: written });
  }

  /** A change with its sign; a true minus, which does not break off at the end of a line. */
  signed(value: number): string {
    const size = this.format.number(Math.abs(Math.round(value)));
    return Math.round(value) === 0 ? size : `${value > 0 ? '+' : '−'}${size}`;
  }

  /** What speaks for a note that a name may mean. */
  speaksFor({ sameTitle, daysApart, daysAfterOrder, sameFigures, figures }: LikelyNote): string {
    return [
      ...(sameTitle ? [this.texts.say('observed.unmatched.sameTitle')] : []),
      ...(daysApart === null
        ? []
        : daysApart === 0
          ? [this.texts.say('observed.unmatched.sameDay')]
          : [this.texts.count('observed.unmatched.daysApart', daysApart)]),
      ...(daysAfterOrder === null
        ? []
        : daysAfterOrder >= 0
          ? [this.texts.count('observed.unmatched.daysAfterOrder', daysAfterOrder)]
          : [this.texts.say('observed.unmatched.beforeOrder')]),
      ...(figures > 0
        ? [this.texts.say('observed.unmatched.figures', { same: sameFigures, of: figures })]
        : []),
    ].join(' · ');
  }

  list(words: readonly string[]): string {
    return words.join(this.texts.chinese() ? '、' : ', ');
  }

  sentences(all: readonly string[]): string {
    return all.join(this.texts.chinese() ? '' : ' ');
  }
}

/** JSON has no infinity: an open bound arrives as null. */
export const opened = (span: Span): Span => ({
  low: span.low,
  high: (span.high as number | null) ?? Infinity,
});
