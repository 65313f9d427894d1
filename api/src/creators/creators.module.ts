import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Creator } from './creator.entity';
import { CreatorsController } from './creators.controller';
import { CreatorsQueries } from './creators.queries';
import { CreatorsService } from './creators.service';
import { CreatorImport } from './import-creators';
import { PeerBandsService } from './peer-bands.service';

@Module({
  imports: [TypeOrmModule.forFeature([Creator])],
  controllers: [CreatorsController],
  providers: [CreatorsService, CreatorsQueries, CreatorImport, PeerBandsService],
  exports: [CreatorsService, CreatorsQueries, CreatorImport],
})
export class CreatorsModule {}
