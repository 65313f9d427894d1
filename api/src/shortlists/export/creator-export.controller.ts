import { Controller, Query, type StreamableFile } from '@nestjs/common';
import { CreatorExportQuery } from '@poolrise/contracts';
import { WorkspaceId } from '../../http/caller';
import { checked } from '../../http/checked';
import { Serves } from '../../http/serves';
import { CreatorExportService } from './creator-export.service';

@Controller()
export class CreatorExportController {
  constructor(private readonly exports: CreatorExportService) {}

  @Serves('creatorExport')
  file(
    @WorkspaceId() workspaceId: string,
    @Query(checked(CreatorExportQuery)) query: CreatorExportQuery,
  ): Promise<StreamableFile> {
    return this.exports.file(workspaceId, query);
  }
}
