import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  ChangeRule,
  type Page,
  ReplayRule,
  RuleHitsQuery,
  type RuleHitView,
  type RuleReplayView,
  type RuleRow,
  RulesQuery,
  type RuleView,
  SwitchRule,
  WriteRule,
} from '@poolrise/contracts';
import type { z } from 'zod';
import { type Caller, Calling, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { RulesQueries } from './rules.queries';
import { RulesService } from './rules.service';

@Controller()
export class RulesController {
  constructor(
    private readonly service: RulesService,
    private readonly queries: RulesQueries,
  ) {}

  @Serves('rules')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(RulesQuery)) ask: z.output<typeof RulesQuery>,
  ): Promise<Page<RuleRow>> {
    return this.queries.list(workspaceId, ask);
  }

  @Serves('writeRule')
  write(@Calling() caller: Caller, @Body(checked(WriteRule)) ask: WriteRule): Promise<RuleView> {
    return this.service.write(caller, ask);
  }

  @Serves('replayRule')
  replay(
    @WorkspaceId() workspaceId: string,
    @Body(checked(ReplayRule)) ask: ReplayRule,
  ): Promise<RuleReplayView> {
    return this.queries.replay(workspaceId, ask);
  }

  @Serves('rule')
  rule(@WorkspaceId() workspaceId: string, @Param('ruleId', checkedId) ruleId: string): Promise<RuleView> {
    return this.queries.rule(workspaceId, ruleId);
  }

  @Serves('changeRule')
  change(
    @Calling() caller: Caller,
    @Param('ruleId', checkedId) ruleId: string,
    @Body(checked(ChangeRule)) ask: ChangeRule,
  ): Promise<RuleView> {
    return this.service.change(caller, ruleId, ask);
  }

  @Serves('deleteRule')
  drop(@Calling() caller: Caller, @Param('ruleId', checkedId) ruleId: string): Promise<void> {
    return this.service.drop(caller, ruleId);
  }

  @Serves('switchRule')
  switch(
    @Calling() caller: Caller,
    @Param('ruleId', checkedId) ruleId: string,
    @Body(checked(SwitchRule)) ask: SwitchRule,
  ): Promise<RuleView> {
    return this.service.switch(caller, ruleId, ask);
  }

  @Serves('ruleHits')
  hits(
    @WorkspaceId() workspaceId: string,
    @Param('ruleId', checkedId) ruleId: string,
    @Query(checked(RuleHitsQuery)) ask: z.output<typeof RuleHitsQuery>,
  ): Promise<Page<RuleHitView>> {
    return this.queries.hits(workspaceId, ruleId, ask);
  }
}
