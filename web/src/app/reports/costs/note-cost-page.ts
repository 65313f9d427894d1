import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TrueCostView } from '@poolrise/contracts';
import { costPartMetrics } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { PageTitle } from '../../shell/page-title';
import { Chip, type Tone } from '../../ui/chip';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { MetricName } from '../../ui/metric-name';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { ReportsApi } from '../reports-api';
import { KeyFigures } from '../result/key-figures';
import { costSpecOf } from './cost-spec';
import { AppLineage } from '../../ui/lineage';
import { FigureGrid } from '../../ui/figure-grid';
import { AppSource } from '../../ui/figure-source';

type Part = TrueCostView['parts'][number];
const tones: Record<Part['state'], Tone> = { known: 'passed', estimated: 'paid', unknown: 'neutral' };

/** What one note truly cost, part by part, and which of the parts nobody knows. */
@Component({
  selector: 'app-note-cost-page',
  imports: [
    AppLineage,
    AppSource,
    Chip,
    FailedState,
    FigureGrid,
    Icon,
    KeyFigures,
    MetricName,
    PageHeader,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './note-cost-page.html',
  styleUrl: './note-cost-page.scss',
})
export default class NoteCostPage {
  private readonly api = inject(ReportsApi);
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly tones = tones;
  protected readonly metrics = costPartMetrics;
  readonly noteId = input.required<string>();

  protected readonly cost = httpResource<TrueCostView>(() => `/api/v1/note-costs/${this.noteId()}`);
  protected readonly run = resource({
    params: () => costSpecOf(this.noteId(), new Date()),
    loader: async ({ params, abortSignal }) => ({
      spec: params,
      result: await this.api.run(params, abortSignal),
    }),
  });
  protected readonly figures = computed(() => (this.run.hasValue() ? this.run.value() : null));
  protected readonly name = computed(
    () => this.figures()?.result.rows[0]?.keys[0]?.name ?? this.texts.say('reports.costs.one'),
  );
  protected readonly lead = computed(() => {
    if (!this.cost.hasValue()) return '';
    const { totalCents, atLeastCents, state, parts } = this.cost.value();
    const money = this.format.money(totalCents ?? atLeastCents);
    if (totalCents !== null)
      return this.texts.say(state === 'known' ? 'reports.costs.known' : 'reports.costs.about', { money });
    const unknown = parts.filter((one) => one.state === 'unknown').map(({ key }) => this.partName(key));
    const names = unknown.join(this.texts.chinese() ? '、' : ', ');
    return this.texts.say('reports.costs.atLeast', { money, names });
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.name(this.name()));
  }

  protected partName(key: Part['key']): string {
    return this.texts.say(`reports.costs.parts.${key}`);
  }

  protected amount({ key, cents, state }: Part): string {
    const money = this.format.money(cents);
    const signed = key === 'vouchers' && cents ? `−${money}` : money;
    return state === 'estimated' ? `≈ ${signed}` : signed;
  }
}
