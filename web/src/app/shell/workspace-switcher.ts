import { Component, computed, inject } from '@angular/core';
import { MatDivider } from '@angular/material/divider';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { MembershipView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { AccountDialogs } from '../account/account-dialogs';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';

/** The name of the workspace one stands in, and the way to the others. */
@Component({
  selector: 'app-workspace-switcher',
  imports: [Icon, MatDivider, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink, T],
  template: `
    @if (session.workspace(); as here) {
      <button class="here" type="button" [matMenuTriggerFor]="menu" [attr.aria-label]="label(here)">
        <span class="name">{{ here.workspaceName }}</span>
        @if (invited(); as words) {
          <span class="dot" [title]="words"></span>
        }
        <app-icon name="arrow-down-small" />
      </button>
      <mat-menu #menu="matMenu" [aria-label]="'shell.switchWorkspace' | t">
        @for (one of inOrder(); track one.workspaceId) {
          <a
            mat-menu-item
            [class.room]="one.agencyId"
            [routerLink]="session.first(one.workspaceId)"
            [attr.aria-current]="one.workspaceId === here.workspaceId ? 'true' : null"
          >
            <span class="one">
              <app-icon [name]="one.workspaceKind" />
              <span
                ><b>{{ one.workspaceName }}</b
                ><small>{{ kindAndRole(one) }}</small></span
              >
              @if (one.workspaceId === here.workspaceId) {
                <app-icon class="tick" name="check" />
              }
            </span>
          </a>
        }
        <mat-divider />
        @if (invited(); as words) {
          <button mat-menu-item type="button" (click)="dialogs.invitations()">
            <span class="one"><app-icon name="members" />{{ words }}</span>
          </button>
        }
        <button mat-menu-item type="button" (click)="dialogs.foundWorkspace()">
          <span class="one"><app-icon name="add" />{{ 'account.found.title' | t }}</span>
        </button>
      </mat-menu>
    }
  `,
  styles: `
    .here {
      display: flex;
      align-items: center;
      gap: 2px;
      max-width: 220px;
      height: 36px;
      padding: 0 6px 0 8px;
      border: 0;
      border-radius: 10px;
      background: none;
      color: var(--pr-ink);
      font-weight: 650;
      cursor: pointer;
      --icon-size: 18px;
    }
    .here:hover {
      background: var(--pr-hover);
    }
    .name {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .dot {
      flex: none;
      width: 8px;
      height: 8px;
      margin-inline-start: 6px;
      border-radius: 50%;
      background: var(--pr-action);
    }
    .one {
      display: flex;
      align-items: center;
      gap: 12px;
      min-width: 210px;
      padding: 6px 0;
      line-height: 1.35;
    }
    .room .one {
      padding-inline-start: 18px;
    }
    .one b,
    .one small {
      display: block;
    }
    .one b {
      font-weight: 550;
    }
    .one small {
      color: var(--pr-muted);
      font-size: 12px;
    }
    .one app-icon {
      color: var(--pr-muted);
    }
    .one .tick {
      margin-inline-start: auto;
      color: var(--pr-action);
    }
    @media (max-width: 719px) {
      .here {
        max-width: 160px;
      }
    }
  `,
})
export class WorkspaceSwitcher {
  protected readonly session = inject(Session);
  protected readonly dialogs = inject(AccountDialogs);
  private readonly texts = inject(Texts);

  /** Empty while nobody asks the person to join. */
  protected readonly invited = computed(() => {
    const count = this.session.invitations().length;
    return count > 0 ? this.texts.count('account.invitations.count', count) : '';
  });

  /** The rooms of an agency's clients stand below it; of a stranger's agency they stand among the others. */
  protected readonly inOrder = computed(() => {
    const all = this.session.memberships();
    const mine = new Set(all.map(({ workspaceId }) => workspaceId));
    return all
      .filter(({ agencyId }) => !agencyId || !mine.has(agencyId))
      .flatMap((one) => [one, ...all.filter(({ agencyId }) => agencyId === one.workspaceId)]);
  });

  protected label(here: MembershipView): string {
    const workspace = this.texts.say('shell.workspace', { name: here.workspaceName });
    return this.invited() ? `${workspace}. ${this.invited()}` : workspace;
  }

  protected kindAndRole(one: MembershipView): string {
    const kind = this.texts.say(`common.workspaceKind.${one.workspaceKind}`);
    // Below its agency a room need not say whose it is.
    const below = this.session.memberships().some(({ workspaceId }) => workspaceId === one.agencyId);
    const whose = one.agencyName && !below ? `${kind} · ${one.agencyName}` : kind;
    return `${whose} · ${this.texts.say(`common.role.${one.role}`)}`;
  }
}
