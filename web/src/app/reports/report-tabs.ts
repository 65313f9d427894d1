import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { T } from '../../i18n/t';
import { Session } from '../session/session';

const tabs = [
  { path: ['reports'], title: 'reports.tabs.kept', exact: true },
  { path: ['reports', 'costs'], title: 'reports.tabs.costs', exact: false },
  { path: ['reports', 'benchmarks'], title: 'reports.tabs.benchmarks', exact: false },
] as const;

/** The places of reports. */
@Component({
  selector: 'app-report-tabs',
  imports: [RouterLink, RouterLinkActive, T],
  template: `
    <nav [attr.aria-label]="'reports.title' | t">
      @for (tab of tabs; track tab.title) {
        <a
          class="pr-filter"
          [routerLink]="session.to(...tab.path)"
          routerLinkActive="is-on"
          [routerLinkActiveOptions]="{ exact: tab.exact }"
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
export class ReportTabs {
  protected readonly session = inject(Session);
  protected readonly tabs = tabs;
}
