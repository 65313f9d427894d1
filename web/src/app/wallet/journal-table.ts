import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { JournalRow } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { Money } from '../ui/money';
import { groupJournal } from './journal-groups';
import { AppLineage } from '../ui/lineage';
import { FigureGrid } from '../ui/figure-grid';

/** The journal: every movement with its legs, which sum to zero line by line; a day's settlements of a boost are one. */
@Component({
  selector: 'app-journal-table',
  imports: [AppLineage, FigureGrid, MatButton, Money, RouterLink, T],
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
      <tbody appFigureGrid>
        @for (group of shown(); track group.id) {
          <tr>
            <td class="at">
              <time [attr.datetime]="group.at">{{ group.when }}</time>
            </td>
            <td class="kind">
              <b>{{ texts.say(group.word) }}</b>
              @if (group.boostId; as boostId) {
                <a [routerLink]="session.to('boosts', boostId)">{{ group.subject }}</a>
              } @else if (session.may('read:orders') && group.orderId) {
                <a [routerLink]="session.to('orders', group.orderId)">{{ group.subject }}</a>
              } @else {
                <span>{{ group.subject }}</span>
              }
              @if (group.by; as name) {
                <small>{{ 'wallet.journal.by' | t: { name } }}</small>
              }
              @if (group.settlements; as words) {
                <button
                  type="button"
                  class="pr-link settlements"
                  [attr.aria-expanded]="group.expanded"
                  (click)="toggle(group)"
                >
                  {{ words }}
                </button>
              }
            </td>
            <td class="legs">
              @for (leg of group.legs; track $index) {
                <span class="leg">
                  <span>{{ texts.say(leg.word) }}</span>
                  <app-money appLineage="ledgerMovement" [cents]="leg.cents" [signed]="true" />
                </span>
              }
            </td>
            <td class="pr-number cash">
              <app-money appLineage="ledgerMovement" [cents]="group.cash" [signed]="true" />
            </td>
            <td class="pr-number after"><app-money appLineage="balance" [cents]="group.cashAfterCents" /></td>
          </tr>
          @if (group.expanded) {
            @for (row of group.rows; track row.id) {
              <tr class="part">
                <td class="at">
                  <time [attr.datetime]="row.at">{{ format.dateTime(row.at) }}</time>
                </td>
                <td class="kind">{{ 'wallet.journal.settlement' | t }}</td>
                <td class="legs">
                  @for (leg of row.legs; track $index) {
                    <span class="leg">
                      <span>{{ texts.say(account(leg)) }}</span>
                      <app-money appLineage="ledgerMovement" [cents]="leg.cents" [signed]="true" />
                    </span>
                  }
                </td>
                <td class="pr-number cash"><app-money [cents]="null" /></td>
                <td class="pr-number after">
                  <app-money appLineage="balance" [cents]="row.cashAfterCents" />
                </td>
              </tr>
            }
          }
        }
      </tbody>
    </table>
    @if (hasMore()) {
      <button matButton="outlined" type="button" class="more" (click)="loadMore.emit()">
        {{ (loading() ? 'common.loadingMore' : 'common.loadMore') | t }}
      </button>
    }
  `,
  styleUrls: ['./movement-cells.scss', './journal-table.scss'],
})
export class JournalTable {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  readonly rows = input.required<readonly JournalRow[]>();
  readonly hasMore = input(false);
  readonly loading = input(false);
  readonly loadMore = output();

  /** Groups stand open by the lines in them: a settlement that joins one live does not close it. */
  private readonly expanded = signal<ReadonlySet<string>>(new Set());

  protected readonly shown = computed(() =>
    groupJournal(this.rows(), this.hasMore()).map(({ rows, legs, open }) => {
      const [newest] = rows;
      const oldest = rows.at(-1) ?? newest;
      const single = rows.length === 1;
      return {
        ...newest,
        id: oldest.id,
        rows,
        when: single ? this.format.dateTime(newest.at) : this.span(oldest.at, newest.at),
        word: `wallet.kind.${newest.kind}` as const,
        legs: legs.map((leg) => ({ ...leg, word: this.account(leg) })),
        cash: legs.find(({ account }) => account === 'cash')?.cents || null,
        settlements: single ? '' : this.settlements(rows.length, open),
        expanded: rows.some(({ id }) => this.expanded().has(id)),
      };
    }),
  );

  protected account(leg: JournalRow['legs'][number]) {
    return `wallet.account.${leg.account}` as const;
  }

  protected toggle({ rows, expanded }: { rows: readonly JournalRow[]; expanded: boolean }): void {
    this.expanded.update((before) => {
      const after = new Set(before);
      for (const { id } of rows) {
        if (expanded) after.delete(id);
        else after.add(id);
      }
      return after;
    });
  }

  private span(from: string, to: string): string {
    const start = this.format.dateTime(from);
    return start === this.format.dateTime(to) ? start : `${start}–${this.format.time(to)}`;
  }

  private settlements(n: number, open: boolean): string {
    return open
      ? this.texts.say('wallet.journal.settlementsOpen', { n: this.format.number(n) })
      : this.texts.count('wallet.journal.settlements', n, {}, this.format.number(n));
  }
}
