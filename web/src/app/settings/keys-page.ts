import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { KeyView, NewKeyView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Chip, type Tone } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { CreateKeyDialog } from './create-key-dialog';
import { KeySecretDialog } from './key-secret-dialog';
import { RevokeKeyDialog } from './revoke-key-dialog';
import { SettingsTabs } from './settings-tabs';

type KeyState = 'active' | 'expired' | 'revoked';

/** The keys that programs come in with. A secret is seen once, when its key is made. */
@Component({
  selector: 'app-keys-page',
  imports: [Chip, EmptyState, FailedState, Icon, MatButton, PageHeader, SettingsTabs, Skeleton, T],
  host: { class: 'pr-page' },
  templateUrl: './keys-page.html',
  styleUrl: './settings.scss',
})
export default class KeysPage {
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

  protected readonly keys = httpResource<{ items: KeyView[] }>(() => '/api/v1/keys?limit=200');

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

  protected revoke(key: KeyView): void {
    this.dialog
      .open<RevokeKeyDialog, KeyView, boolean>(RevokeKeyDialog, { width: '440px', data: key })
      .afterClosed()
      .subscribe((revoked) => {
        if (!revoked) return;
        this.keys.reload();
        this.toast.say(this.texts.say('settings.keys.wasRevoked', { name: key.name }));
      });
  }
}
