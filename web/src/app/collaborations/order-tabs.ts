import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { TextKey } from '../../i18n/text-key';
import { T } from '../../i18n/t';
import { Session } from '../session/session';

interface Tab {
  path: readonly string[];
  title: TextKey;
  exact: boolean;
}
const orders: Tab = { path: ['orders'], title: 'recruitments.tabs.orders', exact: true };
const rights: Tab = { path: ['orders', 'rights'], title: 'recruitments.tabs.rights', exact: false };
const ofBrand: readonly Tab[] = [
  orders,
  { path: ['orders', 'recruitments'], title: 'recruitments.tabs.recruitments', exact: false },
  rights,
  { path: ['orders', 'templates'], title: 'recruitments.tabs.templates', exact: false },
];
const ofCreator: readonly Tab[] = [
  orders,
  { path: ['orders', 'board'], title: 'recruitments.tabs.board', exact: false },
  rights,
  { path: ['orders', 'account'], title: 'recruitments.tabs.account', exact: false },
];
const ofPlatform: readonly Tab[] = [
  { path: ['order-desk'], title: 'desks.queue.tabs.orders', exact: true },
  { path: ['order-desk', 'claims'], title: 'desks.queue.tabs.claims', exact: false },
];

/** The places of cooperation, as the side that looks has them. */
@Component({
  selector: 'app-order-tabs',
  imports: [RouterLink, RouterLinkActive, T],
  template: `
    <nav [attr.aria-label]="'recruitments.tabs.label' | t">
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
export class OrderTabs {
  protected readonly session = inject(Session);
  // What is asked for stands in the query, and the place is the same with it.
  protected readonly exactly = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;

  protected readonly tabs = computed(() => {
    switch (this.session.workspace()?.workspaceKind) {
      case 'creator':
        return ofCreator;
      case 'platform':
        return ofPlatform;
      default:
        return ofBrand;
    }
  });
}
