import { Controller, Query } from '@nestjs/common';
import {
  NoticesQuery,
  type NoticePage,
  type OverviewView,
  type ReconciliationView,
  SearchQuery,
  type SearchView,
} from '@poolrise/contracts';
import type { z } from 'zod';
import { type Caller, Calling, WorkspaceId } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { NoticesQueries } from './notices.queries';
import { OverviewQueries } from './overview.queries';
import { ReconciliationQueries } from './reconciliation.queries';
import { SearchQueries } from './search.queries';

/** Screens that read across nouns. */
@Controller()
export class InsightsController {
  constructor(
    private readonly overviews: OverviewQueries,
    private readonly searches: SearchQueries,
    private readonly notices: NoticesQueries,
    private readonly reconciliations: ReconciliationQueries,
  ) {}

  @Serves('overview')
  overview(@Calling() caller: Caller): Promise<OverviewView> {
    return this.overviews.overview(caller.workspaceId, caller.person?.role ?? null);
  }

  @Serves('search')
  search(
    @Calling() caller: Caller,
    @Query(checked(SearchQuery)) query: z.infer<typeof SearchQuery>,
  ): Promise<SearchView> {
    return this.searches.search(caller.workspaceId, caller.person?.role ?? null, query.q);
  }

  @Serves('reconciliation')
  reconciliation(@WorkspaceId() workspaceId: string): Promise<ReconciliationView> {
    return this.reconciliations.reconciliation(workspaceId);
  }

  @Serves('notices')
  list(
    @Calling() caller: Caller,
    @Query(checked(NoticesQuery)) query: z.infer<typeof NoticesQuery>,
  ): Promise<NoticePage> {
    return this.notices.notices(caller.workspaceId, caller.person, query);
  }

  @Serves('noticesSeen')
  async seen(@Calling() caller: Caller): Promise<void> {
    if (caller.person) await this.notices.markSeen(caller.workspaceId, caller.person.id);
  }
}
