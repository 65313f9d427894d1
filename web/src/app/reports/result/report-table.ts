import { Component, computed, ElementRef, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ReportResult, ReportSpec } from '@poolrise/contracts';
import { type MetricId, metrics, type ReportDimension } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { AppLineage } from '../../ui/lineage';
import { Icon } from '../../ui/icon';
import type { Explained } from '../../ui/lineage-panel';
import { Scrolls } from '../../ui/scrolls';
import { ReportWords } from '../report-words';

type Row = ReportResult['rows'][number];
type Cells = ReportResult['totals'];

/** Rows that are drawn at once; more of them follow on demand. */
const rowsAtOnce = 100;

interface ShownCell {
  text: string;
  partial: boolean;
  explained: Explained;
  moved: string | null;
  chance: string;
}
interface ShownRow {
  id: string;
  names: string[];
  /** where the first name leads; null where nobody may follow */
  link: string[] | null;
  cells: ShownCell[];
  kind: 'group' | 'others' | 'total';
}

/**
 * The figures of a report. One of them is a tab stop; from there the arrow keys lead to every other, each with its
 * explanation.
 */
@Component({
  selector: 'app-report-table',
  imports: [AppLineage, Icon, MatButton, RouterLink, Scrolls, T],
  host: { '(keydown)': 'move($event)' },
  templateUrl: './report-table.html',
  styleUrl: './report-table.scss',
})
export class ReportTable {
  private readonly texts = inject(Texts);
  private readonly session = inject(Session);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly words = inject(ReportWords);
  readonly result = input.required<ReportResult>();
  readonly spec = input.required<ReportSpec>();
  /** whether a head sorts; what was frozen stays as it was */
  readonly sortable = input(false);
  /** whether names of notes lead to what they cost */
  readonly linked = input(false);
  readonly sort = output<ReportSpec['sort']>();

  protected readonly many = linkedSignal({ source: this.result, computation: () => rowsAtOnce });
  private readonly active = signal<[row: number, column: number]>([0, 0]);

  protected readonly heads = computed(() =>
    this.result().columns.map(({ metric, refusal }) => ({
      metric,
      name: this.words.metric(metric),
      refused: refusal !== null,
    })),
  );
  protected readonly rows = computed((): ShownRow[] => {
    const { rows, others, totals, rowsInAll } = this.result();
    const spec = this.spec();
    const shown: ShownRow[] = rows.slice(0, this.many()).map((row) => ({
      id: JSON.stringify(row.keys.map(({ key }) => key)),
      names: spec.dimensions.map((dimension, at) => this.nameOf(row, dimension, at)),
      link: this.linkOf(row),
      cells: this.cellsOf(row.cells),
      kind: 'group',
    }));
    const words = (kind: 'others' | 'total', name: string, cells: Cells): ShownRow => ({
      id: kind,
      names: [name],
      link: null,
      cells: this.cellsOf(cells),
      kind,
    });
    const left = rowsInAll - rows.length;
    if (others && left > 0 && this.left() === 0)
      shown.push(words('others', this.texts.count('reports.table.others', left), others));
    if (spec.dimensions.length === 0 || rows.length !== 1 || rowsInAll > 1)
      shown.push(words('total', this.texts.say('reports.table.total'), totals));
    return shown;
  });
  protected readonly left = computed(() => Math.max(0, this.result().rows.length - this.many()));
  protected readonly anyPartial = computed(() =>
    this.rows().some(({ cells }) => cells.some(({ partial }) => partial)),
  );
  protected readonly anyInexact = computed(() =>
    this.rows().some(({ cells }) => cells.some(({ text }) => /^[≈≥≤]/.test(text))),
  );

  protected isActive(row: number, column: number): boolean {
    const [at, to] = this.active();
    // Fewer rows than before must not leave the table without its tab stop.
    const rows = this.rows().length;
    return Math.min(at, rows - 1) === row && Math.min(to, this.heads().length - 1) === column;
  }

  protected sortOf(by: MetricId | ReportDimension): 'ascending' | 'descending' | null {
    const { sort } = this.spec();
    return sort.by === by ? (sort.direction === 'asc' ? 'ascending' : 'descending') : null;
  }

  protected turn(by: MetricId | ReportDimension): void {
    const first = by in metrics ? 'desc' : 'asc';
    const now = this.sortOf(by);
    const turned = now === 'ascending' ? 'desc' : 'asc';
    this.sort.emit({ by, direction: now === null ? first : turned });
  }

  protected move(event: KeyboardEvent): void {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
    if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
    const [row = 0, column = 0] = (from.dataset['cell'] ?? '').split(':').map(Number);
    const last = [this.rows().length - 1, this.heads().length - 1] as const;
    const to: Record<string, [number, number]> = {
      ArrowRight: [row, Math.min(last[1], column + 1)],
      ArrowLeft: [row, Math.max(0, column - 1)],
      ArrowDown: [Math.min(last[0], row + 1), column],
      ArrowUp: [Math.max(0, row - 1), column],
      Home: [row, 0],
      End: [row, last[1]],
      PageDown: [Math.min(last[0], row + 10), column],
      PageUp: [Math.max(0, row - 10), column],
    };
    const next = to[event.key];
    if (!next) return;
    event.preventDefault();
    this.active.set(next);
    const cell = this.host.querySelector<HTMLElement>(`[data-cell="${next.join(':')}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }

  private nameOf(row: Row, dimension: ReportDimension, at: number): string {
    const key = row.keys[at];
    return key ? this.words.key(dimension, key, this.spec()) : '';
  }

  private linkOf({ keys }: Row): string[] | null {
    const [dimension] = this.spec().dimensions;
    const key = keys[0]?.key;
    if (!this.linked() || dimension !== 'note' || !key || !keys[0]?.name) return null;
    return this.session.to('reports', 'costs', key);
  }

  private cellsOf(cells: Cells): ShownCell[] {
    return this.result().columns.map((column, at) => {
      const cell = cells[at] ?? null;
      const { metric } = column;
      const change = cell?.change ?? null;
      return {
        text: cell ? this.words.figure(metric, cell.figure) : '–',
        partial: cell ? this.words.isPartial(cell.figure) : false,
        explained: this.words.explain(column, cell, this.spec()),
        moved: change && change.difference !== null ? this.words.change(metric, change) : null,
        chance: change ? this.words.chance(change) : '',
      };
    });
  }
}
