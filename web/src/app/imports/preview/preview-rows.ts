import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  type ImportCounts,
  type ImportMapping,
  type ImportOutcome,
  importOutcomes,
  type ImportRowView,
} from '@poolrise/contracts';
import { faultText, type ImportField, seriesMetrics } from '@poolrise/domain';
import type { TextKey } from '../../../i18n/text-key';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { Format } from '../../ui/format';
import { ListFrame } from '../../ui/list-frame';
import { Scrolls } from '../../ui/scrolls';
import { Toast } from '../../ui/toast';
import { ImportWords } from '../import-words';
import { ImportsApi } from '../imports-api';
import { differs, shownFields } from './shown-fields';
import { ValueCell } from './value-cell';
import { ValueWords } from './value-words';

/** What the rows of a file do to what is known, outcome by outcome. */
@Component({
  selector: 'app-preview-rows',
  imports: [ListFrame, MatButton, Scrolls, T, ValueCell],
  templateUrl: './preview-rows.html',
  styleUrl: './preview-rows.scss',
})
export class PreviewRows {
  private readonly api = inject(ImportsApi);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly values = inject(ValueWords);
  private readonly words = inject(ImportWords);
  protected readonly format = inject(Format);
  readonly importId = input.required<string>();
  readonly name = input.required<string>();
  readonly title = input.required<string>();
  readonly counts = input.required<ImportCounts>();
  readonly mapping = input.required<ImportMapping>();
  /** the outcome that is asked for by the address; else the first of which there are rows */
  readonly asked = input<string>();
  readonly choose = output<ImportOutcome>();

  protected readonly outcomes = importOutcomes;
  protected readonly outcome = computed((): ImportOutcome => {
    const asked = this.asked();
    const first = (['new', 'changed', 'rejected', 'unchanged', 'repeated'] as const).find(
      (one) => this.counts()[one] > 0,
    );
    return importOutcomes.find((one) => one === asked) ?? first ?? 'new';
  });
  protected readonly rows = paged<ImportRowView>(
    () => `/api/v1/imports/${this.importId()}/rows?outcome=${this.outcome()}`,
    'imports',
  );
  protected readonly skipped = computed(() => {
    const { skipped } = this.counts();
    return skipped
      ? this.texts.count('imports.preview.skipped', skipped, {}, this.format.number(skipped))
      : null;
  });

  protected readonly fields = computed(() => {
    const rows = this.rows.items() ?? [];
    return shownFields(this.mapping(), rows).map((field) => ({
      field,
      name: this.words.field(field),
    }));
  });
  /** A day that no column of the table says already. */
  protected readonly days = computed(() => {
    const said = this.fields().some(({ field }) => field === 'dataDate' || field === 'adTime');
    return !said && (this.rows.items() ?? []).some(({ record }) => record?.day);
  });
  protected readonly metrics = computed(() =>
    (this.rows.items() ?? []).some(({ record }) => record?.constants?.seriesMetric),
  );

  protected readonly lines = computed(() =>
    (this.rows.items() ?? []).map((row) => ({
      place: this.placeOf(row),
      day: row.record?.day ?? '—',
      metric: this.metricOf(row),
      cells: this.fields().map(({ field }) => this.cellOf(row, field)),
    })),
  );
  protected readonly faults = computed(() =>
    (this.rows.items() ?? []).flatMap((row) =>
      (row.faults ?? []).map(({ header, value, code }, at, all) => ({
        place: at === 0 ? this.placeOf(row) : null,
        span: all.length,
        header: header || this.texts.say('imports.preview.wholeRow'),
        value,
        why: this.texts.of(faultText(code).reason),
        remedy: this.texts.of(faultText(code).remedy),
      })),
    ),
  );

  protected readonly tab = (outcome: ImportOutcome): TextKey => `imports.preview.tabs.${outcome}`;
  protected readonly about = (outcome: ImportOutcome): TextKey => `imports.preview.about.${outcome}`;
  protected readonly none = (outcome: ImportOutcome): TextKey => `imports.preview.none.${outcome}`;

  protected async download(): Promise<void> {
    try {
      await this.api.saveRejected(this.importId(), this.name());
    } catch (error) {
      this.toast.problem(error);
    }
  }

  private cellOf({ record, before }: ImportRowView, field: ImportField) {
    const row = record ?? { day: null, values: {} };
    const changed = differs(row, before, field);
    return {
      value: this.values.show(row, field),
      before: changed && before ? this.values.show(before, field) : null,
    };
  }

  private metricOf({ record }: ImportRowView): string {
    const metric = record?.constants?.seriesMetric;
    return metric ? this.texts.of(seriesMetrics[metric]) : '—';
  }

  private placeOf({ sheet, line }: ImportRowView): { line: string; full: string } {
    const n = this.format.number(line);
    return { line: n, full: sheet ? this.texts.say('imports.preview.lineOf', { sheet, n }) : n };
  }
}
