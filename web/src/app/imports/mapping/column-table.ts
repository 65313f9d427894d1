import { Component, computed, inject, input, output } from '@angular/core';
import type { ImportFound } from '@poolrise/contracts';
import { type ColumnSuggestion, fieldOf, type ImportField, moneyUnits, rateUnits } from '@poolrise/domain';
import type { TextKey } from '../../../i18n/text-key';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { ImportWords } from '../import-words';
import { FieldPicker } from './field-picker';
import {
  type ColumnDraft,
  dataRowsOf,
  isOpenAt,
  type Open,
  samplesOf,
  type SheetDraft,
} from './mapping-draft';

/** A change of one column; `field` and `unit` mean that it is read. */
export type ColumnChange =
  | { position: number; use: ColumnDraft['use'] }
  | { position: number; field: ImportField }
  | { position: number; unit: Pick<ColumnDraft['options'], 'rateUnit' | 'moneyUnit'> };

interface UnitChoice {
  of: 'rate' | 'money';
  /** null: nobody knows yet */
  now: string | null;
  choices: { value: string; name: TextKey }[];
}

/** The columns of one sheet: what the file says beside what it is read as. */
@Component({
  selector: 'app-column-table',
  imports: [FieldPicker, Icon, T],
  templateUrl: './column-table.html',
  styleUrl: './column-table.scss',
})
export class ColumnTable {
  private readonly texts = inject(Texts);
  protected readonly words = inject(ImportWords);
  protected readonly format = inject(Format);
  readonly sheet = input.required<SheetDraft>();
  readonly found = input.required<ImportFound>();
  readonly open = input.required<readonly Open[]>();
  readonly editable = input.required<boolean>();
  readonly edited = output<ColumnChange>();

  protected readonly uses = ['field', 'dropped', 'ignored'] as const;
  private readonly rows = computed(() => dataRowsOf(this.found(), this.sheet()));

  protected readonly lines = computed(() => {
    const { sheet, mapping } = this.sheet();
    const known = this.found().recognition.sheets.find((one) => one.sheet === sheet);
    const suggestions = new Map(known?.suggestions.map((one) => [`${one.position} ${one.header}`, one]));
    return mapping.columns.map((column) => ({
      column,
      title: column.header || this.texts.say('imports.columns.noHeader', { n: column.position + 1 }),
      samples: samplesOf(this.rows(), column.position),
      unit: this.unitOf(column),
      open: isOpenAt(this.open(), sheet, column.header),
      suggestion: this.offered(column, suggestions.get(`${column.position} ${column.header}`)),
    }));
  });

  protected readonly useName = (use: ColumnDraft['use']): TextKey => `imports.columns.uses.${use}`;

  protected used(position: number, event: Event): void {
    this.edited.emit({ position, use: (event.target as HTMLSelectElement).value as ColumnDraft['use'] });
  }

  protected united(position: number, of: 'rate' | 'money', event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const unit =
      of === 'rate'
        ? { rateUnit: value as (typeof rateUnits)[number] }
        : { moneyUnit: value as (typeof moneyUnits)[number] };
    this.edited.emit({ position, unit });
  }

  /** Which unit has to be known for this column, and which holds. */
  private unitOf({ use, field, options }: ColumnDraft): UnitChoice | null {
    if (use !== 'field' || !field) return null;
    const { reader } = fieldOf(field);
    if (reader === 'rate')
      return {
        of: reader,
        now: options.rateUnit ?? null,
        choices: rateUnits.map((value) => ({ value, name: `imports.columns.rate.${value}` })),
      };
    if (reader !== 'money') return null;
    return {
      of: reader,
      now: options.moneyUnit ?? null,
      choices: moneyUnits.map((value) => ({ value, name: `imports.columns.money.${value}` })),
    };
  }

  /** How sure the choice is, and what else it may be; silent once a person has chosen something of their own. */
  private offered(
    { use, field }: ColumnDraft,
    suggestion: ColumnSuggestion | undefined,
  ): { sure: number | null; others: ImportField[] } | null {
    if (!suggestion || use === 'dropped') return null;
    const taken = use === 'field' && field === suggestion.field;
    const offers = [
      ...(suggestion.field ? [suggestion.field] : []),
      ...suggestion.others.map((one) => one.field),
    ];
    if (use === 'field' && !taken) return null;
    return {
      sure: taken ? suggestion.confidence : null,
      others: offers
        .filter((one) => !fieldOf(one).personal && (one !== field || use !== 'field'))
        .slice(0, 3),
    };
  }
}
