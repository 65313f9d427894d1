import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CalibrationView } from '@poolrise/contracts';
import { daysBefore, type FigureSource } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { Format } from '../ui/format';
import { MetricName } from '../ui/metric-name';
import { PageHeader } from '../ui/page-header';
import { Scrolls } from '../ui/scrolls';
import { SharePlot } from '../ui/share-plot';
import type { ShareSeries } from '../ui/share-plot-data';
import { StatTile } from '../ui/stat-tile';
import { calibrationJudgement } from './judgements';
import { TrustFrame } from './trust-frame';
import { TrustLead } from './trust-lead';
import { chosenDays, TrustTabs } from './trust-tabs';
import { AppLineage } from '../ui/lineage';
import { AppSource } from '../ui/figure-source';
import { FigureGrid } from '../ui/figure-grid';

const choices = ['7', '30', '90'] as const;
type Group = CalibrationView['groups'][number];

/** Do forecasts come true as often as they say? Not followed live: a share of thousands does not move in a second. */
@Component({
  selector: 'app-calibration-page',
  imports: [
    AppLineage,
    AppSource,
    EmptyState,
    FigureGrid,
    MatButton,
    MetricName,
    PageHeader,
    RouterLink,
    Scrolls,
    SharePlot,
    StatTile,
    T,
    TrustFrame,
    TrustLead,
    TrustTabs,
  ],
  host: { class: 'pr-page' },
  templateUrl: './calibration-page.html',
  styleUrls: ['../ui/board.scss', './trust.scss'],
})
export default class CalibrationPage {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  /** from the address */
  readonly days = input<string>();
  protected readonly choices = choices;
  protected readonly chosen = computed(() => chosenDays(choices, this.days(), '30'));
  private readonly url = computed(() => `/api/v1/trust/calibration?days=${this.chosen()}`);
  protected readonly calibration = httpResource<CalibrationView>(() => this.url());
  protected readonly view = kept(this.url, this.calibration);
  protected readonly source = computed((): FigureSource | null => {
    const view = this.view();
    return view
      ? { streams: ['pool-runs', 'hosted-boosts'], over: daysBefore(view.asOf, view.days), dataAt: view.asOf }
      : null;
  });

  protected readonly judgement = computed(() => {
    const view = this.view();
    return view ? calibrationJudgement(view) : null;
  });
  protected readonly lead = computed(() => {
    const view = this.view();
    if (!view) return '';
    return this.texts.say('trust.calibration.lead', {
      n: this.format.number(view.intervals.trials),
      stated: this.format.decimal(view.stated * 100, 0),
      share: this.format.percent(view.intervals.share),
    });
  });
  protected readonly meaning = computed(() => {
    const view = this.view();
    const judgement = this.judgement();
    if (!view || judgement === null || judgement === 'unknown') return '';
    return this.texts.say(`trust.calibration.${judgement}`, {
      low: this.format.percent(view.intervals.low),
      high: this.format.percent(view.intervals.high),
    });
  });
  protected readonly curve = computed((): ShareSeries[] => [
    {
      key: 'intervals',
      name: this.texts.say('trust.calibration.curve.series'),
      colour: 'var(--pr-organic)',
      joined: true,
      points: (this.view()?.curve ?? []).flatMap(({ stated, share, low, high, trials }) =>
        share === null ? [] : [{ x: stated, y: share, low, high, n: trials }],
      ),
    },
  ]);
  protected readonly chances = computed((): ShareSeries[] => [
    {
      key: 'chances',
      name: this.texts.say('trust.calibration.chances.series'),
      colour: 'var(--pr-search)',
      joined: false,
      points: (this.view()?.chances.bins ?? []).flatMap(({ stated, share, low, high, trials }) =>
        share === null || stated === null ? [] : [{ x: stated, y: share, low, high, n: trials }],
      ),
    },
  ]);

  /** Odds of the first pool that notes were told before publishing. */
  protected readonly told = computed((): ShareSeries[] => [
    {
      key: 'told',
      name: this.texts.say('trust.calibration.told.series'),
      colour: 'var(--pr-organic)',
      joined: false,
      points: (this.view()?.told.bins ?? []).flatMap(({ stated, share, low, high, trials }) =>
        share === null || stated === null ? [] : [{ x: stated, y: share, low, high, n: trials }],
      ),
    },
  ]);
  protected readonly toldText = computed(() => {
    const told = this.view()?.told;
    return this.texts.say('trust.calibration.told.hint', {
      n: this.format.number(told?.told ?? 0),
      brier: this.format.decimal(told?.brier ?? null, 3),
      base: this.format.decimal(told?.baseBrier ?? null, 3),
    });
  });

  protected skillOf(kind: 'lift' | 'hook'): number | null {
    return this.view()?.scores.find((score) => score.kind === kind)?.skill ?? null;
  }

  protected crpsText(kind: 'lift' | 'hook'): string {
    const score = this.view()?.scores.find((one) => one.kind === kind);
    return this.texts.say('trust.calibration.crps', {
      kind: this.texts.say(`trust.calibration.kind.${kind}`),
      own: this.format.decimal(score?.crps ?? null, 3),
      naive: this.format.decimal(score?.naive ?? null, 3),
    });
  }

  protected groupName(group: Group): string {
    return this.texts.say(`trust.calibration.kind.${group.kind}`);
  }

  protected levelName(group: Group): string {
    return group.level === null ? this.texts.say('trust.calibration.atLaunch') : this.nameOf(group);
  }

  private nameOf({ level, levelName }: Group): string {
    return levelName ? this.texts.of(levelName) : String(level);
  }

  protected interval({ low, high }: Group): string {
    return `${this.format.percent(low, 0)}–${this.format.percent(high, 0)}`;
  }
}
