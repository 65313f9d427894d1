import { Global, Module } from '@nestjs/common';
import { readConfig } from './config';

export const CONFIG = Symbol('CONFIG');

@Global()
@Module({ providers: [{ provide: CONFIG, useFactory: () => readConfig() }], exports: [CONFIG] })
export class ConfigModule {}
