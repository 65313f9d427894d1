import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { campaignFilters, type CampaignRow } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FigureGrid } from '../ui/figure-grid';
import { AppSource } from '../ui/figure-source';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { AppLineage } from '../ui/lineage';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { RowKeys } from '../ui/row-keys';
import { SearchField } from '../ui/search-field';
import { ShareBar } from '../ui/share-bar';
import { CampaignWords, stateTone } from './campaign-words';

type Show = (typeof campaignFilters)[number];

/** Campaigns of the workspace: when, how much of the budget, and whether each keeps to its plan. */
@Component({
  selector: 'app-campaigns-page',
  imports: [
    AppLineage,
    AppSource,
    Chip,
    EmptyState,
    FigureGrid,
    FilterChips,
    Icon,
    ListFrame,
    MatButton,
    PageHeader,
    RouterLink,
    RowKeys,
    SearchField,
    ShareBar,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './campaigns-page.html',
  styleUrl: './campaigns-page.scss',
})
export default class CampaignsPage {
  private readonly router = inject(Router);
  protected readonly texts = inject(Texts);
  protected readonly words = inject(CampaignWords);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly filters = campaignFilters;
  protected readonly stateTone = stateTone;

  /** from the address */
  readonly show = input<string>();
  readonly q = input<string>();

  protected readonly mayWrite = computed(() => this.session.may('write:campaigns'));
  protected readonly chosen = computed(
    (): Show => campaignFilters.find((one) => one === this.show()) ?? 'open',
  );
  protected readonly filterWord = (show: Show): string => this.texts.say(`campaigns.show.${show}`);
  protected readonly campaigns = paged<CampaignRow>(() => {
    const query = new URLSearchParams({ show: this.chosen() });
    const words = this.q()?.trim().slice(0, 100);
    if (words) query.set('q', words);
    return `/api/v1/campaigns?${query}`;
  }, 'campaigns');

  protected goal({ goal }: CampaignRow): string {
    return this.texts.say(`campaigns.goal.${goal}`);
  }

  protected tied({ boosts, orders }: CampaignRow): string {
    return this.texts.say('campaigns.tied', { boosts, orders });
  }

  protected alerts({ unreadAlerts }: CampaignRow): string {
    return this.texts.count('campaigns.alerts', unreadAlerts);
  }

  protected async ask(queryParams: { show?: string | undefined; q?: string | undefined }): Promise<void> {
    await this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
