import { Component, computed, inject } from '@angular/core';
import { Session } from '../session/session';
import { type PlaceTab, PlaceTabs } from '../ui/place-tabs';

const orders: PlaceTab = { path: ['orders'], title: 'recruitments.tabs.orders', exact: true };
const rights: PlaceTab = { path: ['orders', 'rights'], title: 'recruitments.tabs.rights', exact: false };
const ofBrand: readonly PlaceTab[] = [
  orders,
  { path: ['orders', 'recruitments'], title: 'recruitments.tabs.recruitments', exact: false },
  rights,
  { path: ['orders', 'templates'], title: 'recruitments.tabs.templates', exact: false },
];
const ofCreator: readonly PlaceTab[] = [
  orders,
  { path: ['orders', 'offers'], title: 'recruitments.tabs.offers', exact: false },
  { path: ['orders', 'board'], title: 'recruitments.tabs.board', exact: false },
  rights,
  { path: ['media-kit'], title: 'mediaKit.title', exact: false },
  { path: ['orders', 'account'], title: 'recruitments.tabs.account', exact: false },
];
const ofPlatform: readonly PlaceTab[] = [
  { path: ['order-desk'], title: 'desks.queue.tabs.orders', exact: true },
  { path: ['order-desk', 'claims'], title: 'desks.queue.tabs.claims', exact: false },
  { path: ['professional-desk'], title: 'professional.desk.tab', exact: false },
];

/** The places of cooperation, as the side that looks has them. */
@Component({
  selector: 'app-order-tabs',
  imports: [PlaceTabs],
  template: `<app-place-tabs label="recruitments.tabs.label" [tabs]="tabs()" />`,
})
export class OrderTabs {
  private readonly session = inject(Session);
  protected readonly tabs = computed(() => {
    switch (this.session.workspace()?.workspaceKind) {
      case 'creator':
        return ofCreator;
      case 'platform':
        return ofPlatform;
      default:
        return ofBrand;
    }
  });
}
