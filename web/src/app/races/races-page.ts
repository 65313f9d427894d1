import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type RaceRow, type RaceState, raceStates } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { AppSource } from '../ui/figure-source';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { ListFrame } from '../ui/list-frame';
import { NoteCover } from '../ui/note-cover';
import { PageHeader } from '../ui/page-header';
import { ShareBar } from '../ui/share-bar';
import { RaceBadge } from './race-badge';
import { racesRoot } from './races-api';

/** Every race of the workspace: how far it is, who leads, and what it spent. */
@Component({
  selector: 'app-races-page',
  imports: [
    AppLineage,
    AppSource,
    EmptyState,
    FilterChips,
    ListFrame,
    MatButton,
    NoteCover,
    PageHeader,
    RaceBadge,
    RouterLink,
    ShareBar,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './races-page.html',
  styleUrl: './races-page.scss',
})
export default class RacesPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  /** from the address, so that a copied link opens the same list */
  readonly state = input<string>();

  protected readonly choices = [undefined, ...raceStates];
  protected readonly chosen = computed(() => raceStates.find((state) => state === this.state()));
  protected readonly races = paged<RaceRow>(
    () => `${racesRoot}${this.chosen() ? `?state=${this.chosen()}` : ''}`,
    'races',
    'boosts',
  );

  protected readonly choiceWord = (state: RaceState | undefined): string =>
    this.texts.say(state ? `races.state.${state}` : 'common.all');

  protected show(state: RaceState | undefined): void {
    void this.router.navigate([], { queryParams: { state }, queryParamsHandling: 'merge' });
  }

  protected standing(race: RaceRow): string {
    const { leader } = race;
    if (!leader)
      return this.texts.say(race.endedBecause ? `races.end.${race.endedBecause}` : 'races.list.nobody');
    const note = race.notes.find(({ noteId }) => noteId === leader.noteId)?.title ?? '';
    const chance = this.format.percent(leader.chanceBest, 0);
    return this.texts.say(race.state === 'ended' ? 'races.list.won' : 'races.list.leads', { note, chance });
  }

  protected progress(race: RaceRow): string {
    const { round, rounds } = race;
    if (race.state === 'waiting') return this.texts.say('races.list.lineWaiting', { round: round + 1 });
    const at = this.format.dateTime(race.endedAt ?? race.nextRoundAt);
    return this.texts.say(race.state === 'ended' ? 'races.list.lineEnded' : 'races.list.lineRunning', {
      round,
      rounds,
      at,
    });
  }

  protected money(race: RaceRow): string {
    return this.texts.say('races.list.spent', {
      spent: this.format.money(race.spentCents),
      budget: this.format.roundMoney(race.budgetCents),
    });
  }
}
