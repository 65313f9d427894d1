import { Module } from '@nestjs/common';
import { EngagementController } from './engagement.controller';
import { EngagementService } from './engagement.service';
import { PlaceFactors } from './place-factors';
import { TokenSecret } from './token-secret';

@Module({
  providers: [EngagementService, PlaceFactors, TokenSecret],
  controllers: [EngagementController],
  exports: [EngagementService, PlaceFactors, TokenSecret],
})
export class EngagementModule {}
