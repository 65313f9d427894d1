import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { ProposalLinkView, ProposalView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { confirmed } from '../settings/confirm-dialog';
import type { LinkAsk } from '../share/link-dialog';
import { PageTitle } from '../shell/page-title';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { PdfButton } from '../ui/pdf-button';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { AnswersList } from './answers-list';
import { FiguresStrip } from './figures-strip';
import { ItemFacts } from './item-facts';
import { ProposalsApi } from './proposals-api';
import { VerdictChip } from './verdict-chip';
import { AppSource } from '../ui/figure-source';

/** A proposal as those see it who write it: the terms, the client's answers, versions and links. */
@Component({
  selector: 'app-proposal-page',
  imports: [
    AnswersList,
    AppSource,
    FailedState,
    FiguresStrip,
    Icon,
    ItemFacts,
    MatButton,
    PageHeader,
    PdfButton,
    RouterLink,
    Skeleton,
    T,
    VerdictChip,
  ],
  host: { class: 'pr-page' },
  templateUrl: './proposal-page.html',
  styleUrl: './proposal-page.scss',
})
export default class ProposalPage {
  private readonly api = inject(ProposalsApi);
  private readonly dialogs = inject(MatDialog);
  private readonly toast = inject(Toast);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  readonly proposalId = input.required<string>();
  /** which version, from the address */
  readonly version = input<string>();

  protected readonly proposal = httpResource<ProposalView>(() => {
    const version = Number(this.version());
    const query = Number.isInteger(version) && version > 0 ? `?version=${version}` : '';
    return `/api/v1/proposals/${this.proposalId()}${query}`;
  });
  protected readonly view = kept(() => `${this.proposalId()} ${this.version() ?? ''}`, this.proposal);
  private readonly mayWrite = computed(() => this.session.may('write:proposals'));
  /** What was put away is not worked on before it is back. */
  protected readonly writes = computed(() => this.mayWrite() && !this.view()?.archivedAt);
  protected readonly bringsBack = computed(() => this.mayWrite() && Boolean(this.view()?.archivedAt));
  protected readonly savePdf = async (): Promise<void> => {
    const shown = this.view();
    if (shown) await this.api.pdf(shown.id, shown.version);
  };
  protected readonly standing = computed(() => {
    const { shared = null, archivedAt = null } = this.view() ?? {};
    if (archivedAt) return this.texts.say('proposals.page.archivedAt', { at: this.format.day(archivedAt) });
    return shared
      ? this.texts.say('proposals.page.sharedUpTo', { n: shared })
      : this.texts.say('proposals.page.notShared');
  });

  constructor() {
    const title = inject(PageTitle);
    reloadOn(this.proposal, 'proposals');
    effect(() => {
      const name = this.view()?.name;
      if (name) title.name(name);
    });
  }

  protected async share({ id }: ProposalView): Promise<void> {
    const { LinkDialog } = await import('../share/link-dialog');
    const data: LinkAsk = {
      title: this.texts.say('proposals.dialog.title'),
      text: this.texts.say('proposals.dialog.text'),
      open: async (ask) => `share/${(await this.api.openLink(id, ask)).token}`,
    };
    const dialog = this.dialogs.open(LinkDialog, { width: '500px', data });
    await firstValueFrom(dialog.afterClosed());
    this.proposal.reload();
  }

  protected async publish({ id, latest }: ProposalView): Promise<void> {
    try {
      await this.api.share(id, latest);
      this.toast.say(this.texts.say('proposals.page.published', { n: latest }));
    } catch (error) {
      this.toast.problem(error);
    }
    this.proposal.reload();
  }

  protected async putAway({ id }: ProposalView): Promise<void> {
    const done = await confirmed(this.dialogs, {
      title: this.texts.say('proposals.page.archiveTitle'),
      text: this.texts.say('proposals.page.archiveText'),
      go: this.texts.say('proposals.page.archive'),
      command: async () => {
        await this.api.archive(id, true);
      },
    });
    if (!done) return;
    this.proposal.reload();
    this.toast.say(this.texts.say('proposals.page.archivedNow'));
  }

  protected async bringBack({ id }: ProposalView): Promise<void> {
    try {
      await this.api.archive(id, false);
      this.toast.say(this.texts.say('proposals.page.broughtBack'));
    } catch (error) {
      this.toast.problem(error);
    }
    this.proposal.reload();
  }

  protected async revoke({ id }: ProposalView, link: ProposalLinkView): Promise<void> {
    const done = await confirmed(this.dialogs, {
      title: this.texts.say('proposals.page.revokeTitle'),
      text: this.texts.say('proposals.page.revokeText'),
      go: this.texts.say('proposals.page.revoke'),
      command: () => this.api.revokeLink(id, link.id),
    });
    if (!done) return;
    this.proposal.reload();
    this.toast.say(this.texts.say('proposals.page.revokedNow'));
  }

  protected isOpen({ revokedAt, expiresAt }: ProposalLinkView): boolean {
    return revokedAt === null && new Date(expiresAt) > new Date();
  }

  protected linkState(link: ProposalLinkView): string {
    const state = link.revokedAt
      ? this.texts.say('proposals.page.revoked')
      : this.isOpen(link)
        ? this.texts.say('proposals.page.until', { at: this.format.day(link.expiresAt) })
        : this.texts.say('proposals.page.expired');
    const parts = [state, this.texts.count('proposals.page.views', link.views)];
    if (link.withPassword) parts.push(this.texts.say('proposals.page.password'));
    return parts.join(' · ');
  }

  protected print(): void {
    window.print();
  }
}
