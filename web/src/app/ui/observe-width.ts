import { DestroyRef, effect, type ElementRef, inject, type Signal, signal } from '@angular/core';

/**
 * The width of an element as it changes, in whole CSS pixels; `before` until it is known (and where nothing has a
 * width, as on a server or in jsdom). Call in an injection context.
 */
export function observeWidth(
  element: Signal<ElementRef<HTMLElement> | undefined>,
  before: number,
): Signal<number> {
  const width = signal(before);
  if (typeof ResizeObserver === 'undefined') return width;

  const observer = new ResizeObserver(([entry]) => {
    const measured = Math.floor(entry?.contentRect.width ?? 0);
    if (measured > 0) width.set(measured);
  });
  effect(() => {
    observer.disconnect();
    const shown = element()?.nativeElement;
    if (shown) observer.observe(shown);
  });
  inject(DestroyRef).onDestroy(() => observer.disconnect());
  return width;
}
