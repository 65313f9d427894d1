import {
  createFlexibleConnectedPositionStrategy,
  createOverlayRef,
  type OverlayRef,
} from '@angular/cdk/overlay';
import { ComponentPortal } from '@angular/cdk/portal';
import { Directive, ElementRef, inject, Injector, input, type OnDestroy, signal } from '@angular/core';
import { type Explained, LineagePanel } from './lineage-panel';

/** Somebody who only passes over a figure did not ask. */
const openAfterMs = 220;
/** Time to move the mouse from the figure to its explanation. */
const closeAfterMs = 160;

let panels = 0;

/**
 * Tells where a figure comes from: on hover, on focus, and on touch. Escape closes it, and so does a touch elsewhere. The
 * explanation can be moved into with the mouse, and read out: the figure is described by it.
 *
 * `<span [appLineage]="{ metric, lineage }">12,408</span>`; in a table with many figures `[tabbable]` is true for one of them.
 */
@Directive({
  selector: '[appLineage]',
  host: {
    class: 'pr-explained',
    '[attr.tabindex]': 'tabbable() ? 0 : -1',
    '[attr.aria-describedby]': 'shown() ? id : null',
    '(mouseenter)': 'soon(true)',
    '(mouseleave)': 'soon(false)',
    '(focus)': 'open()',
    '(blur)': 'close()',
    '(click)': 'open()',
    '(keydown.enter)': 'open()',
    '(keydown.escape)': 'escape($event)',
  },
})
export class AppLineage implements OnDestroy {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly explained = input.required<Explained>({ alias: 'appLineage' });
  readonly tabbable = input(true);
  protected readonly shown = signal(false);
  protected readonly id = `lineage-${++panels}`;
  private overlay: OverlayRef | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  ngOnDestroy(): void {
    this.close();
  }

  protected soon(open: boolean): void {
    clearTimeout(this.timer);
    // Where the keyboard stands the explanation stays, whatever the mouse does.
    if (!open && this.host.nativeElement === document.activeElement) return;
    this.timer = setTimeout(() => (open ? this.open() : this.close()), open ? openAfterMs : closeAfterMs);
  }

  protected open(): void {
    clearTimeout(this.timer);
    if (this.overlay) return;
    const overlay = createOverlayRef(this.injector, {
      positionStrategy: createFlexibleConnectedPositionStrategy(this.injector, this.host)
        .withPositions([
          { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 6 },
          { originX: 'end', originY: 'top', overlayX: 'end', overlayY: 'bottom', offsetY: -6 },
        ])
        .withPush(true)
        .withViewportMargin(8),
      panelClass: 'pr-lineage-pane',
    });
    const panel = overlay.attach(new ComponentPortal(LineagePanel, null, this.injector));
    panel.setInput('explained', this.explained());
    panel.setInput('id', this.id);
    panel.changeDetectorRef.detectChanges();
    overlay.updatePosition();
    overlay.overlayElement.addEventListener('mouseenter', () => clearTimeout(this.timer));
    overlay.overlayElement.addEventListener('mouseleave', () => this.soon(false));
    overlay.outsidePointerEvents().subscribe((event) => {
      if (!this.host.nativeElement.contains(event.target as Node)) this.close();
    });
    this.overlay = overlay;
    this.shown.set(true);
  }

  protected close(): void {
    clearTimeout(this.timer);
    this.overlay?.dispose();
    this.overlay = null;
    this.shown.set(false);
  }

  protected escape(event: Event): void {
    if (!this.overlay) return;
    // Escape closes the explanation and not the dialog around it.
    event.stopPropagation();
    event.preventDefault();
    this.close();
  }
}
