import { Body, Controller, Param } from '@nestjs/common';
import { type BoostSearchWords, type KeywordPreview, PreviewKeywords } from '@poolrise/contracts';
import { WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { SearchWordsQueries } from './search-words.queries';

@Controller()
export class SearchWordsController {
  constructor(private readonly queries: SearchWordsQueries) {}

  @Serves('previewKeywords')
  preview(
    @WorkspaceId() workspaceId: string,
    @Body(checked(PreviewKeywords)) words: PreviewKeywords,
  ): Promise<KeywordPreview> {
    return this.queries.preview(workspaceId, words);
  }

  @Serves('boostSearchWords')
  boost(
    @WorkspaceId() workspaceId: string,
    @Param('boostId', checkedId) boostId: string,
  ): Promise<BoostSearchWords> {
    return this.queries.boost(workspaceId, boostId);
  }
}
