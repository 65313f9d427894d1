import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AddedToCreatorList,
  AddToCreatorList,
  AnnotateListEntry,
  CreatorListView,
  CreatorMarkView,
  ExportFormat,
  MarkCreator,
  Page,
  RemovedFromCreatorList,
  SavedSearchNews,
  SavedSearchView,
  SaveSearch,
  TierSchemeView,
  WriteCreatorList,
} from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { Texts } from '../../i18n/texts';
import { asFile, saveAnswer } from '../ui/save-answer';

/** Who goes into a file: a list, some creators, or a search as its address has it. */
export type ExportSource = { list: string } | { ids: string } | { search: string };

/** Commands about what the workspace keeps; pages read with paged lists. */
@Service()
export class ShortlistsApi {
  private readonly http = inject(HttpClient);
  private readonly texts = inject(Texts);

  lists(): Promise<Page<CreatorListView>> {
    return firstValueFrom(
      this.http.get<Page<CreatorListView>>('/api/v1/creator-lists', { params: { limit: 200 } }),
    );
  }

  create(ask: WriteCreatorList): Promise<CreatorListView> {
    return firstValueFrom(this.http.post<CreatorListView>('/api/v1/creator-lists', ask));
  }

  change(listId: string, ask: WriteCreatorList): Promise<CreatorListView> {
    return firstValueFrom(this.http.post<CreatorListView>(`/api/v1/creator-lists/${listId}`, ask));
  }

  delete(listId: string, confirmCreators: number): Promise<void> {
    return firstValueFrom(
      this.http.delete<void>(`/api/v1/creator-lists/${listId}`, { params: { confirmCreators } }),
    );
  }

  add(listId: string, entries: AddToCreatorList['entries']): Promise<AddedToCreatorList> {
    return firstValueFrom(
      this.http.post<AddedToCreatorList>(`/api/v1/creator-lists/${listId}/entries`, { entries }),
    );
  }

  remove(listId: string, creatorIds: string[]): Promise<RemovedFromCreatorList> {
    return firstValueFrom(
      this.http.post<RemovedFromCreatorList>(`/api/v1/creator-lists/${listId}/removals`, { creatorIds }),
    );
  }

  annotate(listId: string, creatorId: string, ask: AnnotateListEntry): Promise<void> {
    return firstValueFrom(this.http.post<void>(`/api/v1/creator-lists/${listId}/entries/${creatorId}`, ask));
  }

  markOf(creatorId: string): Promise<CreatorMarkView> {
    return firstValueFrom(this.http.get<CreatorMarkView>(`/api/v1/creators/${creatorId}/mark`));
  }

  mark(creatorId: string, ask: MarkCreator): Promise<CreatorMarkView> {
    return firstValueFrom(this.http.post<CreatorMarkView>(`/api/v1/creators/${creatorId}/mark`, ask));
  }

  saveSearch(ask: SaveSearch): Promise<SavedSearchView> {
    return firstValueFrom(this.http.post<SavedSearchView>('/api/v1/creator-searches', ask));
  }

  deleteSearch(searchId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/creator-searches/${searchId}`));
  }

  news(searchId: string): Promise<SavedSearchNews> {
    return firstValueFrom(this.http.get<SavedSearchNews>(`/api/v1/creator-searches/${searchId}/news`));
  }

  see(searchId: string): Promise<void> {
    return firstValueFrom(this.http.post<void>(`/api/v1/creator-searches/${searchId}/seen`, {}));
  }

  chooseTiers(schemeId: string): Promise<TierSchemeView> {
    return firstValueFrom(this.http.post<TierSchemeView>('/api/v1/tier-scheme', { schemeId }));
  }

  async export(source: ExportSource, format: ExportFormat): Promise<void> {
    const params = { ...source, format, language: this.texts.language() };
    const asked = this.http.get('/api/v1/creator-exports', { params, ...asFile });
    await saveAnswer(asked, `creators.${format}`);
  }
}
