import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AgencyCampaignRow, type AgencyWorkload, deskShows, deskSorts } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { CampaignWords, stateTone } from '../campaigns/campaign-words';
import { kept } from '../live/kept';
import { paged } from '../live/paged';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FigureGrid } from '../ui/figure-grid';
import { AppSource } from '../ui/figure-source';
import { FilterChips } from '../ui/filter-chips';
import { type FilterChoice, FilterMenu } from '../ui/filter-menu';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { SearchField } from '../ui/search-field';
import { ShareBar } from '../ui/share-bar';
import { AgencyTabs } from './agency-tabs';
import { type Assignable, AssignMenu } from './assign-menu';

type Show = (typeof deskShows)[number];

/** Campaigns of all clients in one list: how each keeps to its plan, what waits, and who looks after it. */
@Component({
  selector: 'app-all-campaigns-page',
  imports: [
    AgencyTabs,
    AppLineage,
    AppSource,
    AssignMenu,
    Chip,
    EmptyState,
    FigureGrid,
    FilterChips,
    FilterMenu,
    ListFrame,
    PageHeader,
    RouterLink,
    SearchField,
    ShareBar,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './all-campaigns-page.html',
  styleUrl: './all-campaigns-page.scss',
})
export default class AllCampaignsPage {
  private readonly router = inject(Router);
  protected readonly texts = inject(Texts);
  protected readonly words = inject(CampaignWords);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly shows = deskShows;
  protected readonly stateTone = stateTone;

  /** from the address */
  readonly show = input<string>();
  readonly sort = input<string>();
  readonly client = input<string>();
  readonly owner = input<string>();
  readonly q = input<string>();

  protected readonly chosen = computed((): Show => deskShows.find((one) => one === this.show()) ?? 'open');
  protected readonly showWord = (show: Show): string => this.texts.say(`agency.campaigns.show.${show}`);
  protected readonly sorted = computed(() => deskSorts.find((one) => one === this.sort()) ?? 'changed');
  protected readonly sorts = computed((): FilterChoice[] =>
    deskSorts.map((value) => ({ value, label: this.texts.say(`agency.campaigns.sorts.${value}`) })),
  );
  protected readonly campaigns = paged<AgencyCampaignRow>(
    () => {
      const query = new URLSearchParams({ show: this.chosen(), sort: this.sorted() });
      const asked = { client: this.client(), owner: this.owner(), q: this.q()?.trim().slice(0, 100) };
      for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
      return `/api/v1/agency/campaigns?${query}`;
    },
    'clients',
    'campaigns',
  );
  protected readonly workload = httpResource<AgencyWorkload>(() => '/api/v1/agency/workload');
  private readonly load = kept(() => 'workload', this.workload);
  protected readonly clients = computed(() => this.load()?.clients ?? []);
  protected readonly clientChoices = computed((): FilterChoice[] =>
    this.clients().map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly ownerChoices = computed((): FilterChoice[] =>
    (this.load()?.people ?? []).map(({ person }) => ({
      value: person?.id ?? 'nobody',
      label: person?.name ?? this.texts.say('agency.nobody'),
    })),
  );
  protected readonly filtered = computed(
    () => this.chosen() !== 'open' || [this.client(), this.owner(), this.q()].some(Boolean),
  );
  protected readonly mayAssign = computed(() => this.session.may('assign:clients'));

  constructor() {
    reloadOn(this.workload, 'clients');
  }

  protected ask(queryParams: Record<string, string | undefined>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected waits({ orders }: AgencyCampaignRow): string {
    const { brand, creator, platform } = orders;
    return this.texts.say('agency.campaigns.waits', { brand, creator, platform });
  }

  protected assignable({ client, id, name, owner }: AgencyCampaignRow): Assignable {
    return { clientId: client.id, subject: 'campaign', subjectId: id, name, owner };
  }
}
