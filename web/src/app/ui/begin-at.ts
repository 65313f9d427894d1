import { afterRenderEffect, type ElementRef, type Signal } from '@angular/core';

/**
 * A view that is wider than the screen of a phone begins with `centre` in its middle, once: the person's own scrolling is left
 * alone after that. Call in an injection context; `centre` is in pixels, undefined while it is not known.
 */
export function beginAt(
  shown: Signal<ElementRef<HTMLElement> | undefined>,
  centre: () => number | undefined,
): void {
  let placed = false;
  afterRenderEffect(() => {
    const view = shown()?.nativeElement;
    const middle = centre();
    if (!view || middle === undefined || placed || view.clientWidth === 0) return;
    placed = true;
    view.scrollLeft = middle - view.clientWidth / 2;
  });
}
