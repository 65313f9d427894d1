import { Module } from '@nestjs/common';
import { EngagementController } from './engagement.controller';
import { EngagementService } from './engagement.service';
import { TokenSecret } from './token-secret';
import { TrafficGuard } from './traffic-guard';

@Module({
  providers: [EngagementService, TokenSecret, TrafficGuard],
  controllers: [EngagementController],
  exports: [EngagementService, TokenSecret],
})
export class EngagementModule {}
