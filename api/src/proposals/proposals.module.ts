import { Module } from '@nestjs/common';
import { LinkDoor } from './link-door';
import { ProposalLinksService } from './proposal-links.service';
import { ProposalsController } from './proposals.controller';
import { ProposalsQueries } from './proposals.queries';
import { ProposalsService } from './proposals.service';
import { ShareController } from './share.controller';
import { SharedProposalsService } from './shared-proposals.service';

/** Creators proposed to a client, and what the client says to them. */
@Module({
  controllers: [ProposalsController, ShareController],
  providers: [LinkDoor, ProposalLinksService, ProposalsQueries, ProposalsService, SharedProposalsService],
})
export class ProposalsModule {}
