import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { T } from '../../i18n/t';
import type { Paged } from '../live/paged';
import { FailedState } from './failed-state';
import { Skeleton } from './skeleton';

/** The faces of a list that are the same everywhere: waiting, failed, and the way to more; projected is the full one. */
@Component({
  selector: 'app-list-frame',
  imports: [FailedState, MatButton, Skeleton, T],
  template: `
    @if (list().items()) {
      <ng-content />
      @if (list().hasMore()) {
        <button matButton="outlined" type="button" class="more" (click)="list().loadMore()">
          {{ (list().loading() ? 'common.loadingMore' : 'common.loadMore') | t }}
        </button>
      }
    } @else if (list().error(); as error) {
      <section class="pr-card"><app-failed-state [error]="error" (retry)="list().reload()" /></section>
    } @else {
      <section class="pr-card" aria-busy="true">
        <span class="pr-only-screen-reader" role="status">{{ 'common.loading' | t }}</span>
        @for (row of [1, 2, 3, 4]; track row) {
          <div class="waiting"><app-skeleton /></div>
        }
      </section>
    }
  `,
  styles: `
    .more {
      display: block;
      margin: 12px auto 8px;
    }
    .waiting {
      display: grid;
      align-content: center;
      height: 44px;
    }
  `,
})
export class ListFrame {
  readonly list = input.required<Paged<unknown>>();
}
