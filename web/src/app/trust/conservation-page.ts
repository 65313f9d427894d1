import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ConservationView, ImpressionFate } from '@poolrise/contracts';
import { type FigureSource, rails, shanghaiDays } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { Format } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { type Part, PartsBar } from '../ui/parts-bar';
import { FlowTable } from './flow-table';
import { IdentityList } from './identity-list';
import { checksOf } from './judgements';
import { TrustFrame } from './trust-frame';
import { TrustLead } from './trust-lead';
import { chosenDays, TrustTabs } from './trust-tabs';
import { AppSource } from '../ui/figure-source';
import { MetricName } from '../ui/metric-name';

const choices = ['1', '7', '30'] as const;

/** What becomes of an impression in the end, and its colour; a further fate is one more line here and in the contract. */
const fates: Record<ImpressionFate, string> = {
  open: 'var(--pr-action)',
  pass: 'var(--pr-passed)',
  stop: 'var(--pr-stopped)',
  none: 'var(--pr-paid)',
};

/** Every impression of the period, cut three ways, and the checks that the books agree about it. */
@Component({
  selector: 'app-conservation-page',
  imports: [
    AppSource,
    EmptyState,
    FlowTable,
    IdentityList,
    MatButton,
    MetricName,
    PageHeader,
    PartsBar,
    RouterLink,
    T,
    TrustFrame,
    TrustLead,
    TrustTabs,
  ],
  host: { class: 'pr-page' },
  templateUrl: './conservation-page.html',
  styleUrls: ['../ui/board.scss', './trust.scss', './conservation-page.scss'],
})
export default class ConservationPage {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  /** from the address */
  readonly days = input<string>();
  protected readonly choices = choices;
  protected readonly chosen = computed(() => chosenDays(choices, this.days(), '7'));
  private readonly url = computed(() => `/api/v1/trust/conservation?days=${this.chosen()}`);
  protected readonly conservation = httpResource<ConservationView>(() => this.url());
  protected readonly view = kept(this.url, this.conservation);
  protected readonly source = computed((): FigureSource | null => {
    const view = this.view();
    return view
      ? {
          streams: ['hosted-hours', 'pool-runs'],
          over: shanghaiDays(view.from, view.asOf),
          dataAt: view.asOf,
        }
      : null;
  });

  protected readonly checks = computed(() => {
    const view = this.view();
    return view ? checksOf(view) : { made: 0, differ: 0 };
  });
  protected readonly lead = computed(() => {
    const { made, differ } = this.checks();
    const words = { impressions: this.format.number(this.view()?.impressions ?? 0), made, differ };
    return this.texts.say(differ === 0 ? 'trust.conservation.agrees' : 'trust.conservation.differs', words);
  });

  protected readonly slots = computed((): Part[] => {
    const slots = this.view()?.slots;
    if (!slots) return [];
    const part = (key: 'seen' | 'held' | 'unseen' | 'open', colour: string): Part => ({
      key,
      name: this.texts.say(`trust.conservation.slots.${key}`),
      value: slots[key],
      colour,
    });
    return [
      part('seen', 'var(--pr-organic)'),
      part('held', 'var(--pr-paid)'),
      part('unseen', 'var(--pr-guaranteed)'),
      part('open', 'var(--pr-search)'),
    ];
  });
  protected readonly byRail = computed(() =>
    rails.map((rail) =>
      this.part(rail, this.texts.say(`common.rail.${rail}`), `var(--pr-${rail})`, (row) => row.rail === rail),
    ),
  );
  protected readonly byLevel = computed(() =>
    (this.view()?.levels ?? [])
      .map(({ level, name }, _, all) => {
        const depth = Math.round(28 + (72 * level) / Math.max(1, all.length - 1));
        const colour = `color-mix(in srgb, var(--pr-organic) ${depth}%, var(--pr-card))`;
        return this.part(String(level), this.texts.of(name), colour, (row) => row.level === level);
      })
      .filter(({ value }) => value > 0),
  );
  protected readonly byFate = computed(() =>
    (Object.keys(fates) as ImpressionFate[])
      .map((fate) =>
        this.part(
          fate,
          this.texts.say(`trust.conservation.fate.${fate}`),
          fates[fate],
          (row) => row.fate === fate,
        ),
      )
      .filter(({ key, value }) => value > 0 || key !== 'none'),
  );

  private part(
    key: string,
    name: string,
    colour: string,
    belongs: (row: ConservationView['flow'][number]) => boolean,
  ): Part {
    const rows = (this.view()?.flow ?? []).filter(belongs);
    return { key, name, colour, value: rows.reduce((sum, { impressions }) => sum + impressions, 0) };
  }
}
