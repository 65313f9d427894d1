import { Controller, Param, Query } from '@nestjs/common';
import {
  type ClimbView,
  type NoteRules,
  type NoteSeries,
  type Page,
  pageQuery,
  type PolicyView,
  SeriesQuery,
} from '@poolrise/contracts';
import { z } from 'zod';
import { WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { NoteRulesQueries } from './note-rules.queries';
import { PoolsQueries } from './pools.queries';

const PageQuery = z.strictObject(pageQuery);

@Controller()
export class PoolsController {
  constructor(
    private readonly queries: PoolsQueries,
    private readonly noteRules: NoteRulesQueries,
  ) {}

  @Serves('climb')
  climb(@WorkspaceId() workspaceId: string, @Param('noteId', checkedId) noteId: string): Promise<ClimbView> {
    return this.queries.climb(workspaceId, noteId);
  }

  @Serves('noteRules')
  rules(@WorkspaceId() workspaceId: string, @Param('noteId', checkedId) noteId: string): Promise<NoteRules> {
    return this.noteRules.rules(workspaceId, noteId);
  }

  @Serves('noteSeries')
  series(
    @WorkspaceId() workspaceId: string,
    @Param('noteId', checkedId) noteId: string,
    @Query(checked(SeriesQuery)) query: z.infer<typeof SeriesQuery>,
  ): Promise<NoteSeries> {
    return this.queries.series(workspaceId, noteId, query.hours);
  }

  @Serves('policy')
  policy(
    @WorkspaceId() workspaceId: string,
    @Param('policyId', checkedId) policyId: string,
  ): Promise<PolicyView> {
    return this.queries.policy(workspaceId, policyId);
  }

  @Serves('policies')
  policies(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) query: z.infer<typeof PageQuery>,
  ): Promise<Page<PolicyView>> {
    return this.queries.policies(workspaceId, query);
  }
}
