import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  type NewLinkView,
  OpenProposalLink,
  type Page,
  PreviewProposal,
  type ProposalPreview,
  ProposalQuery,
  type ProposalRow,
  ProposalsQuery,
  type ProposalView,
  type SharedProposal,
  type SharedProposalRow,
  ShareProposalVersion,
  WriteProposal,
  WriteProposalVersion,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { ProposalLinksService } from './proposal-links.service';
import { ProposalsQueries } from './proposals.queries';
import { ProposalsService } from './proposals.service';

@Controller()
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly links: ProposalLinksService,
    private readonly queries: ProposalsQueries,
  ) {}

  @Serves('proposals')
  page(
    @WorkspaceId() workspaceId: string,
    @Query(checked(ProposalsQuery)) query: ProposalsQuery,
  ): Promise<Page<ProposalRow>> {
    return this.queries.page(workspaceId, query);
  }

  @Serves('writeProposal')
  write(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(WriteProposal)) ask: WriteProposal,
  ): Promise<ProposalView> {
    return this.proposals.write(workspaceId, person.id, ask);
  }

  @Serves('previewProposal')
  preview(
    @WorkspaceId() workspaceId: string,
    @Body(checked(PreviewProposal)) ask: PreviewProposal,
  ): Promise<ProposalPreview> {
    return this.proposals.preview(workspaceId, ask);
  }

  @Serves('proposal')
  one(
    @WorkspaceId() workspaceId: string,
    @Param('proposalId', checkedId) proposalId: string,
    @Query(checked(ProposalQuery)) { version }: ProposalQuery,
  ): Promise<ProposalView> {
    return this.queries.one(workspaceId, proposalId, version);
  }

  @Serves('writeProposalVersion')
  writeVersion(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('proposalId', checkedId) proposalId: string,
    @Body(checked(WriteProposalVersion)) ask: WriteProposalVersion,
  ): Promise<ProposalView> {
    return this.proposals.writeVersion(workspaceId, person.id, proposalId, ask);
  }

  @Serves('shareProposalVersion')
  share(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('proposalId', checkedId) proposalId: string,
    @Body(checked(ShareProposalVersion)) ask: ShareProposalVersion,
  ): Promise<ProposalView> {
    return this.proposals.share(workspaceId, person.id, proposalId, ask);
  }

  @Serves('openProposalLink')
  openLink(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('proposalId', checkedId) proposalId: string,
    @Body(checked(OpenProposalLink)) ask: OpenProposalLink,
  ): Promise<NewLinkView> {
    return this.links.open(workspaceId, person.id, proposalId, ask);
  }

  @Serves('revokeProposalLink')
  revokeLink(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('proposalId', checkedId) proposalId: string,
    @Param('linkId', checkedId) linkId: string,
  ): Promise<void> {
    return this.links.revoke(workspaceId, person.id, proposalId, linkId);
  }

  @Serves('sharedProposals')
  sharedPage(
    @WorkspaceId() workspaceId: string,
    @Query(checked(ProposalsQuery)) query: ProposalsQuery,
  ): Promise<Page<SharedProposalRow>> {
    return this.queries.sharedPage(workspaceId, query);
  }

  @Serves('sharedProposal')
  shared(
    @WorkspaceId() workspaceId: string,
    @Param('proposalId', checkedId) proposalId: string,
  ): Promise<SharedProposal> {
    return this.queries.shared(workspaceId, proposalId);
  }
}
