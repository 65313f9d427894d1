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
  templateUrl: './conflicts-card.html',
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
