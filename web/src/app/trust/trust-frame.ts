import { Component, input, output } from '@angular/core';
import { T } from '../../i18n/t';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';

/** The faces that the pages of trust share: waiting and failed; projected is what was found. */
@Component({
  selector: 'app-trust-frame',
  imports: [FailedState, Skeleton, T],
  template: `
    @if (ready()) {
      <ng-content />
    } @else if (error(); as error) {
      <section class="pr-card"><app-failed-state [error]="error" (retry)="retry.emit()" /></section>
    } @else {
      <div class="waiting" aria-busy="true">
        <span class="pr-only-screen-reader" role="status">{{ 'trust.loading' | t }}</span>
        <app-skeleton height="96px" radius="16px" />
        <app-skeleton height="102px" radius="16px" />
        <app-skeleton height="380px" radius="16px" />
      </div>
    }
  `,
  styles: `
    .waiting {
      display: grid;
      gap: 16px;
    }
  `,
})
export class TrustFrame {
  readonly ready = input.required<boolean>();
  readonly error = input.required<unknown>();
  readonly retry = output();
}
