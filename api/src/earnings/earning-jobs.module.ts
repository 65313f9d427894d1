import { Module } from '@nestjs/common';
import { OpenRetention } from './open-retention';

/** What the worker does for earnings: it forgets opened links by which nothing can be sold any more. */
@Module({ providers: [OpenRetention] })
export class EarningJobsModule {}
