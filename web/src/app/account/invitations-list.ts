import { Component, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { ReceivedInvitation } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { AccountApi } from './account-api';

/** Who asks the person to join, each to be accepted or turned down. */
@Component({
  selector: 'app-invitations-list',
  imports: [Icon, MatButton, Refusal, T],
  templateUrl: './invitations-list.html',
  styles: `
    ul {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 12px;
      padding: 10px 12px;
      border: 1px solid var(--pr-line);
      border-radius: 12px;
      color: var(--pr-ink);
      line-height: 1.35;
    }
    app-icon {
      color: var(--pr-action);
    }
    .who {
      flex: 1 1 180px;
      min-width: 0;
    }
    b,
    small {
      display: block;
    }
    b {
      font-weight: 600;
    }
    small {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
  `,
})
export class InvitationsList {
  private readonly api = inject(AccountApi);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly sending = sending();

  /** None is left, or one was accepted and its workspace is on screen. */
  readonly done = output();

  protected async accept({ id }: ReceivedInvitation): Promise<void> {
    await this.sending.send(async () => {
      const { workspaceId } = await this.api.accept(id);
      await this.session.load();
      this.done.emit();
      await this.router.navigate(this.session.first(workspaceId));
    });
  }

  protected async decline({ id }: ReceivedInvitation): Promise<void> {
    await this.sending.send(async () => {
      await this.api.decline(id);
      await this.session.load();
      if (this.session.invitations().length === 0) this.done.emit();
    });
  }
}
