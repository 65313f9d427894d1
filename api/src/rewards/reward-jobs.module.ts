import { Module } from '@nestjs/common';
import { RewardProgressService } from './reward-progress.service';

/** What the worker does for rewards: it counts how far creators are. */
@Module({ providers: [RewardProgressService] })
export class RewardJobsModule {}
