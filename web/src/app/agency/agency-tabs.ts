import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { Ability } from '@poolrise/contracts';
import type { TextKey } from '../../i18n/text-key';
import { T } from '../../i18n/t';
import { Session } from '../session/session';

const tabs: readonly { path: readonly string[]; title: TextKey; ability: Ability }[] = [
  { path: ['clients', 'desk'], title: 'agency.tabs.desk', ability: 'read:clients' },
  { path: ['clients', 'campaigns'], title: 'agency.tabs.campaigns', ability: 'read:clients' },
  { path: ['clients', 'margin'], title: 'agency.tabs.margin', ability: 'read:margins' },
  { path: ['clients'], title: 'agency.tabs.clients', ability: 'read:clients' },
];

/** What an agency does across its clients, place by place. */
@Component({
  selector: 'app-agency-tabs',
  imports: [RouterLink, RouterLinkActive, T],
  template: `
    <nav [attr.aria-label]="'agency.tabs.label' | t">
      @for (tab of shown(); track tab.title) {
        <a
          class="pr-filter"
          [routerLink]="session.to(...tab.path)"
          routerLinkActive="is-on"
          [routerLinkActiveOptions]="exactly"
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
export class AgencyTabs {
  protected readonly session = inject(Session);
  protected readonly shown = computed(() => tabs.filter(({ ability }) => this.session.may(ability)));
  // What is asked for stands in the query, and the place is the same with it.
  protected readonly exactly = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
}
