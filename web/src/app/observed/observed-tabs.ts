import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { type IsActiveMatchOptions, RouterLink, RouterLinkActive } from '@angular/router';
import type { Page, UnmatchedCreator, UnmatchedName } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';

/** How many of what waits are counted before it is called "more". */
const counted = 20;

/** The pages of what files speak of, with how many names and creators wait for a person. */
@Component({
  selector: 'app-observed-tabs',
  imports: [RouterLink, RouterLinkActive, T],
  template: `
    <nav [attr.aria-label]="'observed.title' | t">
      <a
        [routerLink]="session.to('observed')"
        routerLinkActive="here"
        [routerLinkActiveOptions]="exactly"
        ariaCurrentWhenActive="page"
        >{{ 'observed.tabs.notes' | t }}</a
      >
      <a
        [routerLink]="session.to('observed', 'creators')"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        >{{ 'observedCreators.tab' | t }}</a
      >
      <a
        [routerLink]="session.to('observed', 'unmatched')"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        >{{ 'observed.tabs.unmatched' | t }}
        @if (waiting(); as n) {
          <span class="count">{{ n }}</span>
        }
      </a>
      <a
        [routerLink]="session.to('observed', 'claims')"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        >{{ 'claims.tab' | t }}</a
      >
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: 20px;
      margin-bottom: 16px;
      overflow-x: auto;
      scrollbar-width: none;
      border-bottom: 1px solid var(--pr-line);
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      padding: 8px 2px;
      border-bottom: 2px solid transparent;
      color: var(--pr-muted);
      text-decoration: none;
      white-space: nowrap;
    }
    a:hover {
      color: var(--pr-ink);
    }
    a.here {
      border-color: var(--pr-action);
      color: var(--pr-action);
      font-weight: 650;
    }
    .count {
      min-width: 18px;
      padding: 0 6px;
      border-radius: 9px;
      background: var(--pr-tint-paid);
      color: var(--pr-paid-text);
      font-size: 11.5px;
      font-weight: 650;
      line-height: 18px;
      text-align: center;
    }
  `,
})
export class ObservedTabs {
  protected readonly session = inject(Session);
  /** The address of the list holds its state, which is no other page. */
  protected readonly exactly: IsActiveMatchOptions = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  };
  private readonly first = httpResource<Page<UnmatchedName | UnmatchedCreator>>(
    () => `/api/v1/unmatched-names?limit=${counted}`,
  );
  private readonly firstCreators = httpResource<Page<UnmatchedName | UnmatchedCreator>>(
    () => `/api/v1/unmatched-creators?limit=${counted}`,
  );
  protected readonly waiting = computed(() => {
    const pages = [this.first, this.firstCreators].flatMap((one) => (one.hasValue() ? [one.value()] : []));
    const n = pages.reduce((sum, { items }) => sum + items.length, 0);
    return n === 0 ? '' : `${n}${pages.some(({ nextCursor }) => nextCursor) ? '+' : ''}`;
  });

  constructor() {
    reloadOn(this.first, 'imports');
    reloadOn(this.firstCreators, 'imports');
  }
}
