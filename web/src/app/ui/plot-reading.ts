import { Directive, ElementRef, inject, input, model } from '@angular/core';
import { Texts } from '../../i18n/texts';

/**
 * A drawing whose points are read one by one, by pointer or by arrow keys. It keeps which point that is; what the point
 * says, aloud and on screen, is for the drawing to tell.
 */
@Directive({
  selector: '[appPlotReading]',
  host: {
    role: 'application',
    tabindex: '0',
    '[attr.aria-roledescription]': "texts.say('charts.role')",
    '(keydown)': 'move($event)',
    '(pointermove)': 'point($event)',
    '(pointerdown)': 'point($event)',
    '(pointerleave)': 'cursor.set(null)',
    '(blur)': 'cursor.set(null)',
  },
})
export class PlotReading {
  private readonly plot = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly texts = inject(Texts);
  /** how many points there are, in the order of the arrow keys */
  readonly points = input.required<number>({ alias: 'appPlotReading' });
  /** the point nearest to a place in the drawing, in pixels */
  readonly nearest = input.required<(x: number, y: number) => number | null>();
  /** how many points a page is; without it the keys for pages are left alone */
  readonly pageOf = input<number>();
  readonly cursor = model.required<number | null>();

  protected move(event: KeyboardEvent): void {
    const last = this.points() - 1;
    const from = this.cursor();
    const next = this.after(event.key, from, last);
    if (next === undefined || last < 0 || (event.key === 'Escape' && from === null)) return;
    event.preventDefault();
    event.stopPropagation();
    this.cursor.set(next);
  }

  protected point({ clientX, clientY }: PointerEvent): void {
    const box = this.plot.getBoundingClientRect();
    const nearest = this.nearest()(clientX - box.left, clientY - box.top);
    if (nearest !== null) this.cursor.set(nearest);
  }

  private after(key: string, from: number | null, last: number): number | null | undefined {
    const page = this.pageOf();
    const to: Record<string, number | null> = {
      ArrowRight: from === null ? 0 : Math.min(last, from + 1),
      ArrowLeft: from === null ? last : Math.max(0, from - 1),
      Home: 0,
      End: last,
      Escape: null,
      ...(page && {
        PageDown: Math.min(last, (from ?? 0) + page),
        PageUp: Math.max(0, (from ?? last) - page),
      }),
    };
    return to[key];
  }
}
