import { Component, computed, inject, input } from '@angular/core';
import type { OrderView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Format } from '../../ui/format';
import { moneyOf } from '../order-of';
import { OrderWords } from '../order-words';
import { BargainWords } from '../terms/bargain-words';
import { MoneyRows, type MoneyRow } from './money-rows';

/** What it costs and leaves, what is held for it, what calling it off would do, and how the price came about. */
@Component({
  selector: 'app-price-card',
  imports: [MoneyRows, T],
  template: `
    <section class="pr-card">
      <h2>{{ 'orders.price.title' | t }}</h2>
      <app-money-rows class="rows" [rows]="price()" />

      @if (view().heldCents > 0) {
        <div class="part">
          <app-money-rows [rows]="held()" />
          <p class="hint">{{ 'orders.price.heldText' | t }}</p>
        </div>
      }
      @if (cancelled(); as rows) {
        <div class="part">
          <h3>{{ 'orders.price.ifCancelled' | t }}</h3>
          <app-money-rows [rows]="rows" />
        </div>
      }
      @if (paid(); as rows) {
        <div class="part">
          <h3>{{ 'orders.price.paid' | t }}</h3>
          <app-money-rows [rows]="rows" />
        </div>
      }
      @if (offers().length > 1 || view().state === 'invited' || view().state === 'applied') {
        <div class="part">
          <h3>{{ 'orders.price.history' | t }}</h3>
          <ol>
            @for (offer of offers(); track offer.at) {
              <li>
                <span>
                  {{
                    (offer.first ? 'orders.price.offered' : 'orders.price.countered') | t: { who: offer.who }
                  }}
                  <small>{{ offer.when }} · {{ 'orders.price.protection' | t: { n: offer.days } }}</small>
                  @for (change of offer.changes; track change) {
                    <small class="change">{{ change }}</small>
                  }
                </span>
                <b [class.old]="!$last">{{ offer.money }}</b>
              </li>
            }
          </ol>
        </div>
      }
    </section>
  `,
  styles: `
    .rows {
      display: block;
      margin-top: 10px;
    }
    .part {
      margin-top: 14px;
      padding-top: 12px;
      border-top: 1px solid var(--pr-line);
    }
    h3 {
      margin-bottom: 6px;
      font-size: 13px;
      font-weight: 600;
    }
    .hint,
    small {
      color: var(--pr-muted);
      font-size: 12px;
    }
    small {
      display: block;
    }
    ol {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 12px;
      justify-content: space-between;
    }
    .change {
      color: var(--pr-ink);
    }
    b {
      font-variant-numeric: tabular-nums;
      font-weight: 650;
    }
    .old {
      color: var(--pr-muted);
      font-weight: 400;
      text-decoration: line-through;
    }
  `,
})
export class PriceCard {
  private readonly format = inject(Format);
  private readonly words = inject(OrderWords);
  private readonly bargain = inject(BargainWords);
  readonly view = input.required<OrderView>();

  protected readonly price = computed((): MoneyRow[] => {
    const { price, side } = this.view();
    const rows: MoneyRow[] = [{ label: 'orders.price.quote', cents: price.quoteCents }];
    if (side !== 'creator') {
      rows.push({ label: 'orders.price.brandFee', cents: price.brandFeeCents });
      if (price.effectFeeCents > 0)
        rows.push({ label: 'orders.price.effectFee', cents: price.effectFeeCents });
      rows.push({ label: 'orders.price.total', cents: price.totalCents, strong: true });
    }
    if (side !== 'brand') rows.push({ label: 'orders.price.creatorFee', cents: -price.creatorFeeCents });
    const net = side === 'creator' ? 'orders.price.yourNet' : 'orders.price.net';
    rows.push({ label: net, cents: price.netCents, strong: side === 'creator' });
    return rows;
  });
  protected readonly held = computed((): MoneyRow[] => [
    { label: 'orders.price.held', cents: this.view().heldCents, strong: true },
  ]);
  /** Both sides may call off while it is worked on; each does so at its own cost. */
  protected readonly cancelled = computed((): MoneyRow[] | null => {
    const view = this.view();
    if (view.side === 'platform') return null;
    const moved = moneyOf(view, { kind: 'cancel' }, { by: view.side, now: new Date() });
    return (
      moved && [
        { label: 'orders.price.back', cents: moved.brandCents },
        { label: 'orders.price.toCreator', cents: moved.creatorCents },
      ]
    );
  });
  protected readonly paid = computed((): MoneyRow[] | null => {
    const { payment, side } = this.view();
    if (!payment) return null;
    const rows: MoneyRow[] = [{ label: 'orders.price.quote', cents: payment.earnedCents }];
    if (side !== 'creator') {
      rows.push({ label: 'orders.price.brandFee', cents: payment.brandFeeCents });
      if (payment.effectFeeCents > 0)
        rows.push({ label: 'orders.price.effectFee', cents: payment.effectFeeCents });
      rows.push({ label: 'orders.price.back', cents: payment.refundCents });
    }
    rows.push({
      label: side === 'creator' ? 'orders.price.yourNet' : 'orders.price.net',
      cents: payment.netCents,
    });
    return rows;
  });
  protected readonly offers = computed(() =>
    this.view()
      .history.filter(({ kind }) => kind === 'invite' || kind === 'apply' || kind === 'counter')
      .map((step, index, offers) => ({
        at: step.at,
        first: step.kind !== 'counter',
        who: this.words.apart(this.words.who(step.actor, this.view())),
        money: this.format.roundMoney(step.quoteCents),
        days: step.protectionDays ?? this.view().offer.protectionDays,
        when: this.format.dateTime(step.at),
        changes: this.bargain.changes(offers[index - 1], step),
      })),
  );
}
