import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { FairnessDimension, FairnessView } from '@poolrise/contracts';
import { daysBefore, type FigureSource } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { SharePlot } from '../ui/share-plot';
import type { ShareSeries } from '../ui/share-plot-data';
import { StatTile } from '../ui/stat-tile';
import { BandTable } from './band-table';
import { ExposureTable } from './exposure-table';
import { parityJudgement } from './judgements';
import { TrustFrame } from './trust-frame';
import { type LeadTone, TrustLead } from './trust-lead';
import { chosenDays, TrustTabs } from './trust-tabs';
import { AppSource } from '../ui/figure-source';

const choices = ['7', '30'] as const;
const dimensions = ['followers', 'category', 'cityTier', 'gender'] as const satisfies FairnessDimension[];

const tones: Record<ReturnType<typeof parityJudgement>, LeadTone> = {
  even: 'good',
  less: 'bad',
  more: 'plain',
  unknown: 'unknown',
};

/** Who got the impressions, against who deserved them; for the platform's own people. */
@Component({
  selector: 'app-fairness-page',
  imports: [
    AppSource,
    BandTable,
    EmptyState,
    ExposureTable,
    FilterChips,
    MatButton,
    PageHeader,
    RouterLink,
    SharePlot,
    StatTile,
    T,
    TrustFrame,
    TrustLead,
    TrustTabs,
  ],
  host: { class: 'pr-page' },
  templateUrl: './fairness-page.html',
  styleUrls: ['../ui/board.scss', './trust.scss'],
})
export default class FairnessPage {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  /** from the address */
  readonly days = input<string>();
  protected readonly choices = choices;
  protected readonly chosen = computed(() => chosenDays(choices, this.days(), '30'));
  private readonly url = computed(() => `/api/v1/trust/fairness?days=${this.chosen()}`);
  protected readonly fairness = httpResource<FairnessView>(() => this.url());
  protected readonly view = kept(this.url, this.fairness);
  protected readonly source = computed((): FigureSource | null => {
    const view = this.view();
    return view
      ? { streams: ['hosted-hours', 'pool-runs'], over: daysBefore(view.asOf, view.days), dataAt: view.asOf }
      : null;
  });

  protected readonly dimensions = dimensions;
  protected readonly dimension = signal<FairnessDimension>('followers');
  protected readonly groups = computed(() =>
    (this.view()?.groups ?? []).filter(({ dimension }) => dimension === this.dimension()),
  );

  protected readonly judgement = computed(() => {
    const view = this.view();
    return view ? parityJudgement(view) : 'unknown';
  });
  protected readonly tone = computed(() => tones[this.judgement()]);
  protected readonly lead = computed(() => {
    const view = this.view();
    if (!view) return '';
    return this.texts.say('trust.fairness.lead', {
      impressions: this.format.compact(view.impressions),
      share: this.format.percent(view.smallShare),
      notes: this.format.percent(view.smallNotesShare),
    });
  });
  protected readonly meaning = computed(() => {
    const parity = this.view()?.parity;
    if (!parity) return this.texts.say('trust.fairness.unknown');
    return this.texts.say(`trust.fairness.${this.judgement()}`, {
      value: this.format.lift(parity.value),
      low: this.format.lift(parity.low),
      high: this.format.lift(parity.high),
    });
  });
  protected readonly lorenz = computed((): ShareSeries[] => [
    {
      key: 'lorenz',
      name: this.texts.say('trust.fairness.lorenz.series'),
      colour: 'var(--pr-organic)',
      joined: true,
      points: (this.view()?.lorenz ?? []).map(({ share, got }) => ({ x: share, y: got })),
    },
  ]);

  protected readonly topTenth = computed(() => {
    const rest = this.view()?.lorenz.find(({ share }) => Math.abs(share - 0.9) < 1e-9);
    return rest
      ? this.texts.say('trust.fairness.lorenz.reading', { share: this.format.percent(1 - rest.got) })
      : '';
  });

  protected readonly dimensionWord = (dimension: FairnessDimension): string =>
    this.texts.say(`trust.fairness.dimension.${dimension}`);

  protected hours(hours: number | null): string {
    return hours === null
      ? this.texts.say('trust.fairness.never')
      : this.texts.say('trust.fairness.hours', { n: this.format.decimal(hours) });
  }
}
