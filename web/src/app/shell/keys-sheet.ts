import { Dialog } from '@angular/cdk/dialog';
import { inject, Service } from '@angular/core';

/** Opens the sheet of keyboard shortcuts; its code arrives with the first use. */
@Service()
export class KeysSheet {
  private readonly dialogs = inject(Dialog);

  async open(): Promise<void> {
    const { KeysSheetBox } = await import('./keys-sheet-box');
    this.dialogs.open(KeysSheetBox, {
      ariaLabelledBy: 'keys-sheet-title',
      width: '560px',
      maxWidth: 'calc(100vw - 24px)',
      autoFocus: 'button',
    });
  }
}
