import { inject, Service } from '@angular/core';
import type { ImportedRow, ImportedValue } from '@poolrise/contracts';
import {
  fieldOf,
  type FieldReader,
  type ImportField,
  intervalOf,
  type ReportedFigure,
  unknownTexts,
} from '@poolrise/domain';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';

/** A value as it stands in a cell, and what has to be known about it. */
export interface ShownValue {
  text: string;
  /** why it is unknown, or how exactly it is known; null for what is plain */
  explain: string | null;
  number: boolean;
}

const figures: ReadonlySet<FieldReader> = new Set(['count', 'number', 'rate', 'money', 'duration']);

/** How the values of an imported row are written: "≈" before what a file rounded, "≥" before a lower bound. */
@Service()
export class ValueWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  show({ values, unknown }: ImportedRow, field: ImportField): ShownValue {
    const { reader } = fieldOf(field);
    const number = figures.has(reader);
    const value = values[field];
    if (value === undefined) {
      const why = this.texts.of(unknownTexts[unknown?.[field] ?? 'empty']);
      return { text: '—', explain: this.texts.say('imports.preview.unknown', { why }), number };
    }
    const figure = figureOf(value);
    if (figure) return { ...this.figure(reader, figure), number };
    return { text: this.word(reader, value), explain: null, number };
  }

  private figure(reader: FieldReader, figure: ReportedFigure): Pick<ShownValue, 'text' | 'explain'> {
    const say = (value: number) => this.amount(reader, value);
    const text = say(figure.value);
    if (figure.precision === 'exact') return { text, explain: null };
    if (figure.precision === 'at-least')
      return { text: `≥ ${text}`, explain: this.texts.say('imports.preview.atLeast', { value: text }) };
    const { low, high } = intervalOf(figure);
    const explain = this.texts.say('imports.preview.rounded', { low: say(low), high: say(high ?? low) });
    return { text: `≈ ${text}`, explain };
  }

  private amount(reader: FieldReader, value: number): string {
    switch (reader) {
      case 'rate':
        return this.format.percent(value, 2);
      case 'money':
        return this.format.money(value);
      case 'duration':
        return `${this.format.decimal(value, Number.isInteger(value) ? 0 : 1)} s`;
      default:
        return Number.isInteger(value) ? this.format.number(value) : this.format.decimal(value, 2);
    }
  }

  private word(reader: FieldReader, value: ImportedValue): string {
    if (typeof value === 'boolean')
      return this.texts.say(value ? 'imports.preview.yes' : 'imports.preview.no');
    if (typeof value === 'object' && 'at' in value)
      return value.precision === 'day'
        ? value.day
        : `${value.day} ${this.format.time(new Date(value.at).toISOString())}`;
    if (reader === 'noteType' && (value === 'image' || value === 'video'))
      return this.texts.say(`imports.preview.${value}`);
    return String(value);
  }
}

/** A stored figure as the domain knows it; null for anything else. */
function figureOf(value: ImportedValue): ReportedFigure | null {
  if (typeof value === 'number') return { precision: 'exact', value };
  if (typeof value !== 'object' || !('value' in value)) return null;
  return 'halfWidth' in value
    ? { precision: 'rounded', value: value.value, halfWidth: value.halfWidth }
    : { precision: 'at-least', value: value.value };
}
