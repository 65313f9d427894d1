import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { BenchmarkList, BenchmarkView } from '@poolrise/contracts';
import { categories, type Mark, markNames, type MetricId, metrics } from '@poolrise/domain';
import { firstValueFrom } from 'rxjs';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { Session } from '../../session/session';
import { Chip, type Tone } from '../../ui/chip';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { Toast } from '../../ui/toast';
import { groupOf, type MetricGroupId, metricGroupIds } from '../builder/metric-groups';
import { ReportTabs } from '../report-tabs';
import { ReportWords } from '../report-words';
import { ReportsApi } from '../reports-api';
import { AppLineage } from '../../ui/lineage';
import { AppSource } from '../../ui/figure-source';
import { FigureGrid } from '../../ui/figure-grid';

type Size = Pick<BenchmarkView, 'value' | 'low' | 'high'>;
const markTones: Record<string, Tone> = { A: 'passed', B: 'passed', C: 'action', D: 'neutral', P: 'neutral' };

/** Published figures to hold one's own against, each with source, date and certainty, and what the workspace holds instead. */
@Component({
  selector: 'app-benchmarks-page',
  imports: [
    AppLineage,
    AppSource,
    Chip,
    FailedState,
    FigureGrid,
    MatButton,
    MetricName,
    PageHeader,
    ReportTabs,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './benchmarks-page.html',
  styleUrl: './benchmarks-page.scss',
})
export default class BenchmarksPage {
  private readonly api = inject(ReportsApi);
  private readonly dialogs = inject(MatDialog);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(ReportWords);
  protected readonly session = inject(Session);
  protected readonly text = signal('');
  protected readonly list = httpResource<BenchmarkList>(() => '/api/v1/benchmarks');
  private readonly view = kept(() => '', this.list);

  protected readonly category = signal('');
  protected readonly kind = signal<MetricGroupId | null>(null);

  /** Categories that any of them is about, in the order of ours. */
  protected readonly categories = computed(() => {
    const about = new Set(this.view()?.items.map(({ category }) => category));
    return categories.filter((one) => about.has(one)).map((key) => ({ key, name: this.words.category(key) }));
  });
  /** Kinds of metrics with how many each has under the other filters. */
  protected readonly kinds = computed(() => {
    const found = this.found() ?? [];
    return metricGroupIds.flatMap((key) => {
      const count = found.filter(({ metric }) => groupOf(metrics[metric]) === key).length;
      return count || this.kind() === key ? [{ key, count }] : [];
    });
  });
  private readonly found = computed(() => {
    const wanted = this.text().trim().toLowerCase();
    const category = this.category();
    return this.view()?.items.filter((item) => {
      const { zh, en } = metrics[item.metric];
      const words = `${zh} ${en} ${this.about(item)}`.toLowerCase();
      // What holds for every category holds for the one that is chosen.
      return words.includes(wanted) && (!category || item.category === category || item.category === null);
    });
  });

  /** Kind by kind and metric by metric. */
  protected readonly groups = computed(() => {
    const found = this.found();
    if (!found) return null;
    return metricGroupIds
      .filter((key) => this.kind() === null || this.kind() === key)
      .map((key) => {
        const parts = new Map<MetricId, BenchmarkView[]>();
        for (const item of found)
          if (groupOf(metrics[item.metric]) === key)
            parts.set(item.metric, [...(parts.get(item.metric) ?? []), item]);
        return { key, parts: [...parts].map(([metric, rows]) => ({ metric, rows })) };
      })
      .filter(({ parts }) => parts.length);
  });

  protected about({ category, scope, medium, kind }: BenchmarkView): string {
    const parts = [
      category ? this.words.category(category) : this.texts.say('reports.benchmarks.allCategories'),
      ...(scope ? [this.texts.say(`reports.benchmarks.scope.${scope}`)] : []),
      this.texts.say(`reports.benchmarks.medium.${medium}`),
      this.texts.say(`reports.benchmarks.kind.${kind}`),
    ];
    return parts.join(' · ');
  }

  protected size(metric: MetricId, { value, low, high }: Size): string {
    const say = (one: number) => this.format.metric(metric, one);
    const range =
      low !== null && high !== null
        ? `${say(low)} – ${say(high)}`
        : low !== null
          ? `≥ ${say(low)}`
          : high !== null
            ? `≤ ${say(high)}`
            : null;
    if (value === null) return range ?? this.format.metric(metric, null);
    return range ? `${say(value)} (${range})` : say(value);
  }

  protected mark(mark: string): string {
    return this.texts.of(markNames[mark as Mark]);
  }

  protected toneOf(mark: string): Tone {
    return markTones[mark] ?? 'neutral';
  }

  protected own({ override }: BenchmarkView): string {
    if (!override) return '';
    const { setBy, setAt, reason } = override;
    return this.texts.say('reports.benchmarks.own', { name: setBy, at: this.format.day(setAt), reason });
  }

  protected async set(row: BenchmarkView): Promise<void> {
    const { BenchmarkDialog } = await import('./benchmark-dialog');
    const dialog = this.dialogs.open<InstanceType<typeof BenchmarkDialog>, BenchmarkView, BenchmarkList>(
      BenchmarkDialog,
      { width: '460px', data: row },
    );
    const list = await firstValueFrom(dialog.afterClosed());
    if (!list) return;
    this.list.set(list);
    this.toast.say(this.texts.say('reports.benchmarks.saved'));
  }

  /** Back to what was published, with a way back from that. */
  protected async drop({ override, metric, category, scope, medium, kind }: BenchmarkView): Promise<void> {
    if (!override) return;
    const { id, value, low, high, reason } = override;
    try {
      await this.api.dropBenchmark(id);
    } catch (error) {
      this.toast.problem(error);
      return;
    }
    this.list.reload();
    const again = { metric, category, scope, medium, kind, value, low, high, reason };
    this.toast.sayWithWayBack(
      this.texts.say('reports.benchmarks.dropped'),
      this.texts.say('reports.benchmarks.undo'),
      () =>
        void this.api.setBenchmark(again).then(
          (list) => this.list.set(list),
          (error: unknown) => this.toast.problem(error),
        ),
    );
  }
}
