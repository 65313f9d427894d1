import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { ProposalRow, ProposalState } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Chip, type Tone } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { AppLineage } from '../ui/lineage';
import { AppSource } from '../ui/figure-source';

const looks: Record<ProposalState, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'neutral', icon: 'text' },
  shared: { tone: 'action', icon: 'pending' },
  answered: { tone: 'paid', icon: 'done-all' },
  approved: { tone: 'passed', icon: 'passed' },
};

/** Proposals of the workspace and how far the client is with each. */
@Component({
  selector: 'app-proposals-page',
  imports: [AppLineage, AppSource, Chip, EmptyState, Icon, ListFrame, MatButton, PageHeader, RouterLink, T],
  host: { class: 'pr-page' },
  templateUrl: './proposals-page.html',
  styles: `
    .filters {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-bottom: 12px;
    }
    .pr-card {
      padding-block: 4px;
    }
    ul {
      margin: 0;
    }
    li a {
      min-height: 64px !important;
    }
    .price {
      min-width: 110px;
    }
    .side small {
      display: block;
      margin-top: 2px;
    }
    @media (max-width: 559px) {
      li a {
        flex-wrap: wrap;
      }
      .words {
        flex: 1 1 100% !important;
      }
      .side {
        flex: 1 !important;
        text-align: start !important;
      }
      .price {
        text-align: end !important;
      }
    }
  `,
})
export default class ProposalsPage {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly looks = looks;
  private readonly router = inject(Router);
  /** from the address: yes shows what was put away */
  readonly archived = input<string>();
  protected readonly away = computed(() => this.archived() === 'yes');
  protected readonly proposals = paged<ProposalRow>(
    () => `/api/v1/proposals${this.away() ? '?archived=yes' : ''}`,
    'proposals',
  );

  protected async show(away: boolean): Promise<void> {
    const queryParams = away ? { archived: 'yes' } : {};
    await this.router.navigate(this.session.to('proposals'), { queryParams });
  }

  protected about({ creators, version, shared, openLinks }: ProposalRow): string {
    const parts = [
      this.texts.count('proposals.figures.creators', creators),
      this.texts.say('proposals.version', { n: version }),
    ];
    if (shared !== null && shared < version)
      parts.push(this.texts.say('proposals.latestIsNewer', { n: version }));
    if (openLinks > 0) parts.push(this.texts.count('proposals.links', openLinks));
    return parts.join(' · ');
  }

  protected answers({ state, approved, rejected, toReplace, unanswered }: ProposalRow): string {
    if (state === 'draft') return '';
    if (toReplace > 0) return this.texts.count('proposals.toReplace', toReplace);
    const all = approved + rejected + toReplace + unanswered;
    return this.texts.say('proposals.approvedOf', { approved, all });
  }
}
