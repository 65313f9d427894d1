import { Component, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import type { InvitationView, MemberView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { Toast } from '../ui/toast';
import { ChangeRoleDialog } from './change-role-dialog';
import { confirmed } from './confirm-dialog';
import { InvitationsCard } from './invitations-card';
import { InviteDialog } from './invite-dialog';
import { SettingsApi } from './settings-api';
import { SettingsTabs } from './settings-tabs';

/** The people of the workspace and their roles. There is always one: whoever looks. */
@Component({
  selector: 'app-members-page',
  imports: [Icon, InvitationsCard, ListFrame, MatButton, PageHeader, SettingsTabs, T],
  host: { class: 'pr-page' },
  templateUrl: './members-page.html',
  styleUrl: './settings.scss',
})
export default class MembersPage {
  private readonly api = inject(SettingsApi);
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  protected readonly members = paged<MemberView>(() => '/api/v1/members');
  private readonly invitations = viewChild(InvitationsCard);

  protected async invite(): Promise<void> {
    const dialog = this.dialogs.open<InviteDialog, void, InvitationView>(InviteDialog, { width: '480px' });
    const invited = await firstValueFrom(dialog.afterClosed());
    if (!invited) return;
    this.invitations()?.list.reload();
    this.toast.say(this.texts.say('settings.members.invited', { name: invited.name }));
  }

  protected async changeRole(member: MemberView): Promise<void> {
    const dialog = this.dialogs.open<ChangeRoleDialog, MemberView, MemberView>(ChangeRoleDialog, {
      width: '440px',
      data: member,
    });
    const changed = await firstValueFrom(dialog.afterClosed());
    if (!changed) return;
    await this.seeAgain(changed);
    const role = this.texts.say(`common.role.${changed.role}`);
    this.toast.say(this.texts.say('settings.members.changed', { name: changed.name, role }));
  }

  protected async remove(member: MemberView): Promise<void> {
    const { name, personId } = member;
    const done = await confirmed(this.dialogs, {
      title: this.texts.say('settings.members.confirm.title', { name }),
      text: this.texts.say(
        this.isMe(member) ? 'settings.members.confirm.self' : 'settings.members.confirm.text',
      ),
      go: this.texts.say('settings.members.remove'),
      command: () => this.api.removeMember(personId),
    });
    if (!done) return;
    await this.seeAgain(member);
    this.toast.say(this.texts.say('settings.members.removed', { name }));
  }

  protected isMe({ personId }: MemberView): boolean {
    return personId === this.session.person()?.id;
  }

  /** Whoever changed themselves may see less from now on, or nothing of this workspace any more. */
  private async seeAgain(member: MemberView): Promise<void> {
    if (this.isMe(member)) await this.session.load();
    if (this.session.workspace()) this.members.reload();
    else await this.router.navigateByUrl('/');
  }
}
