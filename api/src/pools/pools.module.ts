import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NotesModule } from '../notes/notes.module';
import { NoteRulesQueries } from './note-rules.queries';
import { PeersService } from './peers.service';
import { CanaryQueries } from './canary.queries';
import { PoliciesService } from './policies.service';
import { PolicyActivationsService } from './policy-activations.service';
import { PolicyCanariesService } from './policy-canaries.service';
import { PolicyDeskController } from './policy-desk.controller';
import { PolicyDeskQueries } from './policy-desk.queries';
import { PolicyPreviews } from './policy-previews';
import { PolicyVersionsService } from './policy-versions.service';
import { PoolBarsService } from './pool-bars.service';
import { PoolDecision } from './pool-decision.entity';
import { PoolPolicy } from './pool-policy.entity';
import { PoolReturnsService } from './pool-returns.service';
import { PoolsController } from './pools.controller';
import { PoolsQueries } from './pools.queries';
import { PoolsService } from './pools.service';

@Module({
  imports: [NotesModule, TypeOrmModule.forFeature([PoolPolicy, PoolDecision])],
  providers: [
    PoolsService,
    PoliciesService,
    PeersService,
    PoolBarsService,
    PoolReturnsService,
    NoteRulesQueries,
    PoolsQueries,
    CanaryQueries,
    PolicyActivationsService,
    PolicyCanariesService,
    PolicyDeskQueries,
    PolicyPreviews,
    PolicyVersionsService,
  ],
  controllers: [PoolsController, PolicyDeskController],
  exports: [PoolsService, PoliciesService, PeersService, PoolBarsService, PoolsQueries],
})
export class PoolsModule {}
