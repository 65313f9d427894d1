import { Module } from '@nestjs/common';
import { CredibilityController } from './credibility.controller';
import { CredibilityNormsService } from './credibility-norms.service';
import { CredibilityQueries } from './credibility.queries';

@Module({
  controllers: [CredibilityController],
  providers: [CredibilityQueries, CredibilityNormsService],
})
export class CredibilityModule {}
