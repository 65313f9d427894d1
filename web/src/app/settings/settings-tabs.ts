import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { T } from '../../i18n/t';
import { Session } from '../session/session';

/** The pages of the settings side by side, each for those who may see it. */
@Component({
  selector: 'app-settings-tabs',
  imports: [RouterLink, RouterLinkActive, T],
  template: `
    @if (session.may('manage:keys') || session.may('read:creators')) {
      <nav [attr.aria-label]="'shell.settings' | t">
        <a
          [routerLink]="session.to('settings', 'members')"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          >{{ 'shell.members' | t }}</a
        >
        @if (session.may('manage:keys')) {
          <a
            [routerLink]="session.to('settings', 'keys')"
            routerLinkActive="here"
            ariaCurrentWhenActive="page"
            >{{ 'shell.keys' | t }}</a
          >
        }
        @if (session.may('read:creators')) {
          <a
            [routerLink]="session.to('settings', 'tiers')"
            routerLinkActive="here"
            ariaCurrentWhenActive="page"
            >{{ 'shortlists.tiers.title' | t }}</a
          >
        }
        @if (isVerifiable() && session.may('read:professional')) {
          <a [routerLink]="session.to('professional')">{{ 'professional.title' | t }}</a>
        }
      </nav>
    }
  `,
  styles: `
    nav {
      display: flex;
      gap: 4px;
      margin-bottom: 16px;
      border-bottom: 1px solid var(--pr-line);
    }
    a {
      padding: 8px 12px;
      border-bottom: 2px solid transparent;
      margin-bottom: -1px;
      color: var(--pr-muted);
      font-weight: 550;
      text-decoration: none;
    }
    a:hover {
      color: var(--pr-ink);
    }
    a.here {
      border-color: var(--pr-action);
      color: var(--pr-action);
    }
  `,
})
export class SettingsTabs {
  protected readonly session = inject(Session);
  /** Agencies and their clients' rooms have no professional account. */
  protected readonly isVerifiable = computed(() => {
    const kind = this.session.workspace()?.workspaceKind;
    return kind === 'brand' || kind === 'creator';
  });
}
