import { Component, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { TextKey } from '../../i18n/text-key';
import { T } from '../../i18n/t';
import { Session } from '../session/session';

/** A place beside others in the workspace, and what it is called. */
export interface PlaceTab {
  path: readonly string[];
  title: TextKey;
  /** whether pages below it are places of their own; else its tab is on there too */
  exact: boolean;
}

/** Places that belong together, the present one marked. */
@Component({
  selector: 'app-place-tabs',
  imports: [RouterLink, RouterLinkActive, T],
  template: `
    <nav [attr.aria-label]="label() | t">
      @for (tab of tabs(); track tab.title) {
        <a
          class="pr-filter"
          [routerLink]="session.to(...tab.path)"
          routerLinkActive="is-on"
          [routerLinkActiveOptions]="tab.exact ? exactly : { exact: false }"
          ariaCurrentWhenActive="page"
          >{{ tab.title | t }}</a
        >
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-bottom: 16px;
    }
    a {
      text-decoration: none;
    }
  `,
})
export class PlaceTabs {
  protected readonly session = inject(Session);
  readonly tabs = input.required<readonly PlaceTab[]>();
  readonly label = input.required<TextKey>();
  // What is asked for stands in the query, and the place is the same with it.
  protected readonly exactly = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
}
