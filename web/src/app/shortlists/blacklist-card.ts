import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MarkedCreator } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { ListFrame } from '../ui/list-frame';
import { Toast } from '../ui/toast';
import { ShortlistsApi } from './shortlists-api';

/** Whom the workspace does not work with, why, and since when. */
@Component({
  selector: 'app-blacklist-card',
  imports: [ListFrame, RouterLink, T],
  template: `
    <h2>{{ 'shortlists.blacklist.list' | t }}</h2>
    <p class="intro">{{ 'shortlists.blacklist.text' | t }}</p>
    <app-list-frame [list]="marked">
      @if (marked.items()?.length === 0) {
        <p class="none">{{ 'shortlists.blacklist.empty' | t }}</p>
      } @else {
        <ul class="pr-card">
          @for (mark of marked.items(); track mark.creatorId) {
            <li>
              <div class="words">
                <a [routerLink]="session.to('creators', mark.creatorId)">{{ mark.name }}</a>
                <span class="quiet"> @{{ mark.redId }}</span>
                <div>{{ mark.blacklistedReason }}</div>
                <div class="quiet">{{ mark.changedBy }} · {{ format.ago(mark.changedAt) }}</div>
              </div>
              @if (session.may('shortlist:creators')) {
                <button
                  class="pr-link"
                  type="button"
                  [attr.aria-label]="'shortlists.blacklist.clearNamed' | t: { name: mark.name }"
                  (click)="clear(mark)"
                >
                  {{ 'shortlists.blacklist.clear' | t }}
                </button>
              }
            </li>
          }
        </ul>
      }
    </app-list-frame>
  `,
  styleUrl: './kept-card.scss',
})
export class BlacklistCard {
  private readonly api = inject(ShortlistsApi);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly marked = paged<MarkedCreator>(() => '/api/v1/creator-marks?only=blacklisted');

  protected async clear({ creatorId, name, blacklistedReason }: MarkedCreator): Promise<void> {
    if (!(await this.mark(creatorId, null))) return;
    this.toast.sayWithWayBack(
      this.texts.say('shortlists.blacklist.cleared', { name }),
      this.texts.say('shortlists.undo'),
      () => void this.mark(creatorId, blacklistedReason),
    );
  }

  private async mark(creatorId: string, blacklistedReason: string | null): Promise<boolean> {
    try {
      await this.api.mark(creatorId, { blacklistedReason });
      this.marked.reload();
      return true;
    } catch (error) {
      this.toast.problem(error);
      return false;
    }
  }
}
