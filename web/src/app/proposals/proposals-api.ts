import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  CreatorTerms,
  CreatorView,
  NewLinkView,
  OpenProposalLink,
  PreviewProposal,
  ProposalPreview,
  ProposalView,
  SearchView,
  WriteProposal,
  WriteProposalVersion,
} from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { Texts } from '../../i18n/texts';
import { asFile, saveAnswer } from '../ui/save-answer';

const root = '/api/v1/proposals';

/** Commands about proposals. */
@Service()
export class ProposalsApi {
  private readonly http = inject(HttpClient);
  private readonly texts = inject(Texts);

  write(ask: WriteProposal): Promise<ProposalView> {
    return firstValueFrom(this.http.post<ProposalView>(root, ask));
  }

  writeVersion(id: string, ask: WriteProposalVersion): Promise<ProposalView> {
    return firstValueFrom(this.http.post<ProposalView>(`${root}/${id}/versions`, ask));
  }

  /** Shows the latest version to the client. */
  share(id: string, version: number): Promise<ProposalView> {
    return firstValueFrom(this.http.post<ProposalView>(`${root}/${id}/share`, { version }));
  }

  /** Puts a proposal away, or back. */
  archive(id: string, archived: boolean): Promise<ProposalView> {
    return firstValueFrom(this.http.post<ProposalView>(`${root}/${id}/archive`, { archived }));
  }

  pdf(id: string, version: number): Promise<void> {
    const params = { version, language: this.texts.language() };
    return saveAnswer(this.http.get(`${root}/${id}/pdf`, { params, ...asFile }), `proposal-v${version}.pdf`);
  }

  sharedPdf(id: string): Promise<void> {
    const params = { language: this.texts.language() };
    const asked = this.http.get(`/api/v1/shared-proposals/${id}/pdf`, { params, ...asFile });
    return saveAnswer(asked, 'proposal.pdf');
  }

  /** What creators cost, by creator. */
  async terms(creatorIds: readonly string[]): Promise<CreatorTerms['items']> {
    const asked = this.http.post<CreatorTerms>('/api/v1/creator-terms', { creatorIds });
    return (await firstValueFrom(asked)).items;
  }

  openLink(id: string, ask: OpenProposalLink): Promise<NewLinkView> {
    return firstValueFrom(this.http.post<NewLinkView>(`${root}/${id}/links`, ask));
  }

  revokeLink(id: string, linkId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${root}/${id}/links/${linkId}`));
  }

  preview(ask: PreviewProposal): Promise<ProposalPreview> {
    return firstValueFrom(this.http.post<ProposalPreview>('/api/v1/proposal-previews', ask));
  }

  /** The records of creators who were chosen elsewhere; who is not there any more is left out. */
  async chosen(ids: readonly string[]): Promise<CreatorView[]> {
    const asked = ids.map((id) => firstValueFrom(this.http.get<CreatorView>(`/api/v1/creators/${id}`)));
    const found = await Promise.allSettled(asked);
    return found.flatMap((one) => (one.status === 'fulfilled' && !one.value.deleted ? [one.value] : []));
  }

  /** Creators whose name or handle fits. */
  async creators(q: string): Promise<SearchView['hits']> {
    const { hits } = await firstValueFrom(
      this.http.get<SearchView>('/api/v1/search', { params: { q: q.trim().slice(0, 100) } }),
    );
    return hits.filter(({ kind }) => kind === 'creator');
  }
}
