import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Session } from '../session/session';
import { T } from '../../i18n/t';
import { Toast } from '../ui/toast';
import { AccountDialogs } from './account-dialogs';
import { InvitationsList } from './invitations-list';

/** Somebody is signed in and belongs to no workspace: they join one, found one, or leave. */
@Component({
  selector: 'app-nowhere',
  imports: [InvitationsList, MatButton, T],
  template: `
    @if (session.invitations().length > 0) {
      <h2>{{ 'account.invitations.title' | t }}</h2>
      <app-invitations-list />
    }
    <div class="ways">
      <button matButton="outlined" type="button" (click)="dialogs.foundWorkspace()">
        {{ 'account.found.title' | t }}
      </button>
      <button matButton type="button" (click)="leave()">{{ 'shell.signOut' | t }}</button>
    </div>
  `,
  styles: `
    h2 {
      margin: 16px 0 8px;
      font-size: 14px;
      font-weight: 650;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin: 14px 0 26px;
    }
  `,
})
export class Nowhere {
  private readonly toast = inject(Toast);
  protected readonly dialogs = inject(AccountDialogs);
  protected readonly session = inject(Session);

  protected async leave(): Promise<void> {
    await this.session.signOut().catch((error: unknown) => this.toast.problem(error));
  }
}
