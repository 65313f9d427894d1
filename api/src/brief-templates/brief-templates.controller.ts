import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  type BriefPresets,
  BriefPresetsQuery,
  BriefTemplatesQuery,
  type BriefTemplateVersion,
  BriefTemplateVersionsQuery,
  type BriefTemplateView,
  ChangeBriefTemplate,
  type Page,
  WriteBriefTemplate,
} from '@poolrise/contracts';
import type { z } from 'zod';
import { type Caller, Calling, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { BriefTemplatesService } from './brief-templates.service';

@Controller()
export class BriefTemplatesController {
  constructor(private readonly templates: BriefTemplatesService) {}

  @Serves('briefPresets')
  presets(@Query(checked(BriefPresetsQuery)) ask: z.output<typeof BriefPresetsQuery>): BriefPresets {
    return this.templates.presets(ask.language);
  }

  @Serves('briefTemplates')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(BriefTemplatesQuery)) ask: z.output<typeof BriefTemplatesQuery>,
  ): Promise<Page<BriefTemplateView>> {
    return this.templates.list(workspaceId, ask);
  }

  @Serves('writeBriefTemplate')
  write(
    @Calling() caller: Caller,
    @Body(checked(WriteBriefTemplate)) ask: WriteBriefTemplate,
  ): Promise<BriefTemplateView> {
    return this.templates.write(caller, ask);
  }

  @Serves('changeBriefTemplate')
  change(
    @Calling() caller: Caller,
    @Param('briefTemplateId', checkedId) id: string,
    @Body(checked(ChangeBriefTemplate)) ask: ChangeBriefTemplate,
  ): Promise<BriefTemplateView> {
    return this.templates.change(caller, id, ask);
  }

  @Serves('briefTemplateVersions')
  versions(
    @WorkspaceId() workspaceId: string,
    @Param('briefTemplateId', checkedId) id: string,
    @Query(checked(BriefTemplateVersionsQuery)) ask: z.output<typeof BriefTemplateVersionsQuery>,
  ): Promise<Page<BriefTemplateVersion>> {
    return this.templates.versions(workspaceId, id, ask);
  }

  @Serves('deleteBriefTemplate')
  delete(@WorkspaceId() workspaceId: string, @Param('briefTemplateId', checkedId) id: string): Promise<void> {
    return this.templates.delete(workspaceId, id);
  }
}
