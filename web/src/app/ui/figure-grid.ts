import { Directive, ElementRef, inject, signal } from '@angular/core';

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Makes the explained figures of a table or of a list of cards one stop of the Tab key; arrows move between them. It
 * belongs on the `tbody`, so that the names in the head stay stops of their own.
 */
@Directive({
  selector: '[appFigureGrid]',
  host: { '(keydown)': 'pressed($event)', '(focusin)': 'entered($event)' },
})
export class FigureGrid {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly members = new Set<HTMLElement>();
  private readonly stop = signal<HTMLElement | null>(null);

  isStop(figure: HTMLElement): boolean {
    return this.stop() === figure;
  }

  join(figure: HTMLElement): void {
    this.members.add(figure);
    if (this.members.size === 1) this.stop.set(figure);
  }

  leave(figure: HTMLElement): void {
    this.members.delete(figure);
    if (this.stop() === figure) this.stop.set(this.members.values().next().value ?? null);
  }

  protected entered({ target }: FocusEvent): void {
    if (this.members.has(target as HTMLElement)) this.stop.set(target as HTMLElement);
  }

  protected pressed(event: KeyboardEvent): void {
    const from = event.target as HTMLElement;
    const step = steps[event.key];
    if (!step || !this.members.has(from) || event.ctrlKey || event.metaKey || event.altKey) return;
    // At the edge the key does nothing, rather than scroll the page away from the figure.
    event.preventDefault();
    const rows = this.rows();
    const down = rows.findIndex((row) => row.includes(from));
    const right = rows[down]?.indexOf(from) ?? 0;
    const row = rows[down + step[0]];
    const next = row?.[step[0] === 0 ? right + step[1] : Math.min(right, row.length - 1)];
    next?.focus();
  }

  /** Figures as they stand on the screen, row by row. */
  private rows(): HTMLElement[][] {
    const rows = new Map<Element | null, HTMLElement[]>();
    for (const figure of this.host.querySelectorAll<HTMLElement>('.pr-explained')) {
      if (!this.members.has(figure)) continue;
      const row = figure.closest('tr, li');
      rows.set(row, [...(rows.get(row) ?? []), figure]);
    }
    return [...rows.values()];
  }
}
