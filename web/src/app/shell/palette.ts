import { Dialog } from '@angular/cdk/dialog';
import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { inject, Injector, Service } from '@angular/core';

/** Opens the command palette; its code arrives with the first use. */
@Service()
export class Palette {
  private readonly dialogs = inject(Dialog);
  private readonly injector = inject(Injector);
  private shown: { close(): void } | null = null;

  /** How the shortcut is written on this machine. */
  readonly keys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';

  async open(): Promise<void> {
    if (this.shown) return;
    const { PaletteBox } = await import('./palette-box');
    if (this.shown) return;
    const shown = this.dialogs.open(PaletteBox, {
      panelClass: 'app-palette-panel',
      width: '640px',
      maxWidth: 'calc(100vw - 24px)',
      autoFocus: 'input',
      // Hung from the top: the field stays where it is while the list below it grows and shrinks.
      positionStrategy: createGlobalPositionStrategy(this.injector)
        .centerHorizontally()
        .top('min(12vh, 110px)'),
    });
    this.shown = shown;
    shown.closed.subscribe(() => (this.shown = null));
  }

  async toggle(): Promise<void> {
    if (this.shown) this.shown.close();
    else await this.open();
  }
}
