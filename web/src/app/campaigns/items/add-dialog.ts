import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { CampaignItem } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { Format } from '../../ui/format';
import { ListFrame } from '../../ui/list-frame';
import { SearchField } from '../../ui/search-field';
import { campaignsRoot } from '../campaigns-api';

export interface AddAsk {
  campaignId: string;
}

/** As many as one change takes of each kind. */
const chosenMost = 100;

/** Chooses boosts and orders that belong to no campaign. Closes with what was chosen, or with nothing. */
@Component({
  selector: 'app-add-dialog',
  imports: [
    ListFrame,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    SearchField,
    T,
  ],
  template: `
    <h2 mat-dialog-title>{{ 'campaigns.items.addTitle' | t }}</h2>
    <mat-dialog-content>
      <p>{{ 'campaigns.items.addText' | t }}</p>
      <app-search-field [label]="'campaigns.items.addSearch' | t" [asked]="q()" (ask)="q.set($event ?? '')" />
      <app-list-frame [list]="free">
        @if (free.items(); as items) {
          @if (items.length) {
            <ul>
              @for (item of items; track item.id) {
                <li>
                  <label>
                    <input
                      type="checkbox"
                      [checked]="has(item)"
                      [disabled]="!has(item) && chosen().length >= most"
                      (change)="toggle(item)"
                    />
                    <span>
                      <b>{{ item.name }}</b>
                      <small>{{ about(item) }}</small>
                    </span>
                  </label>
                </li>
              }
            </ul>
          } @else {
            <p class="none">{{ 'campaigns.items.addNone' | t }}</p>
          }
        }
      </app-list-frame>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose>{{ 'common.cancel' | t }}</button>
      <button
        matButton="filled"
        type="button"
        disabledInteractive
        [disabled]="!chosen().length"
        (click)="dialog.close(chosen())"
      >
        {{ 'campaigns.items.next' | t }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    p {
      margin-bottom: 10px;
      color: var(--pr-muted);
    }
    ul {
      margin: 10px 0 0;
      padding: 0;
      list-style: none;
    }
    li + li {
      border-top: 1px solid var(--pr-line);
    }
    label {
      display: flex;
      gap: 12px;
      align-items: center;
      min-height: 54px;
      cursor: pointer;
    }
    input {
      flex: none;
      width: 18px;
      height: 18px;
      accent-color: var(--pr-action);
    }
    b {
      display: block;
      color: var(--pr-ink);
      font-weight: 550;
    }
    small {
      color: var(--pr-muted);
    }
    .none {
      margin-top: 16px;
    }
  `,
})
export class AddDialog {
  private readonly ask = inject<AddAsk>(MAT_DIALOG_DATA);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly dialog = inject<MatDialogRef<AddDialog, CampaignItem[]>>(MatDialogRef);
  protected readonly most = chosenMost;

  protected readonly q = signal('');
  protected readonly chosen = signal<CampaignItem[]>([]);
  protected readonly free = paged<CampaignItem>(() => {
    const query = new URLSearchParams({ show: 'free', limit: '20' });
    const words = this.q().trim().slice(0, 100);
    if (words) query.set('q', words);
    return `${campaignsRoot}/${this.ask.campaignId}/items?${query}`;
  });

  protected has({ id }: CampaignItem): boolean {
    return this.chosen().some((one) => one.id === id);
  }

  protected toggle(item: CampaignItem): void {
    this.chosen.update((chosen) =>
      this.has(item) ? chosen.filter(({ id }) => id !== item.id) : [...chosen, item],
    );
  }

  protected about({ kind, creatorName, budgetCents, at }: CampaignItem): string {
    const word = this.texts.say(`campaigns.items.kind.${kind}`);
    return [word, creatorName, this.format.roundMoney(budgetCents), this.format.day(at)].join(' · ');
  }
}
