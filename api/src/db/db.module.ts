import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type Config } from '../config';
import { CONFIG } from '../config.module';
import { dataSourceOptions } from './data-source-options';
import { Db } from './db';
import { EnginePool } from './engine-pool';
import { applicationUrl } from './urls';

@Global()
@Module({})
export class DbModule {
  /** The database with these entities: all of the application's, since foreign keys name each other across slices. */
  static withEntities(entities: (new () => object)[]): DynamicModule {
    return {
      module: DbModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [CONFIG],
          useFactory: (config: Config) => ({
            ...dataSourceOptions(applicationUrl(config.DATABASE_URL)),
            entities,
          }),
        }),
      ],
      providers: [Db, EnginePool],
      exports: [Db, EnginePool],
    };
  }
}
