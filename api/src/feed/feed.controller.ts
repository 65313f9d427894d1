import { Body, Controller, Param } from '@nestjs/common';
import { AskFeed, type FeedView, type NoteAudience } from '@poolrise/contracts';
import { Calling, type Caller, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { FeedService } from './feed.service';
import { NoteAudienceQueries } from './note-audience.queries';

@Controller()
export class FeedController {
  constructor(
    private readonly feed: FeedService,
    private readonly audiences: NoteAudienceQueries,
  ) {}

  @Serves('feed')
  page(@Calling() caller: Caller, @Body(checked(AskFeed)) ask: AskFeed): Promise<FeedView> {
    return this.feed.page({ keyId: caller.key?.id ?? '', workspaceId: caller.workspaceId }, ask);
  }

  @Serves('noteAudience')
  audience(
    @WorkspaceId() workspaceId: string,
    @Param('noteId', checkedId) noteId: string,
  ): Promise<NoteAudience> {
    return this.audiences.audience(workspaceId, noteId);
  }
}
