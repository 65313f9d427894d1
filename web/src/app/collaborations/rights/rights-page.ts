import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { rightsFilters, type UsageRightsRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { Session } from '../../session/session';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { FilterChips } from '../../ui/filter-chips';
import { Format } from '../../ui/format';
import { ListFrame } from '../../ui/list-frame';
import { PageHeader } from '../../ui/page-header';
import { OrderTabs } from '../order-tabs';
import { RightsWords, rightsTone } from './rights-words';

type Show = (typeof rightsFilters)[number];

/** What published notes may be used for besides, and until when. */
@Component({
  selector: 'app-rights-page',
  imports: [Chip, EmptyState, FilterChips, ListFrame, OrderTabs, PageHeader, RouterLink, T],
  host: { class: 'pr-page' },
  templateUrl: './rights-page.html',
  styleUrl: '../../ui/rows.scss',
})
export default class RightsPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(RightsWords);
  protected readonly filters = rightsFilters;
  protected readonly tone = rightsTone;

  /** from the address */
  readonly show = input<string>();
  protected readonly chosen = computed(
    (): Show => rightsFilters.find((one) => one === this.show()) ?? 'running',
  );
  protected readonly filterWord = (show: Show): string => this.texts.say(`usageRights.show.${show}`);
  protected readonly rights = paged<UsageRightsRow>(
    () => `/api/v1/usage-rights?show=${this.chosen()}`,
    'orders',
  );

  protected ask(show: Show): void {
    void this.router.navigate([], {
      queryParams: { show: show === 'running' ? undefined : show },
      queryParamsHandling: 'merge',
    });
  }
}
