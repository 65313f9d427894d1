import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CampaignLink as Link } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Session } from '../session/session';

/** To which campaign something belongs; a link for whoever may open it. */
@Component({
  selector: 'app-campaign-link',
  imports: [RouterLink, T],
  template: `
    {{ 'campaigns.partOf' | t }}
    @if (session.may('read:campaigns')) {
      <a [routerLink]="session.to('campaigns', campaign().id)">{{ campaign().name }}</a>
    } @else {
      {{ campaign().name }}
    }
  `,
})
export class CampaignLink {
  readonly campaign = input.required<Link>();
  protected readonly session = inject(Session);
}
