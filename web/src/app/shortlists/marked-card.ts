import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MarkCreator, MarkedCreator } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { ListFrame } from '../ui/list-frame';
import { Toast } from '../ui/toast';
import { ShortlistsApi } from './shortlists-api';

/** Creators whom the workspace has marked in one way, by whom and since when: its favourites, or its blacklist. */
@Component({
  selector: 'app-marked-card',
  imports: [ListFrame, RouterLink, T],
  template: `
    <h2>{{ say('list') }}</h2>
    <p class="intro">{{ say('text') }}</p>
    <app-list-frame [list]="marked">
      @if (marked.items()?.length === 0) {
        <p class="none">{{ say('empty') }}</p>
      } @else {
        <ul class="pr-card">
          @for (mark of marked.items(); track mark.creatorId) {
            <li>
              <div class="words">
                <a [routerLink]="session.to('creators', mark.creatorId)">{{ mark.name }}</a>
                <span class="quiet"> @{{ mark.redId }}</span>
                @if (kind() === 'blacklisted') {
                  <div>{{ mark.blacklistedReason }}</div>
                } @else if (mark.note) {
                  <div>{{ mark.note }}</div>
                }
                <div class="quiet">{{ mark.changedBy }} · {{ format.ago(mark.changedAt) }}</div>
              </div>
              @if (session.may('shortlist:creators')) {
                <button
                  class="pr-link"
                  type="button"
                  [attr.aria-label]="say('clearNamed', mark.name)"
                  (click)="clear(mark)"
                >
                  {{ 'shortlists.takeOff' | t }}
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
export class MarkedCard {
  private readonly api = inject(ShortlistsApi);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly kind = input.required<'favourite' | 'blacklisted'>();
  protected readonly marked = paged<MarkedCreator>(() => `/api/v1/creator-marks?only=${this.kind()}`);

  protected say(what: 'list' | 'text' | 'empty' | 'clearNamed' | 'cleared', name = ''): string {
    const section = this.kind() === 'favourite' ? 'favourites' : 'blacklist';
    return this.texts.say(`shortlists.${section}.${what}`, { name });
  }

  protected async clear({ creatorId, name, blacklistedReason }: MarkedCreator): Promise<void> {
    const favourite = this.kind() === 'favourite';
    if (!(await this.mark(creatorId, favourite ? { favourite: false } : { blacklistedReason: null }))) return;
    this.toast.sayWithWayBack(
      this.say('cleared', name),
      this.texts.say('shortlists.undo'),
      () => void this.mark(creatorId, favourite ? { favourite: true } : { blacklistedReason }),
    );
  }

  private async mark(creatorId: string, ask: MarkCreator): Promise<boolean> {
    try {
      await this.api.mark(creatorId, ask);
      this.marked.reload();
      return true;
    } catch (error) {
      this.toast.problem(error);
      return false;
    }
  }
}
