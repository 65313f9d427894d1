import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  ArchiveProposal,
  AskCreatorTerms,
  type CreatorTerms,
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
  SharedProposalsQuery,
  ShareProposalVersion,
  WriteProposal,
  WriteProposalVersion,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { CreatorTermsQueries } from './creator-terms.queries';
import { ProposalLinksService } from './proposal-links.service';
import { ProposalsQueries } from './proposals.queries';
import { ProposalsService } from './proposals.service';

@Controller()
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly links: ProposalLinksService,
    private readonly queries: ProposalsQueries,
    private readonly terms: CreatorTermsQueries,
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

  @Serves('archiveProposal')
  archive(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('proposalId', checkedId) proposalId: string,
    @Body(checked(ArchiveProposal)) { archived }: ArchiveProposal,
  ): Promise<ProposalView> {
    return this.proposals.archive(workspaceId, person.id, proposalId, archived);
  }

  @Serves('creatorTerms')
  creatorTerms(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(AskCreatorTerms)) { creatorIds }: AskCreatorTerms,
  ): Promise<CreatorTerms> {
    return this.terms.of(workspaceId, person.id, creatorIds);
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
    @Query(checked(SharedProposalsQuery)) query: SharedProposalsQuery,
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
