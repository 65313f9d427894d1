import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { KeyView, NewKeyView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Chip, type Tone } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { Toast } from '../ui/toast';
import { confirmed } from './confirm-dialog';
import { CreateKeyDialog } from './create-key-dialog';
import { KeySecretDialog } from './key-secret-dialog';
import { SettingsApi } from './settings-api';
import { SettingsTabs } from './settings-tabs';

type KeyState = 'active' | 'expired' | 'revoked';

/** The keys that programs come in with. A secret is seen once, when its key is made. */
@Component({
  selector: 'app-keys-page',
  imports: [Chip, EmptyState, Icon, ListFrame, MatButton, PageHeader, SettingsTabs, T],
  host: { class: 'pr-page' },
  templateUrl: './keys-page.html',
  styleUrl: './settings.scss',
})
export default class KeysPage {
  private readonly api = inject(SettingsApi);
  private readonly dialog = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly tones: Record<KeyState, Tone> = {
    active: 'passed',
    expired: 'neutral',
    revoked: 'stopped',
  };

  protected readonly keys = paged<KeyView>(() => '/api/v1/keys');

  protected state(key: KeyView): KeyState {
    if (key.revokedAt) return 'revoked';
    return key.expiresAt && Date.parse(key.expiresAt) <= Date.now() ? 'expired' : 'active';
  }

  protected create(): void {
    this.dialog
      .open<CreateKeyDialog, void, NewKeyView>(CreateKeyDialog, { width: '480px' })
      .afterClosed()
      .subscribe((key) => {
        if (!key) return;
        this.keys.reload();
        // Neither Escape nor a click beside it: the secret does not come back.
        this.dialog.open(KeySecretDialog, { width: '520px', data: key, disableClose: true });
      });
  }

  protected async revoke({ id, name }: KeyView): Promise<void> {
    const done = await confirmed(this.dialog, {
      title: this.texts.say('settings.keys.confirm.title', { name }),
      text: this.texts.say('settings.keys.confirm.text'),
      go: this.texts.say('settings.keys.revoke'),
      command: () => this.api.revokeKey(id),
    });
    if (!done) return;
    this.keys.reload();
    this.toast.say(this.texts.say('settings.keys.wasRevoked', { name }));
  }
}
