import { DestroyRef, effect, type ElementRef, inject, type Signal, signal } from '@angular/core';

type Shown = Signal<ElementRef<HTMLElement> | undefined>;

/**
 * The width of an element as it changes, in whole CSS pixels; `before` until it is known (and where nothing has a
 * width, as on a server or in jsdom). Call in an injection context.
 */
export const observeWidth = (element: Shown, before: number) => observeSide(element, before, 'width');

/** As `observeWidth`; for elements that take what height is left and do not grow with what is in them. */
export const observeHeight = (element: Shown, before: number) => observeSide(element, before, 'height');

function observeSide(element: Shown, before: number, side: 'width' | 'height'): Signal<number> {
  const size = signal(before);
  if (typeof ResizeObserver === 'undefined') return size;

  const observer = new ResizeObserver(([entry]) => {
    const measured = Math.floor(entry?.contentRect[side] ?? 0);
    if (measured > 0) size.set(measured);
  });
  effect(() => {
    observer.disconnect();
    const shown = element()?.nativeElement;
    if (shown) observer.observe(shown);
  });
  inject(DestroyRef).onDestroy(() => observer.disconnect());
  return size;
}
