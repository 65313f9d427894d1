import { inject, Injector, Service } from '@angular/core';

/** Opens the dialogs of a person's account; their code arrives with the first use. */
@Service()
export class AccountDialogs {
  private readonly injector = inject(Injector);

  async changePassword(): Promise<void> {
    (await import('./password-dialog')).openPasswordDialog(this.injector);
  }

  async foundWorkspace(): Promise<void> {
    (await import('./found-dialog')).openFoundDialog(this.injector);
  }

  async invitations(): Promise<void> {
    (await import('./invitations-dialog')).openInvitationsDialog(this.injector);
  }
}
