import { Body, Controller, Header, Param, Query, Req, type StreamableFile } from '@nestjs/common';
import { PrintSharedProposal, ProposalPdfQuery, SharedProposalPdfQuery } from '@poolrise/contracts';
import type { FastifyRequest } from 'fastify';
import { visitorOf } from '../accounts/link-keys';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { ProposalFilesService } from './proposal-files.service';

/** Proposals as files, for their writers, for members of the room, and through a link. */
@Controller()
export class ProposalFilesController {
  constructor(private readonly files: ProposalFilesService) {}

  @Serves('proposalPdf')
  @Header('cache-control', 'no-store')
  ofVersion(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('proposalId', checkedId) proposalId: string,
    @Query(checked(ProposalPdfQuery)) query: ProposalPdfQuery,
  ): Promise<StreamableFile> {
    return this.files.ofVersion(workspaceId, person.id, proposalId, query);
  }

  @Serves('sharedProposalPdf')
  @Header('cache-control', 'no-store')
  ofShared(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('proposalId', checkedId) proposalId: string,
    @Query(checked(SharedProposalPdfQuery)) query: SharedProposalPdfQuery,
  ): Promise<StreamableFile> {
    return this.files.ofShared(workspaceId, person.id, proposalId, query);
  }

  @Serves('printSharedProposal')
  @Header('cache-control', 'no-store')
  ofLink(
    @Req() request: FastifyRequest,
    @Body(checked(PrintSharedProposal)) ask: PrintSharedProposal,
  ): Promise<StreamableFile> {
    return this.files.ofLink(ask, visitorOf(request));
  }
}
