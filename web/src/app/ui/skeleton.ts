import { Component, input } from '@angular/core';

/** A grey stand-in of the final size, so that nothing jumps when the figures come. */
@Component({
  selector: 'app-skeleton',
  host: {
    'aria-hidden': 'true',
    '[style.width]': 'width()',
    '[style.height]': 'height()',
    '[style.border-radius]': 'radius()',
  },
  template: '',
  styles: `
    :host {
      display: block;
      max-width: 100%;
      background: var(--pr-basin);
      animation: breathe 1.4s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  `,
})
export class Skeleton {
  readonly width = input('100%');
  readonly height = input('14px');
  readonly radius = input('6px');
}
