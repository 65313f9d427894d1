import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { JournalRow } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { Money } from '../ui/money';

/** The journal: every movement with its legs, which sum to zero line by line. */
@Component({
  selector: 'app-journal-table',
  imports: [MatButton, Money, RouterLink, T],
  template: `
    <table class="pr-table">
      <thead>
        <tr>
          <th scope="col">{{ 'wallet.journal.at' | t }}</th>
          <th scope="col">{{ 'wallet.journal.kind' | t }}</th>
          <th scope="col">{{ 'wallet.journal.legs' | t }}</th>
          <th scope="col" class="pr-number">{{ 'wallet.journal.cash' | t }}</th>
          <th scope="col" class="pr-number">{{ 'wallet.journal.cashAfter' | t }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of shown(); track row.id) {
          <tr>
            <td class="at">
              <time [attr.datetime]="row.at">{{ format.dateTime(row.at) }}</time>
            </td>
            <td class="kind">
              <b>{{ texts.say(row.word) }}</b>
              @if (row.boostId; as boostId) {
                <a [routerLink]="session.to('boosts', boostId)">{{ row.subject }}</a>
              } @else {
                <span>{{ row.subject }}</span>
              }
              @if (row.by; as name) {
                <small>{{ 'wallet.journal.by' | t: { name } }}</small>
              }
            </td>
            <td class="legs">
              @for (leg of row.legs; track $index) {
                <span class="leg">
                  <span>{{ texts.say(leg.word) }}</span>
                  <app-money [cents]="leg.cents" [signed]="true" />
                </span>
              }
            </td>
            <td class="pr-number cash"><app-money [cents]="row.cash" [signed]="true" /></td>
            <td class="pr-number after"><app-money [cents]="row.cashAfterCents" /></td>
          </tr>
        }
      </tbody>
    </table>
    @if (hasMore()) {
      <button matButton="outlined" type="button" class="more" (click)="loadMore.emit()">
        {{ (loading() ? 'common.loadingMore' : 'common.loadMore') | t }}
      </button>
    }
  `,
  styleUrl: './journal-table.scss',
})
export class JournalTable {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  readonly rows = input.required<readonly JournalRow[]>();
  readonly hasMore = input(false);
  readonly loading = input(false);
  readonly loadMore = output();

  protected readonly shown = computed(() =>
    this.rows().map((row) => ({
      ...row,
      word: `wallet.kind.${row.kind}` as const,
      legs: row.legs.map((leg) => ({ ...leg, word: `wallet.account.${leg.account}` as const })),
      cash:
        row.legs.filter(({ account }) => account === 'cash').reduce((sum, { cents }) => sum + cents, 0) ||
        null,
    })),
  );
}
