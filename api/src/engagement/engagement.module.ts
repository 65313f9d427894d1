import { Module } from '@nestjs/common';
import { EngagementController } from './engagement.controller';
import { EngagementService } from './engagement.service';
import { TokenSecret } from './token-secret';

@Module({
  providers: [EngagementService, TokenSecret],
  controllers: [EngagementController],
  exports: [EngagementService, TokenSecret],
})
export class EngagementModule {}
