import { Module } from '@nestjs/common';
import { EngagementModule } from '../engagement/engagement.module';
import { EarningsController } from './earnings.controller';
import { EarningsFiles } from './earnings-files';
import { ProductEventsService } from './product-events.service';

/** What a creator's desk earns by orders, rewards and product links. */
@Module({
  imports: [EngagementModule],
  controllers: [EarningsController],
  providers: [EarningsFiles, ProductEventsService],
})
export class EarningsModule {}
