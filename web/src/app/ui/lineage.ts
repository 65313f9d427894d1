import {
  createFlexibleConnectedPositionStrategy,
  createOverlayRef,
  type OverlayRef,
} from '@angular/cdk/overlay';
import { ComponentPortal } from '@angular/cdk/portal';
import {
  computed,
  Directive,
  ElementRef,
  inject,
  Injector,
  input,
  type OnDestroy,
  type OnInit,
  signal,
} from '@angular/core';
import { definitionOf, lineageOf, type MetricId } from '@poolrise/domain';
import { FigureGrid } from './figure-grid';
import { AppSource } from './figure-source';
import { type Explained, LineagePanel } from './lineage-panel';

/** A figure that is explained: with a lineage of its own, or by its metric alone where `appSource` around says the rest. */
export type Figure = MetricId | Explained;

/** Somebody who only passes over a figure did not ask. */
const openAfterMs = 220;
/** Time to move the mouse from the figure to its explanation. */
const closeAfterMs = 160;

let panels = 0;

/**
 * Tells where a figure comes from: on hover, on focus, and on touch. Escape closes it, and so does a touch elsewhere. The
 * explanation can be moved into with the mouse, and read out: the figure is described by it.
 *
 * `<span appLineage="ctr">9.2%</span>`. Where figures stand in a link or a button, the link carries the explanation of all
 * of them, `<a [appLineage]="['delivered', 'spend']">`, and stays one stop: hover and focus explain, a click goes where it
 * goes. Figures that scripts move between have `[tabbable]` true for one of them; inside an `appFigureGrid` that is seen to.
 */
@Directive({
  selector: '[appLineage]',
  host: {
    '[class.pr-explained]': 'isFigure',
    '[attr.tabindex]': 'tabindex()',
    '[attr.aria-describedby]': 'shown() ? id : null',
    '(mouseenter)': 'soon(true)',
    '(mouseleave)': 'soon(false)',
    '(pointerdown)': 'pressed = true',
    '(focus)': 'focused()',
    '(blur)': 'close()',
    '(click)': 'clicked()',
    '(keydown.enter)': 'clicked()',
    '(keydown.escape)': 'escape($event)',
  },
})
export class AppLineage implements OnInit, OnDestroy {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly around = inject(AppSource, { optional: true });
  private readonly grid = inject(FigureGrid, { optional: true });
  readonly of = input.required<Figure | readonly Figure[]>({ alias: 'appLineage' });
  readonly tabbable = input(true);
  /** false for links, buttons and summaries: they are reached, and pressed, for what they do */
  protected readonly isFigure = !['A', 'BUTTON', 'SUMMARY'].includes(this.host.nativeElement.tagName);
  protected readonly isStop = computed(() =>
    this.grid && this.tabbable() ? this.grid.isStop(this.host.nativeElement) : this.tabbable(),
  );
  protected readonly shown = signal(false);
  protected readonly id = `lineage-${++panels}`;
  protected pressed = false;
  private overlay: OverlayRef | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  ngOnInit(): void {
    if (this.isFigure && this.tabbable()) this.grid?.join(this.host.nativeElement);
  }

  ngOnDestroy(): void {
    this.grid?.leave(this.host.nativeElement);
    this.close();
  }

  protected soon(open: boolean): void {
    clearTimeout(this.timer);
    // Where the keyboard stands the explanation stays, whatever the mouse does.
    if (!open && this.host.nativeElement === document.activeElement) return;
    this.timer = setTimeout(() => (open ? this.open() : this.close()), open ? openAfterMs : closeAfterMs);
  }

  protected focused(): void {
    if (this.isFigure) this.open();
    // A link that is being pressed is about to lead away.
    else if (!this.pressed) this.soon(true);
  }

  protected clicked(): void {
    if (this.isFigure) this.open();
    else this.close();
  }

  protected open(): void {
    clearTimeout(this.timer);
    if (this.overlay) return;
    const overlay = createOverlayRef(this.injector, {
      positionStrategy: createFlexibleConnectedPositionStrategy(this.injector, this.host)
        .withPositions([
          { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 6 },
          { originX: 'end', originY: 'top', overlayX: 'end', overlayY: 'bottom', offsetY: -6 },
          { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 6 },
          { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -6 },
        ])
        .withPush(true)
        .withViewportMargin(8),
      panelClass: 'pr-lineage-pane',
    });
    const panel = overlay.attach(new ComponentPortal(LineagePanel, null, this.injector));
    panel.setInput('figures', this.explained());
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
    this.pressed = false;
    this.overlay?.dispose();
    this.overlay = null;
    this.shown.set(false);
  }

  protected tabindex(): string {
    const { nativeElement } = this.host;
    // Of a link or a button its own template decides.
    if (!this.isFigure) return nativeElement.getAttribute('tabindex') ?? '0';
    return this.isStop() ? '0' : '-1';
  }

  private explained(): Explained[] {
    return [this.of()].flat().map((figure: Figure) => {
      const told = typeof figure === 'string' ? { metric: figure } : figure;
      if (told.lineage !== undefined) return told;
      const source = this.around?.source();
      return { ...told, lineage: source ? lineageOf(told.metric, source) : definitionOf(told.metric) };
    });
  }

  protected escape(event: Event): void {
    if (!this.overlay) return;
    // Escape closes the explanation and not the dialog around it.
    event.stopPropagation();
    event.preventDefault();
    this.close();
  }
}
