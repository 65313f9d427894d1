import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { CreatorListView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { confirmed } from '../settings/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { RowKeys } from '../ui/row-keys';
import { Toast } from '../ui/toast';
import { MarkedCard } from './marked-card';
import { SavedSearchesCard } from './saved-searches-card';
import { ShortlistsApi } from './shortlists-api';
import { writtenList } from './write-list-dialog';

/** What the workspace keeps about creators: its lists, saved searches, favourites and blacklist. */
@Component({
  selector: 'app-shortlists-page',
  imports: [
    EmptyState,
    Icon,
    ListFrame,
    MarkedCard,
    MatButton,
    PageHeader,
    RouterLink,
    RowKeys,
    SavedSearchesCard,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './shortlists-page.html',
  styleUrl: './shortlists-page.scss',
})
export default class ShortlistsPage {
  private readonly api = inject(ShortlistsApi);
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly lists = paged<CreatorListView>(() => '/api/v1/creator-lists');

  protected count(n: number): string {
    return this.texts.count('shortlists.creators', n, {}, this.format.number(n));
  }

  protected async create(): Promise<void> {
    const list = await writtenList(this.dialogs, null);
    if (list) await this.router.navigate(this.session.to('shortlists', list.id));
  }

  protected async change(list: CreatorListView): Promise<void> {
    if (await writtenList(this.dialogs, list)) this.lists.reload();
  }

  protected async remove(list: CreatorListView): Promise<void> {
    const { id, name, creators } = list;
    const done = await confirmed(this.dialogs, {
      title: this.texts.say('shortlists.delete.title', { name }),
      text: this.texts.count('shortlists.delete.text', creators, {}, this.format.number(creators)),
      go: this.texts.say('shortlists.delete.go'),
      command: () => this.api.delete(id, creators),
    });
    // Also when it was refused: then the list has changed, and the number is another one.
    this.lists.reload();
    if (done) this.toast.say(this.texts.say('shortlists.delete.done', { name }));
  }
}
