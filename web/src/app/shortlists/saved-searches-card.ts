import { Component, effect, inject, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { SavedSearchNews, SavedSearchView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { Format } from '../ui/format';
import { ListFrame } from '../ui/list-frame';
import { Toast } from '../ui/toast';
import { ShortlistsApi } from './shortlists-api';

/** Searches that this person keeps or others share, with how many fit and how many of them are new since the last look. */
@Component({
  selector: 'app-saved-searches-card',
  imports: [Chip, ListFrame, T],
  template: `
    <h2>{{ 'shortlists.searches.title' | t }}</h2>
    <p class="intro">{{ 'shortlists.searches.text' | t }}</p>
    <app-list-frame [list]="searches">
      @if (searches.items()?.length === 0) {
        <p class="none">{{ 'shortlists.searches.empty' | t }}</p>
      } @else {
        <ul class="pr-card">
          @for (search of searches.items(); track search.id) {
            @let found = news().get(search.id);
            <li>
              <div class="words">
                <a [href]="addressOf(search)" (click)="open($event, search)">{{ search.name }}</a>
                @if (search.mine && found && found.fresh) {
                  <app-chip tone="action">{{ 'shortlists.searches.fresh' | t: { n: found.fresh } }}</app-chip>
                }
                <div class="quiet">
                  @if (found) {
                    {{ whoFits(found.total) }} ·
                  }
                  @if (search.mine) {
                    {{ 'shortlists.searches.seen' | t: { ago: format.ago(search.lastSeenAt) } }}
                    @if (search.shared) {
                      · {{ 'shortlists.searches.shared' | t }}
                    }
                  } @else {
                    {{ 'shortlists.by' | t: { name: search.savedBy ?? '' } }}
                  }
                </div>
              </div>
              @if (search.mine) {
                <button
                  class="pr-link danger"
                  type="button"
                  [attr.aria-label]="'shortlists.searches.deleteNamed' | t: { name: search.name }"
                  (click)="remove(search)"
                >
                  {{ 'shortlists.delete.go' | t }}
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
export class SavedSearchesCard {
  private readonly api = inject(ShortlistsApi);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly searches = paged<SavedSearchView>(() => '/api/v1/creator-searches');
  protected readonly news = signal<ReadonlyMap<string, SavedSearchNews>>(new Map());

  constructor() {
    effect(() => {
      const shown = this.searches.items() ?? [];
      untracked(() => void this.ask(shown));
    });
  }

  protected whoFits(n: number): string {
    return this.texts.count('shortlists.searches.fit', n, {}, this.format.number(n));
  }

  protected addressOf({ query }: SavedSearchView): string {
    return `${this.router.serializeUrl(this.router.createUrlTree(this.session.to('creators')))}?${query}`;
  }

  /** Whoever opens a search of their own has seen who fits; news count from here. */
  protected open(event: MouseEvent, search: SavedSearchView): void {
    if (search.mine && this.session.may('shortlist:creators'))
      this.api.see(search.id).catch((error: unknown) => this.toast.problem(error));
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void this.router.navigateByUrl(this.addressOf(search));
  }

  protected async remove(search: SavedSearchView): Promise<void> {
    try {
      await this.api.deleteSearch(search.id);
      this.searches.reload();
      const { name, query, shared } = search;
      this.toast.sayWithWayBack(
        this.texts.say('shortlists.delete.done', { name }),
        this.texts.say('shortlists.undo'),
        () => void this.keep({ name, query, shared }),
      );
    } catch (error) {
      this.toast.problem(error);
    }
  }

  private async keep(search: Pick<SavedSearchView, 'name' | 'query' | 'shared'>): Promise<void> {
    try {
      await this.api.saveSearch(search);
      this.searches.reload();
    } catch (error) {
      this.toast.problem(error);
    }
  }

  /** One after the other: each is a search, and the list can be read without them. */
  private async ask(shown: readonly SavedSearchView[]): Promise<void> {
    for (const { id } of shown) {
      if (this.news().has(id)) continue;
      // A search whose list was deleted says so when it is opened.
      const found = await this.api.news(id).catch(() => null);
      if (found) this.news.update((known) => new Map(known).set(id, found));
    }
  }
}
