import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { BoostRow, BoostState } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { BoostBadge } from '../ui/boost-badge';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { MetricName } from '../ui/metric-name';
import { PageHeader } from '../ui/page-header';
import { ShareBar } from '../ui/share-bar';
import { Skeleton } from '../ui/skeleton';
import { paceOf, paceText } from './pace-word';
import { AppLineage } from '../ui/lineage';
import { AppSource } from '../ui/figure-source';
import { FigureGrid } from '../ui/figure-grid';

const states = ['running', 'scheduled', 'completed', 'stopped'] as const satisfies readonly BoostState[];

/** Every boost of the workspace: what it spent, what it delivered, and whether it keeps to its plan. */
@Component({
  selector: 'app-boosts-page',
  imports: [
    AppLineage,
    AppSource,
    BoostBadge,
    EmptyState,
    FailedState,
    FigureGrid,
    FilterChips,
    Icon,
    MatButton,
    MetricName,
    PageHeader,
    RouterLink,
    ShareBar,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './boosts-page.html',
  styleUrl: './boosts-page.scss',
})
export default class BoostsPage {
  private readonly router = inject(Router);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  /** both from the address, so that a copied link opens the same list */
  readonly state = input<string>();
  readonly noteId = input<string>();

  protected readonly choices = [undefined, ...states];
  protected readonly chosen = computed(() => states.find((state) => state === this.state()));
  protected readonly boosts = paged<BoostRow>(() => {
    const query = new URLSearchParams();
    const state = this.chosen();
    const noteId = this.noteId();
    if (state) query.set('state', state);
    if (noteId) query.set('noteId', noteId);
    return `/api/v1/boosts${query.size > 0 ? `?${query}` : ''}`;
  }, 'boosts');

  protected show(state: BoostState | undefined): void {
    void this.router.navigate([], { queryParams: { state }, queryParamsHandling: 'merge' });
  }

  protected readonly choiceWord = (state: BoostState | undefined): string =>
    this.texts.say(state ? `common.boostState.${state}` : 'common.all');

  protected pace(boost: BoostRow): string {
    const word = this.texts.say(`boosts.page.pace.${paceOf(boost)}`);
    return paceText(boost, word, this.format);
  }

  protected goal(boost: BoostRow): string {
    return this.texts.say(`common.goal.${boost.goal}`);
  }

  protected end(boost: BoostRow): string {
    return this.format.dateTime(boost.endedAt ?? boost.endsAt);
  }
}
