import { Component, input } from '@angular/core';

/** Says aloud, in the place of the form, why a command was refused; empty until then. Projected is what else is known. */
@Component({
  selector: 'app-refusal',
  host: { role: 'alert' },
  template: `
    @if (words(); as words) {
      <p>{{ words }}</p>
    }
    <ng-content />
  `,
  styles: `
    p {
      margin-bottom: 12px;
      padding: 10px 12px;
      border-radius: 10px;
      background: var(--pr-tint-stopped);
      color: var(--pr-ink);
      font-size: 13px;
    }
  `,
})
export class Refusal {
  readonly words = input.required<string | null>();
}
