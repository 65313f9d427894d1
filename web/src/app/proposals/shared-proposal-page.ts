import { httpResource } from '@angular/common/http';
import { Component, effect, inject, input } from '@angular/core';
import type { SharedProposal } from '@poolrise/contracts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { PageTitle } from '../shell/page-title';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';
import { ProposalsApi } from './proposals-api';
import { SharedDocument } from './shared-document';

/** A shared proposal inside the console, to read; answers are given through the link. */
@Component({
  selector: 'app-shared-proposal-page',
  imports: [FailedState, SharedDocument, Skeleton],
  host: { class: 'pr-page' },
  template: `
    @if (view(); as shown) {
      <app-shared-document [proposal]="shown" [savePdf]="savePdf" />
    } @else if (proposal.error(); as error) {
      <div class="pr-card"><app-failed-state [error]="error" (retry)="proposal.reload()" /></div>
    } @else {
      <app-skeleton height="420px" radius="16px" />
    }
  `,
})
export default class SharedProposalPage {
  private readonly api = inject(ProposalsApi);
  readonly proposalId = input.required<string>();
  protected readonly savePdf = () => this.api.sharedPdf(this.proposalId());
  protected readonly proposal = httpResource<SharedProposal>(
    () => `/api/v1/shared-proposals/${this.proposalId()}`,
  );
  protected readonly view = kept(this.proposalId, this.proposal);

  constructor() {
    const title = inject(PageTitle);
    reloadOn(this.proposal, 'proposals');
    effect(() => {
      const name = this.view()?.name;
      if (name) title.name(name);
    });
  }
}
