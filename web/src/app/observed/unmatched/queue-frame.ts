import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { T } from '../../../i18n/t';
import type { Paged } from '../../live/paged';
import { EmptyState } from '../../ui/empty-state';
import { ListFrame } from '../../ui/list-frame';
import { RowKeys } from '../../ui/row-keys';

/** A queue: the cards that wait, which are projected, or that none does; below them what was said before, in `below`. */
@Component({
  selector: 'app-queue-frame',
  imports: [EmptyState, ListFrame, MatButton, RouterLink, RowKeys, T],
  template: `
    <app-list-frame [list]="list()">
      @if (any()) {
        <p class="keys">{{ 'observed.unmatched.keys' | t }}</p>
        <ul appRowKeys [attr.aria-label]="label()">
          <ng-content />
        </ul>
      } @else {
        <section class="pr-card">
          <app-empty-state icon="check-circle" [title]="empty().title" [text]="empty().text">
            <a matButton="filled" data-back [routerLink]="empty().to">{{ empty().go }}</a>
          </app-empty-state>
        </section>
      }
    </app-list-frame>

    @if (choices().items()?.length) {
      <ng-content select="[below]" />
      @if (choices().hasMore()) {
        <button matButton="outlined" type="button" class="more" (click)="choices().loadMore()">
          {{ (choices().loading() ? 'common.loadingMore' : 'common.loadMore') | t }}
        </button>
      }
    }
  `,
  styleUrl: './queue-frame.scss',
})
export class QueueFrame {
  readonly list = input.required<Paged<unknown>>();
  readonly choices = input.required<Paged<unknown>>();
  /** whether something waits */
  readonly any = input.required<boolean>();
  /** what the list of cards is called */
  readonly label = input.required<string>();
  readonly empty = input.required<{ title: string; text: string; go: string; to: string[] }>();
}
