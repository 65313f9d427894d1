import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module';
import { CreatorTermsQueries } from './creator-terms.queries';
import { LinkDoor } from './link-door';
import { ProposalLinksService } from './proposal-links.service';
import { ProposalFilesController } from './proposal-files.controller';
import { ProposalFilesService } from './proposal-files.service';
import { ProposalsController } from './proposals.controller';
import { ProposalsQueries } from './proposals.queries';
import { ProposalsService } from './proposals.service';
import { ShareController } from './share.controller';
import { SharedProposalsService } from './shared-proposals.service';

/** Creators proposed to a client, and what the client says to them. */
@Module({
  imports: [AgenciesModule],
  controllers: [ProposalsController, ProposalFilesController, ShareController],
  providers: [
    CreatorTermsQueries,
    LinkDoor,
    ProposalFilesService,
    ProposalLinksService,
    ProposalsQueries,
    ProposalsService,
    SharedProposalsService,
  ],
})
export class ProposalsModule {}
