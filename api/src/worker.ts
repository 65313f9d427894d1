import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module';

const app = await NestFactory.createApplicationContext(WorkerModule, { logger: ['error', 'warn', 'fatal'] });
app.enableShutdownHooks();
process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
