import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { CampaignItem, CampaignView, ChangeItems } from '@poolrise/contracts';
import { type BulkAction, shanghaiDays } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { Session } from '../../session/session';
import { Chip } from '../../ui/chip';
import { FigureGrid } from '../../ui/figure-grid';
import { AppSource } from '../../ui/figure-source';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { AppLineage } from '../../ui/lineage';
import { ListFrame } from '../../ui/list-frame';
import { campaignsRoot } from '../campaigns-api';
import { AddDialog, type AddAsk } from './add-dialog';
import { ChangeDialog, type ChangeAsk } from './change-dialog';

/** Boosts and orders of a campaign, and what can be done to many of them at once. */
@Component({
  selector: 'app-campaign-items',
  imports: [AppLineage, AppSource, Chip, FigureGrid, Icon, ListFrame, MatButton, RouterLink, T],
  templateUrl: './campaign-items.html',
  styleUrl: './campaign-items.scss',
})
export class CampaignItems {
  private readonly dialog = inject(MatDialog);
  protected readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);

  readonly campaign = input.required<CampaignView>();
  private readonly campaignId = computed(() => this.campaign().id);

  protected readonly items = paged<CampaignItem>(
    () => `${campaignsRoot}/${this.campaignId()}/items?limit=20`,
    'campaigns',
    'boosts',
    'orders',
  );
  protected readonly mayWrite = computed(() => this.session.may('write:campaigns'));
  protected readonly mayAdd = computed(() => this.mayWrite() && this.campaign().state !== 'ended');
  protected readonly source = computed(() => {
    const { startsAt, asOf } = this.campaign();
    const over = startsAt && startsAt < asOf ? shanghaiDays(startsAt, asOf) : ('all-time' as const);
    return { streams: ['journal', 'hosted-boosts'] as const, over, dataAt: asOf };
  });

  /** What is no longer in the list is no longer chosen. */
  protected readonly chosen = linkedSignal<CampaignItem[] | undefined, ReadonlySet<string>>({
    source: this.items.items,
    computation: (items, before) =>
      new Set((items ?? []).map(({ id }) => id).filter((id) => before?.value.has(id))),
  });
  protected readonly actions: BulkAction[] = ['untie', 'stop-boosts'];

  protected toggle({ id }: CampaignItem): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  protected clear(): void {
    this.chosen.set(new Set());
  }

  protected stateOf({ kind, state }: CampaignItem): string {
    const key = kind === 'boost' ? `common.boostState.${state}` : `orders.state.${state}`;
    return this.texts.knows(key) ? this.texts.say(key) : state;
  }

  protected kindOf({ kind }: CampaignItem): string {
    return this.texts.say(`campaigns.items.kind.${kind}`);
  }

  protected actionWord(action: BulkAction): string {
    return this.texts.say(`campaigns.items.action.${action}`);
  }

  protected way({ kind, id }: CampaignItem): string[] {
    return this.session.to(kind === 'boost' ? 'boosts' : 'orders', id);
  }

  protected add(): void {
    const data: AddAsk = { campaignId: this.campaignId() };
    this.dialog
      .open<AddDialog, AddAsk, CampaignItem[]>(AddDialog, { data, width: '560px' })
      .afterClosed()
      .subscribe((items) => items?.length && this.change('tie', items));
  }

  protected changeChosen(action: BulkAction): void {
    this.change(action, this.items.items()?.filter(({ id }) => this.chosen().has(id)) ?? []);
  }

  private change(action: BulkAction, items: CampaignItem[]): void {
    const ids = (kind: CampaignItem['kind']) => items.filter((one) => one.kind === kind).map(({ id }) => id);
    const ask: ChangeItems = { action, boostIds: ids('boost'), orderIds: ids('order') };
    const data: ChangeAsk = { campaignId: this.campaignId(), ask };
    this.dialog
      .open<ChangeDialog, ChangeAsk, boolean>(ChangeDialog, { data, width: '520px' })
      .afterClosed()
      .subscribe((done) => {
        if (!done) return;
        this.clear();
        this.items.reload();
      });
  }
}
