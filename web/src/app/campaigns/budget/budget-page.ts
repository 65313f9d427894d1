import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import type { AskBudgetPlan, BudgetDesk, BudgetPlanView, CampaignView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { Refusal } from '../../problems/refusal';
import { sending } from '../../problems/sending';
import { Session } from '../../session/session';
import { PageTitle } from '../../shell/page-title';
import { FailedState } from '../../ui/failed-state';
import { AppSource } from '../../ui/figure-source';
import { Format } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { Toast } from '../../ui/toast';
import { CampaignsApi, campaignsRoot } from '../campaigns-api';
import { BudgetApply } from './budget-apply';
import { BudgetAskForm } from './budget-ask';
import { BudgetFrontier } from './budget-frontier';
import { BudgetOptions } from './budget-options';
import { BudgetSureness } from './budget-sureness';
import { BudgetWords } from './budget-words';

/** How the budget of a campaign brings most: what is bought, what a little more would bring, and how sure that is. */
@Component({
  selector: 'app-budget-page',
  imports: [
    AppSource,
    BudgetApply,
    BudgetAskForm,
    BudgetFrontier,
    BudgetOptions,
    BudgetSureness,
    FailedState,
    MatButton,
    MatProgressBar,
    PageHeader,
    Refusal,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './budget-page.html',
  styleUrl: './budget-page.scss',
})
export default class BudgetPage {
  private readonly api = inject(CampaignsApi);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly title = inject(PageTitle);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(BudgetWords);
  readonly campaignId = input.required<string>();

  protected readonly campaign = httpResource<CampaignView>(() => `${campaignsRoot}/${this.campaignId()}`);
  protected readonly resource = httpResource<BudgetDesk>(
    () => `${campaignsRoot}/${this.campaignId()}/budget-plans`,
  );
  protected readonly about = kept(this.campaignId, this.campaign);
  protected readonly desk = kept(this.campaignId, this.resource);
  protected readonly plan = computed(() => this.desk()?.plan ?? null);
  private readonly asked = computed(() => this.plan()?.asked ?? this.desk()?.usual ?? null);
  /** What is asked next: what was asked last, until something is changed. */
  protected readonly ask = linkedSignal<string, AskBudgetPlan | null>({
    source: () => JSON.stringify(this.asked()),
    computation: () => this.asked(),
  });
  protected readonly changed = computed(() => {
    const asked = this.plan()?.asked;
    return asked !== undefined && JSON.stringify(asked) !== JSON.stringify(this.ask());
  });
  protected readonly under = computed(() => ['waiting', 'running'].includes(this.plan()?.state ?? ''));
  protected readonly mayWrite = computed(
    () => this.session.may('write:campaigns') && this.about()?.state !== 'ended',
  );
  protected readonly sending = sending();
  protected readonly applying = sending();

  constructor() {
    reloadOn(this.resource, 'campaigns');
    reloadOn(this.campaign, 'campaigns');
    effect(() => {
      const about = this.about();
      if (about) this.title.name(this.texts.say('budgets.of', { name: about.name }));
    });
  }

  protected async run(): Promise<void> {
    const ask = this.ask();
    if (!ask || this.under()) return;
    await this.sending.send(async () => {
      await this.api.planBudget(this.campaignId(), ask);
      this.resource.reload();
    });
  }

  protected async apply({ id, version }: BudgetPlanView): Promise<void> {
    const done = await this.applying.send(async () => {
      this.campaign.set(await this.api.applyBudget(this.campaignId(), id, { version }));
    });
    if (done) this.toast.say(this.texts.say('budgets.apply.done'));
    this.resource.reload();
  }
}
