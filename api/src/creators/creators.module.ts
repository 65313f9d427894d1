import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Creator } from './creator.entity';
import { CreatorImport } from './import-creators';
import { CreatorsService } from './creators.service';

@Module({
  imports: [TypeOrmModule.forFeature([Creator])],
  providers: [CreatorsService, CreatorImport],
  exports: [CreatorsService, CreatorImport],
})
export class CreatorsModule {}
