import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { MemberView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { AddMemberDialog } from './add-member-dialog';
import { SettingsTabs } from './settings-tabs';

/** The people of the workspace and their roles. There is always one: whoever looks. */
@Component({
  selector: 'app-members-page',
  imports: [FailedState, Icon, MatButton, PageHeader, SettingsTabs, Skeleton, T],
  host: { class: 'pr-page' },
  templateUrl: './members-page.html',
  styleUrl: './settings.scss',
})
export default class MembersPage {
  private readonly dialog = inject(MatDialog);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  // 200 is the largest page there is; a workspace has some dozens of members.
  protected readonly members = httpResource<{ items: MemberView[] }>(() => '/api/v1/members?limit=200');

  protected add(): void {
    this.dialog
      .open<AddMemberDialog, void, MemberView>(AddMemberDialog, { width: '480px' })
      .afterClosed()
      .subscribe((member) => {
        if (!member) return;
        this.members.reload();
        this.toast.say(this.texts.say('settings.members.added', { name: member.name }));
      });
  }
}
