import { Component, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { InvitationView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Format } from '../ui/format';
import { ListFrame } from '../ui/list-frame';
import { Toast } from '../ui/toast';
import { confirmed } from './confirm-dialog';
import { SettingsApi } from './settings-api';

/** Who was invited and has not come yet. Nothing stands here while there is nobody. */
@Component({
  selector: 'app-invitations-card',
  imports: [ListFrame, T],
  templateUrl: './invitations-card.html',
  styleUrl: './settings.scss',
})
export class InvitationsCard {
  private readonly api = inject(SettingsApi);
  private readonly dialogs = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);

  readonly list = paged<InvitationView>(() => '/api/v1/invitations');

  protected async withdraw({ id, name }: InvitationView): Promise<void> {
    const done = await confirmed(this.dialogs, {
      title: this.texts.say('settings.invitations.confirm.title', { name }),
      text: this.texts.say('settings.invitations.confirm.text'),
      go: this.texts.say('settings.invitations.withdraw'),
      command: () => this.api.withdrawInvitation(id),
    });
    if (!done) return;
    this.list.reload();
    this.toast.say(this.texts.say('settings.invitations.withdrawn', { name }));
  }
}
