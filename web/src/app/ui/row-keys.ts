import { Directive, ElementRef, inject } from '@angular/core';
import { isTyping } from './typing';

/** j and k, or the arrow keys once inside, move through the links marked `data-row`; Enter is the link's own. */
@Directive({
  selector: '[appRowKeys]',
  host: { '(document:keydown)': 'pressed($event)' },
})
export class RowKeys {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) return;
    const rows = [...this.host.querySelectorAll<HTMLElement>('[data-row]')];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const step = { j: 1, k: -1, ArrowDown: at < 0 ? 0 : 1, ArrowUp: at < 0 ? 0 : -1 }[event.key];
    if (!step || document.querySelector('.cdk-overlay-backdrop')) return;

    const next = rows[at < 0 ? 0 : at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView?.({ block: 'nearest' });
  }
}
