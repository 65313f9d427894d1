import { Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { type MemberView, type Role, rolesToGive } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { sending } from '../problems/sending';
import { FormDialog } from '../ui/form-dialog';
import { Session } from '../session/session';
import { SettingsApi } from './settings-api';

/** Gives a member another role, of those that this kind of workspace has; closes with the changed member. */
@Component({
  selector: 'app-change-role-dialog',
  imports: [FormDialog, T],
  templateUrl: './change-role-dialog.html',
  styleUrl: '../ui/form-dialog.scss',
})
export class ChangeRoleDialog {
  private readonly api = inject(SettingsApi);
  private readonly dialog = inject<MatDialogRef<ChangeRoleDialog, MemberView>>(MatDialogRef);
  private readonly session = inject(Session);
  protected readonly member = inject<MemberView>(MAT_DIALOG_DATA);
  protected readonly sending = sending();

  protected readonly roles = rolesToGive(
    this.session.workspace()?.workspaceKind ?? 'brand',
    this.member.role,
  );
  protected readonly self = this.member.personId === this.session.person()?.id;
  protected readonly chosen = signal<Role>(this.member.role);

  protected async submit(): Promise<void> {
    const role = this.chosen();
    if (role === this.member.role) return this.dialog.close();
    await this.sending.send(async () =>
      this.dialog.close(await this.api.changeRole(this.member.personId, { role })),
    );
  }
}
