import { Module } from '@nestjs/common';
import { GrowthClock } from './growth-clock';
import { GrowthController } from './growth.controller';
import { GrowthQueries } from './growth.queries';

/** The growth levels of creators' desks. */
@Module({ controllers: [GrowthController], providers: [GrowthClock, GrowthQueries] })
export class GrowthModule {}
