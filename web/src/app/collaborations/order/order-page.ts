import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrderView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { VerifiedMark } from '../../professional/verified-mark';
import { Session } from '../../session/session';
import { CampaignLink } from '../../campaigns/campaign-link';
import { PageTitle } from '../../shell/page-title';
import { Chip } from '../../ui/chip';
import { FailedState } from '../../ui/failed-state';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { DraftPanel } from '../draft/draft-panel';
import { OrderWords, stateTone } from '../order-words';
import { deskRoot, OrdersApi } from '../orders-api';
import { RightsCard } from '../rights/rights-card';
import { SampleCard } from '../sample/sample-card';
import { BriefCard } from './brief-card';
import { OrderCommands } from './order-commands';
import { OrderNext } from './order-next';
import { OrderNoteCard } from './order-note-card';
import { OrderStages } from './order-stages';
import { OrderTimeline } from './order-timeline';
import { PriceCard } from './price-card';

/** One order, as each of its three sides sees it: what happens next, the draft, the money, and how it came here. */
@Component({
  selector: 'app-order-page',
  imports: [
    BriefCard,
    CampaignLink,
    Chip,
    DraftPanel,
    FailedState,
    Icon,
    OrderNext,
    OrderNoteCard,
    OrderStages,
    OrderTimeline,
    PageHeader,
    PriceCard,
    RightsCard,
    RouterLink,
    SampleCard,
    Skeleton,
    T,
    VerifiedMark,
  ],
  host: { class: 'pr-page' },
  templateUrl: './order-page.html',
  styleUrl: './order-page.scss',
})
export default class OrderPage {
  private readonly texts = inject(Texts);
  protected readonly words = inject(OrderWords);
  protected readonly session = inject(Session);
  protected readonly stateTone = stateTone;
  private readonly panel = viewChild(DraftPanel);

  readonly orderId = input.required<string>();
  /** of the route: the platform's own people look at it */
  readonly desk = input(false);

  protected readonly order = httpResource<OrderView>(
    () => `${this.desk() ? deskRoot : '/api/v1/orders'}/${this.orderId()}`,
  );
  protected readonly view = kept(this.orderId, this.order);
  protected readonly commands = new OrderCommands(inject(OrdersApi), this.order, this.view, this.desk);
  protected readonly list = computed(() => this.session.to(this.desk() ? 'order-desk' : 'orders'));
  /** The sample is what the order waits for: it comes before the brief. */
  protected readonly atSample = computed(() => this.view()?.state.startsWith('sample-') === true);
  /** There is something to read or to write before the brief matters again. */
  protected readonly hasDraft = computed(() => {
    const view = this.view();
    return view !== undefined && (view.drafts.length > 0 || this.writes(view));
  });

  constructor() {
    const title = inject(PageTitle);
    reloadOn(this.order, 'orders');
    effect(() => {
      const name = this.view()?.name;
      if (name) title.name(name);
    });
  }

  protected about(view: OrderView): string {
    return this.texts.say('orders.about', {
      mode: this.texts.say(`orders.mode.${view.mode}`),
      type: this.texts.say(`orders.noteType.${view.noteType}`),
    });
  }

  protected write(): void {
    this.panel()?.write();
  }

  private writes({ legal }: OrderView): boolean {
    return legal.includes('submit-draft') || legal.includes('submit-outline');
  }
}
