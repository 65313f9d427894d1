import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CampaignAlertView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { ListFrame } from '../ui/list-frame';
import { Toast } from '../ui/toast';
import { CampaignWords } from './campaign-words';
import { CampaignsApi, campaignsRoot } from './campaigns-api';

/** What was noticed of a campaign, the latest first. */
@Component({
  selector: 'app-campaign-alerts',
  imports: [ListFrame, MatButton, RouterLink, T],
  template: `
    <app-list-frame [list]="alerts">
      @if (alerts.items(); as items) {
        <section class="pr-card">
          <header>
            <h2>{{ 'campaigns.alert.title' | t }}</h2>
            @if (unread() && session.may('write:campaigns')) {
              <button matButton type="button" (click)="markRead()">{{ 'campaigns.alert.read' | t }}</button>
            }
          </header>
          @if (items.length) {
            <ul>
              @for (alert of items; track alert.id) {
                <li [class.unread]="!alert.readAt">
                  <i [attr.aria-hidden]="true"></i>
                  <span>
                    @if (!alert.readAt) {
                      <span class="pr-only-screen-reader">{{ 'campaigns.alert.unread' | t }}</span>
                    }
                    @if (leadsTo(alert); as way) {
                      <a [routerLink]="way">{{ words.alert(alert.kind, alert.detail) }}</a>
                    } @else {
                      {{ words.alert(alert.kind, alert.detail) }}
                    }
                    <small>{{ format.dateTime(alert.at) }}</small>
                  </span>
                </li>
              }
            </ul>
          } @else {
            <p class="pr-muted">{{ 'campaigns.alert.none' | t }}</p>
          }
        </section>
      }
    </app-list-frame>
  `,
  styles: `
    header {
      display: flex;
      gap: 10px;
      align-items: center;
      justify-content: space-between;
      min-height: 36px;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 8px minmax(0, 1fr);
      gap: 10px;
      padding-block: 9px;
      font-size: 13px;
    }
    li + li {
      border-top: 1px solid var(--pr-line);
    }
    i {
      width: 8px;
      height: 8px;
      margin-top: 6px;
      border-radius: 50%;
      background: transparent;
    }
    .unread i {
      background: var(--pr-stopped);
    }
    .unread > span {
      font-weight: 550;
    }
    a {
      color: var(--pr-ink);
    }
    small {
      display: block;
      color: var(--pr-muted);
      font-weight: 400;
    }
    p {
      font-size: 13px;
    }
  `,
})
export class CampaignAlerts {
  private readonly api = inject(CampaignsApi);
  private readonly toast = inject(Toast);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly words = inject(CampaignWords);

  readonly campaignId = input.required<string>();

  protected readonly alerts = paged<CampaignAlertView>(
    () => `${campaignsRoot}/${this.campaignId()}/alerts?limit=12`,
    'campaigns',
  );
  protected readonly unread = computed(() => this.alerts.items()?.some(({ readAt }) => readAt === null));

  protected leadsTo({ subject, subjectId }: CampaignAlertView): string[] | null {
    if (subject === 'campaign') return null;
    return this.session.to(subject === 'note' ? 'notes' : 'orders', subjectId);
  }

  protected async markRead(): Promise<void> {
    try {
      await this.api.readAlerts(this.campaignId());
      this.alerts.reload();
    } catch (error) {
      this.toast.problem(error);
    }
  }
}
