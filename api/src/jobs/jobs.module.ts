import { BullModule } from '@nestjs/bullmq';
import { Global, Module } from '@nestjs/common';
import type { Config } from '../config';
import { CONFIG } from '../config.module';
import { queueConnection } from './queue-store';
import { JobsService, queueName } from './jobs.service';

@Global()
@Module({
  imports: [
    BullModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({ connection: queueConnection(config) }),
    }),
    BullModule.registerQueue({ name: queueName }),
  ],
  providers: [JobsService],
  exports: [JobsService, BullModule],
})
export class JobsModule {}
