import { Component } from '@angular/core';
import { type PlaceTab, PlaceTabs } from '../ui/place-tabs';

const tabs: readonly PlaceTab[] = [
  { path: ['reviews'], title: 'violations.queue.tabs.reviews', exact: true },
  { path: ['reviews', 'appeals'], title: 'violations.queue.tabs.appeals', exact: false },
];

/** What waits for the platform's people at the audit: notes, and appeals against what was decided about them. */
@Component({
  selector: 'app-audit-tabs',
  imports: [PlaceTabs],
  template: `<app-place-tabs label="violations.queue.tabs.label" [tabs]="tabs" />`,
})
export class AuditTabs {
  protected readonly tabs = tabs;
}
