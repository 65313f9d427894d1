import { Component, inject, input } from '@angular/core';
import type { ObservedNoteView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Format, unknown } from '../../ui/format';
import { Scrolls } from '../../ui/scrolls';
import { ObservedWords } from '../observed-words';
import { AppLineage } from '../../ui/lineage';
import { FigureGrid } from '../../ui/figure-grid';

type Order = ObservedNoteView['orders'][number];

/** The orders and the advertising of a note, as files have them. */
@Component({
  selector: 'app-paid-card',
  imports: [AppLineage, FigureGrid, Scrolls, T],
  host: { class: 'pr-card' },
  template: `
    @if (note().orders.length > 0) {
      <h2>{{ 'observed.orders.heading' | t }}</h2>
      <div [appScrolls]="'observed.orders.heading' | t">
        <table class="pr-table">
          <thead>
            <tr>
              <th scope="col">{{ 'observed.orders.order' | t }}</th>
              <th scope="col">{{ 'observed.orders.account' | t }}</th>
              <th scope="col">{{ 'observed.orders.made' | t }}</th>
              <th scope="col" class="pr-number">{{ 'observed.cost.part.quote' | t }}</th>
              <th scope="col" class="pr-number">{{ 'observed.cost.part.fee' | t }}</th>
            </tr>
          </thead>
          <tbody appFigureGrid>
            @for (order of note().orders; track $index) {
              <tr>
                <th scope="row">
                  {{ text(order, 'cooperationName') }} <small>{{ text(order, 'orderId') }}</small>
                </th>
                <td>{{ text(order, 'orderingAccount') }}</td>
                <td class="quiet">{{ day(order) }}</td>
                <td class="pr-number">
                  <span appLineage="quoteSum">{{ money(order, 'quote') }}</span>
                </td>
                <td class="pr-number">
                  <span appLineage="serviceFeeSum">{{ money(order, 'serviceFee') }}</span>
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
    @if (note().ads.length > 0) {
      <h2 class="ads">
        {{ 'observed.ads.heading' | t }} <small>{{ 'observed.ads.hint' | t }}</small>
      </h2>
      <div class="days" [appScrolls]="'observed.ads.heading' | t">
        <table class="pr-table">
          <thead>
            <tr>
              <th scope="col">{{ 'observed.day' | t }}</th>
              <th scope="col" class="pr-number">{{ 'observed.ads.spent' | t }}</th>
              <th scope="col" class="pr-number">{{ 'observed.ads.impressions' | t }}</th>
              <th scope="col" class="pr-number">{{ 'observed.ads.clicks' | t }}</th>
              <th scope="col" class="pr-number">{{ 'observed.ads.rows' | t }}</th>
            </tr>
          </thead>
          <tbody appFigureGrid>
            @for (ad of note().ads; track ad.day) {
              <tr>
                <th scope="row">{{ words.day(ad.day) }}</th>
                <td class="pr-number">
                  <span appLineage="adSpend">{{ format.money(ad.feeCents) }}</span>
                </td>
                <td class="pr-number">
                  <span appLineage="adImpressions">{{ format.number(ad.impressions) }}</span>
                </td>
                <td class="pr-number">
                  <span appLineage="adClicks">{{ format.number(ad.clicks) }}</span>
                </td>
                <td class="pr-number quiet">
                  <span appLineage="adRowsKept">{{ format.number(ad.rows) }}</span>
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
  styles: `
    th[scope='row'] {
      color: var(--pr-ink);
    }
    th small {
      display: block;
      color: var(--pr-muted);
      font-size: 11.5px;
    }
    .quiet {
      color: var(--pr-muted);
      white-space: nowrap;
    }
    .days {
      max-height: 300px;
      overflow-y: auto;
    }
    div + .ads {
      margin-top: 16px;
    }
  `,
})
export class PaidCard {
  protected readonly format = inject(Format);
  protected readonly words = inject(ObservedWords);
  readonly note = input.required<ObservedNoteView>();

  protected text({ values }: Order, field: string): string {
    const value = values[field];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : unknown;
  }

  protected day({ values }: Order): string {
    const made = values['orderCreatedAt'] as { day?: string } | undefined;
    return this.words.day(made?.day ?? null);
  }

  protected money({ values }: Order, field: string): string {
    const value = values[field];
    if (typeof value === 'string') return value;
    const rounded = value as { value?: number } | undefined;
    return this.format.money(typeof value === 'number' ? value : (rounded?.value ?? null));
  }
}
