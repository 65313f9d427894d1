import { Component } from '@angular/core';
import type { OrderRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { paged } from '../../live/paged';
import { EmptyState } from '../../ui/empty-state';
import { ListFrame } from '../../ui/list-frame';
import { PageHeader } from '../../ui/page-header';
import { OrderTabs } from '../order-tabs';
import { OrderRows } from '../list/order-rows';
import { deskRoot } from '../orders-api';

/** What waits for the platform, of all workspaces: audits, notes that were taken down, and disputes. */
@Component({
  selector: 'app-order-desk-page',
  imports: [EmptyState, ListFrame, OrderRows, OrderTabs, PageHeader, T],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'orders.desk.title' | t" [text]="'orders.desk.text' | t" />
    <app-order-tabs />
    <app-list-frame [list]="orders">
      @if (orders.items(); as items) {
        @if (items.length) {
          <app-order-rows [rows]="items" [label]="'orders.desk.title' | t" path="order-desk" />
        } @else {
          <div class="pr-card">
            <app-empty-state
              icon="check-circle"
              [title]="'orders.empty.deskTitle' | t"
              [text]="'orders.empty.deskText' | t"
            />
          </div>
        }
      }
    </app-list-frame>
  `,
})
export default class OrderDeskPage {
  protected readonly orders = paged<OrderRow>(() => deskRoot, 'orders');
}
