import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { CampaignCalendar } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { Session } from '../../session/session';
import { Chip, type Tone } from '../../ui/chip';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { Scrolls } from '../../ui/scrolls';
import { Skeleton } from '../../ui/skeleton';
import { stateTone } from '../campaign-words';
import {
  agendaOf,
  dayOf,
  entriesByDay,
  type Entry,
  type FestivalStanding,
  shiftMonth,
  spanOf,
  standingOf,
  weeksOf,
} from './calendar-days';

const standingTones: Readonly<Record<FestivalStanding['state'], Tone>> = {
  early: 'neutral',
  good: 'passed',
  late: 'paid',
};

/** A month of flights, deadlines and festivals; on a phone day below day. Festivals ahead say when to begin. */
@Component({
  selector: 'app-calendar-page',
  imports: [Chip, FailedState, Icon, MatButton, PageHeader, RouterLink, Scrolls, Skeleton, T],
  host: { class: 'pr-page', '(keydown.PageUp)': 'leaf(-1, $event)', '(keydown.PageDown)': 'leaf(1, $event)' },
  templateUrl: './calendar-page.html',
  styleUrl: './calendar-page.scss',
})
export default class CalendarPage {
  private readonly router = inject(Router);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly stateTone = stateTone;
  protected readonly standingTones = standingTones;

  /** `YYYY-MM`, from the address */
  readonly month = input<string>();

  protected readonly today = dayOf(Date.now());
  protected readonly shown = computed(() => {
    const month = this.month();
    return month && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : this.today.slice(0, 7);
  });
  protected readonly calendar = httpResource<CampaignCalendar>(() => {
    const { from, to } = spanOf(this.shown());
    return `/api/v1/campaign-calendar?from=${from}&to=${to}`;
  });
  protected readonly view = kept(this.shown, this.calendar);
  protected readonly weeks = computed(() => weeksOf(this.shown()));
  private readonly entries = computed(() => {
    const view = this.view();
    return view ? entriesByDay(view, this.weeks().flat()) : new Map<string, Entry[]>();
  });
  protected readonly weekdays = computed(() => this.texts.say('campaigns.days.weekdays').split(' '));
  /** Days of the month that have something, for a narrow screen. */
  protected readonly agenda = computed(() =>
    this.weeks()
      .flat()
      .filter((day) => day.startsWith(this.shown()))
      .map((day) => ({ day, entries: agendaOf(this.at(day), day, this.today) }))
      .filter(({ entries }) => entries.length > 0),
  );
  protected readonly ahead = computed(() => {
    const from = this.today > `${this.shown()}-01` ? this.today : `${this.shown()}-01`;
    return (this.view()?.festivals ?? [])
      .filter(({ day }) => day >= from)
      .map((festival) => ({ festival, standing: standingOf(festival, this.today) }));
  });

  /** Who says when to begin, each once. */
  protected readonly sources = computed(() => [
    ...new Set(this.ahead().map(({ festival }) => this.texts.of(festival.source))),
  ]);

  constructor() {
    reloadOn(this.calendar, 'campaigns', 'orders');
  }

  protected at(day: string): Entry[] {
    return this.entries().get(day) ?? [];
  }

  /** November 2026, 2026年11月 */
  protected heading(): string {
    const words = new Intl.DateTimeFormat(this.texts.language(), {
      year: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    return words.format(new Date(`${this.shown()}-01T00:00:00Z`));
  }

  protected say(entry: Entry): string {
    switch (entry.kind) {
      case 'festival':
        return this.texts.of(entry.festival.name);
      case 'due':
        return this.texts.say(`campaigns.days.${entry.due.kind}`, {
          name: entry.due.name,
          creator: entry.due.creatorName,
        });
      case 'flight':
        return this.texts.say('campaigns.days.flight', {
          campaign: entry.flight.campaignName,
          name: entry.flight.name,
        });
    }
  }

  /** In a list of days a flight stands where it begins and where it ends, and says which. */
  protected sayOnDay(entry: Entry): string {
    const said = this.say(entry);
    if (entry.kind !== 'flight' || (!entry.begins && !entry.ends)) return said;
    return this.texts.say(entry.begins ? 'campaigns.days.begins' : 'campaigns.days.ends', { flight: said });
  }

  protected way(entry: Entry): string[] | null {
    if (entry.kind === 'festival') return null;
    return entry.kind === 'due'
      ? this.session.to('orders', entry.due.orderId)
      : this.session.to('campaigns', entry.flight.campaignId);
  }

  protected standing({ state, days }: FestivalStanding): string {
    return this.texts.say(`campaigns.days.${state}`, { n: days });
  }

  protected noon(day: string): string {
    return `${day}T12:00:00+08:00`;
  }

  /** Elsewhere on the page these keys scroll it, as everywhere. */
  protected async leaf(by: number, event: Event): Promise<void> {
    if (!(event.target as HTMLElement).closest('.bar, .grid')) return;
    event.preventDefault();
    await this.turn(by);
  }

  protected async turn(by: number): Promise<void> {
    await this.go(shiftMonth(this.shown(), by));
  }

  protected async go(month: string | null): Promise<void> {
    await this.router.navigate([], { queryParams: { month }, queryParamsHandling: 'merge' });
  }
}
