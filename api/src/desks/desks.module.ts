import { Module } from '@nestjs/common';
import { DesksController } from './desks.controller';
import { DesksQueries } from './desks.queries';
import { DesksService } from './desks.service';

/** Which creator of the directory a desk speaks for. */
@Module({
  controllers: [DesksController],
  providers: [DesksService, DesksQueries],
  exports: [DesksQueries],
})
export class DesksModule {}
