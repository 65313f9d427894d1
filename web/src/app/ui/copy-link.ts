import { Clipboard } from '@angular/cdk/clipboard';
import { Component, DOCUMENT, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Icon } from './icon';
import { Toast } from './toast';

/** Copies the address of this screen, which holds its whole state. */
@Component({
  selector: 'app-copy-link',
  imports: [Icon, MatButton, T],
  template: `
    <button matButton="outlined" type="button" (click)="copy()">
      <app-icon matButtonIcon name="link" />{{ 'common.copyLink' | t }}
    </button>
  `,
})
export class CopyLink {
  private readonly clipboard = inject(Clipboard);
  private readonly document = inject(DOCUMENT);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  /** another text than the address of this page */
  readonly text = input<string>();

  protected copy(): void {
    this.clipboard.copy(this.text() ?? this.document.location.href);
    this.toast.say(this.texts.say('common.linkCopied'));
  }
}
