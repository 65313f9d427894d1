import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrderRow } from '@poolrise/contracts';
import { hasEnded } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Chip } from '../../ui/chip';
import { Format } from '../../ui/format';
import { RowKeys } from '../../ui/row-keys';
import { deadlineOf, OrderWords, priceFor, stateTone } from '../order-words';

/** Orders one below the other: with whom, how far, whose turn until when, and the price as this side has it. */
@Component({
  selector: 'app-order-rows',
  imports: [Chip, RouterLink, RowKeys, T],
  template: `
    <ul appRowKeys [attr.aria-label]="label()">
      @for (row of rows(); track row.id) {
        @let due = dueOf(row);
        <li>
          <a class="row" data-row [routerLink]="session.to(path(), row.id)">
            <span class="what">
              <b>{{ row.name }}</b>
              <small>{{ words.otherSide(row) }} · {{ about(row) }}</small>
            </span>
            <span class="state">
              <app-chip [tone]="stateTone(row)">{{ words.state(row.state) }}</app-chip>
              @if (row.rejections > 0) {
                <small>{{ texts.count('orders.rejectedTimes', row.rejections) }}</small>
              }
            </span>
            <span class="far">
              <b [class.mine]="row.waitsFor === row.side">{{ words.turn(row) }}</b>
              @if (due) {
                <small [class.over]="due.over">{{ due.words }}</small>
              }
            </span>
            <span class="price">
              <b>{{ format.money(priceFor(row.side, row.price)) }}</b>
              <small>{{ (row.side === 'creator' ? 'orders.net' : 'orders.total') | t }}</small>
            </span>
          </a>
        </li>
      }
    </ul>
  `,
  styleUrl: '../../ui/rows.scss',
  styles: `
    .row {
      --row-columns: minmax(0, 1fr) 150px 210px 130px;
    }
    .state {
      text-align: end;
    }
    .over {
      color: var(--pr-stopped);
      font-weight: 600;
    }
    @media (min-width: 900px) {
      .state {
        text-align: start;
      }
    }
  `,
})
export class OrderRows {
  protected readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly words = inject(OrderWords);
  protected readonly priceFor = priceFor;
  protected readonly stateTone = stateTone;

  readonly rows = input.required<readonly OrderRow[]>();
  readonly label = input.required<string>();
  /** where a row leads */
  readonly path = input('orders');

  protected about({ mode, noteType }: OrderRow): string {
    return this.texts.say('orders.about', {
      mode: this.texts.say(`orders.mode.${mode}`),
      type: this.texts.say(`orders.noteType.${noteType}`),
    });
  }

  protected dueOf(row: OrderRow): { over: boolean; words: string } | null {
    if (hasEnded(row)) return { over: false, words: this.format.dateTime(row.changedAt) };
    const due = deadlineOf(row, new Date());
    if (!due)
      return row.side === 'platform'
        ? { over: false, words: this.texts.say('orders.desk.since', { ago: this.format.ago(row.changedAt) }) }
        : null;
    const at = this.format.dateTime(due.at);
    if (due.over) return { over: true, words: this.texts.say('orders.due.over', { at }) };
    return {
      over: false,
      words: `${this.texts.say('orders.due.left', { ago: this.format.ago(due.at) })} · ${at}`,
    };
  }
}
