import { Directive, input } from '@angular/core';

/** Holds a table that may be wider than its card: it scrolls there, by keyboard too, and its edge says so. */
@Directive({
  selector: '[appScrolls]',
  host: { class: 'pr-scrolls', tabindex: '0', role: 'region', '[attr.aria-label]': 'label()' },
})
export class Scrolls {
  readonly label = input.required<string>({ alias: 'appScrolls' });
}
