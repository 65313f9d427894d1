import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { CampaignView } from '@poolrise/contracts';
import { type CampaignMove, shanghaiDays } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { audienceText } from '../boosts/audience-text';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { PageTitle } from '../shell/page-title';
import { Chip } from '../ui/chip';
import { CopyLink } from '../ui/copy-link';
import { FailedState } from '../ui/failed-state';
import { AppSource } from '../ui/figure-source';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { PageHeader } from '../ui/page-header';
import { ShareBar } from '../ui/share-bar';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { AskDialog, type Asked } from './ask-dialog';
import { CampaignAlerts } from './campaign-alerts';
import { CampaignChart } from './campaign-chart';
import { CampaignMeasures } from './campaign-measures';
import { CampaignSearchWords } from './campaign-search-words';
import { CampaignRails } from './campaign-rails';
import { CampaignWords, stateTone } from './campaign-words';
import { CampaignsApi, campaignsRoot } from './campaigns-api';
import { CampaignHoldout } from './holdout/campaign-holdout';
import { CampaignItems } from './items/campaign-items';

/** One campaign: whether it keeps to its plan, where the money went, what it reached, and what belongs to it. */
@Component({
  selector: 'app-campaign-page',
  imports: [
    AppLineage,
    AppSource,
    CampaignAlerts,
    CampaignChart,
    CampaignHoldout,
    CampaignItems,
    CampaignMeasures,
    CampaignRails,
    CampaignSearchWords,
    Chip,
    CopyLink,
    FailedState,
    MatButton,
    PageHeader,
    RouterLink,
    ShareBar,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './campaign-page.html',
  styleUrl: './campaign-page.scss',
})
export default class CampaignPage {
  private readonly api = inject(CampaignsApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly toast = inject(Toast);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(CampaignWords);
  protected readonly stateTone = stateTone;

  readonly campaignId = input.required<string>();

  protected readonly campaign = httpResource<CampaignView>(() => `${campaignsRoot}/${this.campaignId()}`);
  protected readonly view = kept(this.campaignId, this.campaign);
  protected readonly mayWrite = computed(() => this.session.may('write:campaigns'));
  /** Ending is grave and stands last; the first is what a person most likely came for. */
  protected readonly moves = computed(() => (this.mayWrite() ? (this.view()?.legal ?? []) : []));
  protected readonly source = computed(() => {
    const view = this.view();
    if (!view) return null;
    const { startsAt, asOf } = view;
    const over = startsAt && startsAt < asOf ? shanghaiDays(startsAt, asOf) : ('now' as const);
    return { streams: ['journal', 'hosted-boosts'] as const, over, dataAt: asOf };
  });
  protected readonly keywords = computed(() =>
    (this.view()?.keywords ?? []).map(({ text, match }) => ({
      text,
      match: this.texts.say(`campaigns.match.${match}`),
    })),
  );

  constructor() {
    reloadOn(this.campaign, 'campaigns', 'boosts', 'orders');
    effect(() => {
      const view = this.view();
      if (view) this.title.name(view.name);
    });
  }

  protected goal({ goal }: CampaignView): string {
    return this.texts.say(`campaigns.goal.${goal}`);
  }

  protected moveWord(move: CampaignMove): string {
    return this.texts.say(`campaigns.move.${move}`);
  }

  protected audience({ audience }: CampaignView): string {
    return audienceText(audience, this.texts);
  }

  protected async change(view: CampaignView, move: CampaignMove): Promise<void> {
    if (move === 'end' && !(await this.sure('campaigns.move.end', 'campaigns.endText'))) return;
    try {
      this.campaign.set(await this.api.move(view.id, { move, version: view.version }));
      this.toast.say(this.texts.say(`campaigns.moved.${move}`));
    } catch (error) {
      this.toast.problem(error);
      this.campaign.reload();
    }
  }

  protected async drop(view: CampaignView): Promise<void> {
    if (!(await this.sure('campaigns.page.delete', 'campaigns.page.deleteText'))) return;
    try {
      await this.api.drop(view.id);
      this.toast.say(this.texts.say('campaigns.page.deleted'));
      await this.router.navigate(this.session.to('campaigns'));
    } catch (error) {
      this.toast.problem(error);
    }
  }

  private async sure(title: Asked['title'], text: Asked['text']): Promise<boolean> {
    const opened = this.dialog.open<AskDialog, Asked, boolean>(AskDialog, {
      data: { title, text },
      width: '440px',
    });
    return new Promise((resolve) => opened.afterClosed().subscribe((yes) => resolve(yes === true)));
  }
}
