import { Module } from '@nestjs/common';
import { EngagementController } from './engagement.controller';
import { EngagementService } from './engagement.service';
import { PlaceFactors } from './place-factors';
import { TokenSecret } from './token-secret';
import { TrafficGuard } from './traffic-guard';

@Module({
  providers: [EngagementService, PlaceFactors, TokenSecret, TrafficGuard],
  controllers: [EngagementController],
  exports: [EngagementService, PlaceFactors, TokenSecret],
})
export class EngagementModule {}
