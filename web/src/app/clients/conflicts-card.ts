import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientConflict, ClientConflicts } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Skeleton } from '../ui/skeleton';

const windows = [7, 30, 90] as const;

/** The same creator for two clients of one category. */
@Component({
  selector: 'app-conflicts-card',
  imports: [FailedState, RouterLink, Skeleton, T],
  host: { class: 'pr-card' },
  template: `
    <header>
      <h2>{{ 'clients.conflicts.title' | t }}</h2>
      <div role="group" [attr.aria-label]="'clients.conflicts.days' | t">
        @for (window of windows; track window) {
          <button
            type="button"
            class="pr-filter"
            [attr.aria-pressed]="days() === window"
            (click)="days.set(window)"
          >
            {{ 'clients.conflicts.lastDays' | t: { n: window } }}
          </button>
        }
      </div>
    </header>
    <p class="pr-muted">{{ 'clients.conflicts.text' | t: { days: days() } }}</p>
    @if (view(); as found) {
      <ul>
        @for (one of found.items; track one.creatorId + one.category) {
          <li>
            <b>{{ who(one) }}</b>
            @for (place of one.places; track place.proposalId) {
              <a [routerLink]="['/w', place.clientId, 'proposals', place.proposalId]">
                {{ place.clientName }} · {{ place.proposalName }}
                <small>{{ 'clients.conflicts.stage.' + place.stage | t }} · {{ format.ago(place.at) }}</small>
              </a>
            }
          </li>
        } @empty {
          <li class="pr-muted">{{ 'clients.conflicts.none' | t: { days: days() } }}</li>
        }
      </ul>
    } @else if (conflicts.error(); as error) {
      <app-failed-state [error]="error" (retry)="conflicts.reload()" />
    } @else {
      <app-skeleton height="64px" />
    }
  `,
  styles: `
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
    }
    header div {
      display: flex;
      gap: 6px;
    }
    ul {
      margin: 10px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 4px 16px;
      padding: 10px 0;
      border-top: 1px solid var(--pr-line);
    }
    li b {
      min-width: 180px;
      font-weight: 600;
    }
    small {
      color: var(--pr-muted);
    }
  `,
})
export class ConflictsCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly windows = windows;
  protected readonly days = signal<number>(30);

  protected readonly conflicts = httpResource<ClientConflicts>(
    () => `/api/v1/client-conflicts?days=${this.days()}`,
  );
  private readonly known = kept(() => 'conflicts', this.conflicts);
  protected readonly view = computed(() => this.known());

  constructor() {
    reloadOn(this.conflicts, 'clients');
  }

  protected who({ creatorName, category }: ClientConflict): string {
    const words = { creator: creatorName, category: this.texts.say(`common.category.${category}`) };
    return this.texts.say('clients.conflicts.who', words);
  }
}
