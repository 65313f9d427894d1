import { Component, computed, inject } from '@angular/core';
import type { Ability } from '@poolrise/contracts';
import { Session } from '../session/session';
import { type PlaceTab, PlaceTabs } from '../ui/place-tabs';

const tabs: readonly (PlaceTab & { ability: Ability })[] = [
  { path: ['clients', 'desk'], title: 'agency.tabs.desk', ability: 'read:clients', exact: true },
  { path: ['clients', 'campaigns'], title: 'agency.tabs.campaigns', ability: 'read:clients', exact: true },
  { path: ['clients', 'margin'], title: 'agency.tabs.margin', ability: 'read:margins', exact: true },
  { path: ['clients'], title: 'agency.tabs.clients', ability: 'read:clients', exact: true },
];

/** What an agency does across its clients, place by place. */
@Component({
  selector: 'app-agency-tabs',
  imports: [PlaceTabs],
  template: `<app-place-tabs label="agency.tabs.label" [tabs]="shown()" />`,
})
export class AgencyTabs {
  private readonly session = inject(Session);
  protected readonly shown = computed(() => tabs.filter(({ ability }) => this.session.may(ability)));
}
