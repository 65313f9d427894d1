import { Body, Controller } from '@nestjs/common';
import { AskFeed, type FeedView } from '@poolrise/contracts';
import { Calling, type Caller } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { FeedService } from './feed.service';

@Controller()
export class FeedController {
  constructor(private readonly feed: FeedService) {}

  @Serves('feed')
  page(@Calling() caller: Caller, @Body(checked(AskFeed)) ask: AskFeed): Promise<FeedView> {
    return this.feed.page({ keyId: caller.key?.id ?? '', workspaceId: caller.workspaceId }, ask);
  }
}
