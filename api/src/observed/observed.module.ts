import { Module } from '@nestjs/common';
import { ImportsModule } from '../imports/imports.module';
import { PoolsModule } from '../pools/pools.module';
import { FolkClaimsService } from './folk-claims.service';
import { ObservedCreatorsController } from './observed-creators.controller';
import { ObservedCreatorsService } from './observed-creators.service';
import { ObservedNotesController } from './observed-notes.controller';
import { ObservedNotesService } from './observed-notes.service';
import { ObservedPeersService } from './observed-peers.service';

@Module({
  imports: [ImportsModule, PoolsModule],
  providers: [FolkClaimsService, ObservedCreatorsService, ObservedNotesService, ObservedPeersService],
  controllers: [ObservedCreatorsController, ObservedNotesController],
})
export class ObservedModule {}
