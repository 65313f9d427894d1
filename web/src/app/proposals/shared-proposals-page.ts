import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SharedProposalRow } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { Format } from '../ui/format';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';

/** What was shared with the client, for the client's own people in the room. */
@Component({
  selector: 'app-shared-proposals-page',
  imports: [EmptyState, ListFrame, PageHeader, RouterLink, T],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'proposals.shared.title' | t" [text]="'proposals.shared.text' | t" />
    <app-list-frame [list]="proposals">
      @if (proposals.items()?.length) {
        <div class="pr-card">
          <ul class="pr-rows" [attr.aria-label]="'proposals.shared.title' | t">
            @for (row of proposals.items(); track row.id) {
              <li>
                <a [routerLink]="session.to('shared', row.id)">
                  <span class="words">
                    <b>{{ row.name }}</b>
                    <small>{{ about(row) }}</small>
                  </span>
                  <span class="side">
                    <b>{{ format.roundMoney(row.priceCents) }}</b>
                    <small>{{ texts.count('proposals.shared.unanswered', row.unanswered) }}</small>
                  </span>
                </a>
              </li>
            }
          </ul>
        </div>
      } @else {
        <div class="pr-card">
          <app-empty-state
            icon="receipt"
            [title]="'proposals.shared.emptyTitle' | t"
            [text]="'proposals.shared.emptyText' | t"
          />
        </div>
      }
    </app-list-frame>
  `,
  styles: `
    .pr-card {
      padding-block: 4px;
    }
    ul {
      margin: 0;
    }
  `,
})
export default class SharedProposalsPage {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly proposals = paged<SharedProposalRow>(() => '/api/v1/shared-proposals', 'proposals');

  protected about({ creators, version, sharedAt }: SharedProposalRow): string {
    return [
      this.texts.count('proposals.figures.creators', creators),
      this.texts.say('proposals.version', { n: version }),
      this.texts.say('proposals.shared.on', { ago: this.format.ago(sharedAt) }),
    ].join(' · ');
  }
}
