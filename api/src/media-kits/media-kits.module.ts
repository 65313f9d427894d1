import { Module } from '@nestjs/common';
import { CreatorsModule } from '../creators/creators.module';
import { MediaKitLinksService } from './media-kit-links.service';
import { MediaKitsController } from './media-kits.controller';
import { MediaKitsQueries } from './media-kits.queries';
import { MediaKitsService } from './media-kits.service';

/** What creators show brands of themselves, and the links to it. */
@Module({
  imports: [CreatorsModule],
  controllers: [MediaKitsController],
  providers: [MediaKitLinksService, MediaKitsQueries, MediaKitsService],
})
export class MediaKitsModule {}
