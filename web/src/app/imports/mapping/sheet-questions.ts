import { Component, computed, inject, input, output } from '@angular/core';
import type { ImportFound, ImportMapping } from '@poolrise/contracts';
import {
  type FileKindId,
  fileKinds,
  momentAt,
  needsDate,
  recordTypes,
  type RecordType,
  seriesMetrics,
  type SheetReadAs,
} from '@poolrise/domain';
import type { TextKey } from '../../../i18n/text-key';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { ImportWords } from '../import-words';
import { CurveNote } from './curve-note';
import { headerChoices, type SheetDraft } from './mapping-draft';

/** What no column says: the kind, the header, the day of the data, when the file was made, the note of its curves. */
@Component({
  selector: 'app-sheet-questions',
  imports: [CurveNote, T],
  templateUrl: './sheet-questions.html',
  styleUrl: './sheet-questions.scss',
})
export class SheetQuestions {
  private readonly texts = inject(Texts);
  protected readonly words = inject(ImportWords);
  protected readonly format = inject(Format);
  readonly found = input.required<ImportFound>();
  readonly mapping = input.required<ImportMapping>();
  readonly sheet = input.required<SheetDraft>();
  readonly editable = input.required<boolean>();
  readonly importId = input.required<string>();
  readonly readAs = output<SheetReadAs>();
  readonly headerRows = output<number[]>();
  readonly answered = output<Partial<Pick<ImportMapping, 'dataDay' | 'capturedAt' | 'noteId' | 'curveOf'>>>();

  protected readonly kinds = computed(() => {
    const json = this.found().facts.format.startsWith('json');
    return Object.values(fileKinds).filter((kind) => !kind.bySheet && (json || !kind.json));
  });
  protected readonly records = recordTypes.filter((record) => record !== 'series-point');
  protected readonly isCurve = computed(() => this.sheet().mapping.record === 'series-point');
  protected readonly metric = computed(() => {
    const { seriesMetric } = this.sheet().mapping.constants;
    return seriesMetric ? this.texts.of(seriesMetrics[seriesMetric]) : '';
  });

  protected readonly headers = computed(() =>
    headerChoices(this.found(), this.sheet()).map((rows) => ({
      value: rows.join(),
      rows,
      label:
        rows.length > 1
          ? this.texts.say('imports.columns.headerTwo', { n: rows[0] ?? 0, m: rows[1] ?? 0 })
          : this.texts.say('imports.columns.headerRow', { n: rows[0] ?? 0 }),
    })),
  );
  protected readonly headerNow = computed(() => this.sheet().headerRows.join());

  private readonly dateColumn = computed(() => {
    const { record, columns } = this.sheet().mapping;
    const field = record === 'ad-row' ? 'adTime' : 'dataDate';
    return columns.some((column) => column.field === field && column.use === 'field');
  });
  protected readonly asksDay = computed(() => needsDate(this.sheet().mapping.record) && !this.dateColumn());
  protected readonly suggestedDay = computed(() => {
    const { sheet } = this.sheet();
    const known = this.found().recognition.sheets.find((one) => one.sheet === sheet)?.dataDate;
    return known?.from === 'ask' && this.mapping().dataDay === null ? known.suggestion : null;
  });
  protected readonly asksCapture = computed(() => !this.isCurve());
  protected readonly capturedText = computed(() => {
    const { capturedAt } = this.mapping();
    if (!capturedAt) return '';
    const { day } = momentAt(Date.parse(capturedAt), 'minute');
    return `${day}T${this.format.time(capturedAt)}`;
  });

  protected readonly recordName = (record: RecordType): TextKey => `imports.record.${record}`;

  protected readonly asNow = computed(() => {
    const { kind, record } = this.sheet().mapping;
    return kind ?? record;
  });

  protected chooseAs(value: string): void {
    const record = recordTypes.find((one) => one === value);
    this.readAs.emit(record ? { record } : { kind: value as FileKindId });
  }

  protected chooseHeader(value: string): void {
    this.headerRows.emit(value.split(',').map(Number));
  }

  protected captured(value: string): void {
    // Times are of Shanghai, whatever the clock of the browser says.
    this.answered.emit({ capturedAt: value ? new Date(`${value}:00+08:00`).toISOString() : null });
  }
}
