import { Controller, Query } from '@nestjs/common';
import { type CreatorSearchPage, CreatorsQuery } from '@poolrise/contracts';
import { WorkspaceId } from '../../http/caller';
import { checked } from '../../http/checked';
import { Serves } from '../../http/serves';
import { CreatorSearchService } from './creator-search.service';

@Controller()
export class CreatorSearchController {
  constructor(private readonly creators: CreatorSearchService) {}

  @Serves('creators')
  search(
    @WorkspaceId() workspaceId: string,
    @Query(checked(CreatorsQuery)) query: CreatorsQuery,
  ): Promise<CreatorSearchPage> {
    return this.creators.search(workspaceId, query);
  }
}
