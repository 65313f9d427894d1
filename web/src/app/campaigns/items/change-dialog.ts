import { Component, computed, inject, resource } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { ChangeItems, ItemChanges } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { sending } from '../../problems/sending';
import { FailedState } from '../../ui/failed-state';
import { FormDialog } from '../../ui/form-dialog';
import { Skeleton } from '../../ui/skeleton';
import { Toast } from '../../ui/toast';
import { CampaignsApi } from '../campaigns-api';

export interface ChangeAsk {
  campaignId: string;
  ask: ChangeItems;
}

/** Shows what a change of many would do, and why it leaves some alone; then does it. Closes with true once it is done. */
@Component({
  selector: 'app-change-dialog',
  imports: [FailedState, FormDialog, Skeleton, T],
  template: `
    <form
      appFormDialog
      [heading]="title()"
      [go]="title()"
      [sending]="sending"
      [grave]="ask.ask.action === 'stop-boosts'"
      (submitted)="change()"
    >
      @if (preview.hasValue()) {
        <p class="sum" role="status">{{ sum() }}</p>
        <ul>
          @for (item of changed(); track item.id) {
            <li>{{ item.name }}</li>
          }
        </ul>
        @if (kept().length) {
          <p>{{ texts.count('campaigns.items.stay', kept().length) }}</p>
          <ul class="kept">
            @for (item of kept(); track item.id) {
              <li>
                {{ item.name }} <small>{{ verdict(item) }}</small>
              </li>
            }
          </ul>
        }
      } @else if (preview.error(); as error) {
        <app-failed-state [error]="error" (retry)="preview.reload()" />
      } @else {
        <div aria-busy="true">
          <span class="pr-only-screen-reader" role="status">{{ 'common.loading' | t }}</span>
          <app-skeleton height="80px" />
        </div>
      }
    </form>
  `,
  styleUrl: '../../ui/form-dialog.scss',
  styles: `
    .sum {
      color: var(--pr-ink);
      font-size: 15px;
      font-weight: 600;
    }
    ul {
      max-height: 220px;
      margin: 8px 0 14px;
      padding-inline-start: 18px;
      overflow: auto;
      color: var(--pr-ink);
    }
    .kept,
    small {
      color: var(--pr-muted);
    }
    small::before {
      content: '· ';
    }
  `,
})
export class ChangeDialog {
  private readonly api = inject(CampaignsApi);
  private readonly toast = inject(Toast);
  private readonly dialog = inject<MatDialogRef<ChangeDialog, boolean>>(MatDialogRef);
  protected readonly texts = inject(Texts);
  protected readonly ask = inject<ChangeAsk>(MAT_DIALOG_DATA);
  protected readonly sending = sending();

  protected readonly preview = resource({
    loader: () => this.api.preview(this.ask.campaignId, this.ask.ask),
  });
  private readonly items = computed(() => (this.preview.hasValue() ? this.preview.value().items : []));
  protected readonly changed = computed(() => this.items().filter(({ verdict }) => verdict === 'change'));
  protected readonly kept = computed(() => this.items().filter(({ verdict }) => verdict !== 'change'));
  protected readonly title = computed(() => this.texts.say(`campaigns.items.action.${this.ask.ask.action}`));
  protected readonly sum = computed(() => {
    const n = this.changed().length;
    return n
      ? this.texts.count(`campaigns.items.preview.${this.ask.ask.action}`, n)
      : this.texts.say('campaigns.items.nothing');
  });

  protected verdict({ verdict }: ItemChanges['items'][number]): string {
    const key = `campaigns.items.verdict.${verdict}`;
    return this.texts.knows(key) ? this.texts.say(key) : verdict;
  }

  protected async change(): Promise<void> {
    if (!this.changed().length) return this.dialog.close(false);
    let done = 0;
    const sent = await this.sending.send(async () => {
      done = (await this.api.changeItems(this.ask.campaignId, this.ask.ask)).changes;
    });
    if (!sent) return;
    this.toast.say(this.texts.count('campaigns.items.done', done));
    this.dialog.close(true);
  }
}
