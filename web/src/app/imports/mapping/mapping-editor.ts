import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ImportFound, ImportMapping, ImportView } from '@poolrise/contracts';
import type { SheetReadAs } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { ColumnTable, type ColumnChange } from './column-table';
import { FirstRows } from './first-rows';
import {
  openIn,
  readAs,
  type SheetDraft,
  withField,
  withHeaderRows,
  withUnit,
  withUse,
} from './mapping-draft';
import { OpenWords } from './open-words';
import { SheetQuestions } from './sheet-questions';

/** What each column of a file means: shown, and changed where a person may. */
@Component({
  selector: 'app-mapping-editor',
  imports: [ColumnTable, FirstRows, Icon, MatButton, SheetQuestions, T],
  templateUrl: './mapping-editor.html',
  styleUrl: './mapping-editor.scss',
})
export class MappingEditor {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly says = inject(OpenWords);
  readonly file = input.required<ImportView>();
  readonly found = input.required<ImportFound>();
  readonly editable = input.required<boolean>();
  /** the file waits for an answer: the columns stand open */
  readonly asks = input.required<boolean>();
  readonly busy = input(false);
  readonly apply = output<ImportMapping>();

  // The mapping travels again with every step of the worker; only another one may take away what somebody has typed.
  private readonly stored = computed(() => JSON.stringify(this.file().mapping));
  protected readonly draft = linkedSignal(() => JSON.parse(this.stored()) as ImportMapping | null);
  protected readonly changed = computed(() => JSON.stringify(this.draft()) !== this.stored());
  protected readonly opened = linkedSignal(() => this.asks());

  private readonly chosen = signal<string | null>(null);
  protected readonly sheets = computed(() => this.found().recognition.sheets.map(({ sheet }) => sheet));
  protected readonly sheetName = computed(() => this.chosen() ?? this.sheets()[0] ?? '');
  protected readonly sheet = computed(
    () => this.draft()?.sheets.find(({ sheet }) => sheet === this.sheetName()) ?? null,
  );
  protected readonly open = computed(() => {
    const draft = this.draft();
    return draft ? openIn(draft) : [];
  });
  protected readonly openSentences = computed(() => this.open().map((one) => this.says.sentence(one)));

  protected readonly counts = computed(() => {
    const columns = this.draft()?.sheets.flatMap(({ mapping }) => mapping.columns) ?? [];
    const number = (use: string) => this.format.number(columns.filter((one) => one.use === use).length);
    return { used: number('field'), dropped: number('dropped'), ignored: number('ignored') };
  });
  protected readonly openCount = computed(() =>
    this.texts.count('imports.columns.problems', this.open().length),
  );

  protected show(sheet: string): void {
    this.chosen.set(sheet);
  }

  /** Leaves a sheet out, or takes it in as it was recognised. */
  protected include(included: boolean): void {
    const name = this.sheetName();
    const known = this.found().recognition.sheets.find(({ sheet }) => sheet === name);
    this.edit((draft) => {
      const others = draft.sheets.filter(({ sheet }) => sheet !== name);
      if (!included || !known) return { ...draft, sheets: others };
      const back = {
        sheet: name,
        headerRows: [...known.headerRows],
        mapping: known.mapping,
      };
      return { ...draft, sheets: [...others, back as SheetDraft] };
    });
  }

  protected readAs(as: SheetReadAs): void {
    this.edit((draft) => readAs(this.found(), draft, this.sheetName(), as));
  }

  protected moveHeader(headerRows: number[]): void {
    this.edit((draft) => withHeaderRows(this.found(), draft, this.sheetName(), headerRows));
  }

  protected say(change: Partial<ImportMapping>): void {
    this.edit((draft) => ({ ...draft, ...change }));
  }

  protected column(change: ColumnChange): void {
    const [found, sheet] = [this.found(), this.sheetName()];
    this.edit((draft) => {
      if ('field' in change) return withField(found, draft, sheet, change.position, change.field);
      if ('unit' in change) return withUnit(draft, sheet, change.position, change.unit);
      return withUse(draft, sheet, change.position, change.use);
    });
  }

  protected reset(): void {
    this.draft.set(JSON.parse(this.stored()) as ImportMapping);
  }

  protected send(): void {
    const draft = this.draft();
    if (draft && this.open().length === 0) this.apply.emit(draft);
  }

  private edit(change: (draft: ImportMapping) => ImportMapping): void {
    this.draft.update((draft) => draft && change(draft));
  }
}
