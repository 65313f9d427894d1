import { Component, computed, inject, input } from '@angular/core';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';

export interface MixShare {
  key: string;
  name: string;
  creators: number;
  priceCents: number;
}

/** One hue in falling strength: the parts are in the order of their size, which is what the eye compares. */
const strengths = [100, 72, 52, 38, 28, 20];

/** Money cut into its parts: a bar for the eye, a list with creators, money and share for everybody. */
@Component({
  selector: 'app-mix-bar',
  template: `
    <h3>{{ heading() }}</h3>
    <div class="bar" aria-hidden="true">
      @for (part of shares(); track part.key) {
        <i [style.flex-grow]="part.priceCents" [style.background]="colour($index)"></i>
      }
    </div>
    <ul>
      @for (part of shares(); track part.key) {
        <li>
          <i [style.background]="colour($index)"></i>
          <span>{{ part.name }}</span>
          <small>{{ texts.count('proposals.figures.creators', part.creators) }}</small>
          <b>{{ format.roundMoney(part.priceCents) }}</b>
          <small class="share">{{ format.percent(total() > 0 ? part.priceCents / total() : null, 0) }}</small>
        </li>
      }
    </ul>
  `,
  styles: `
    h3 {
      margin-bottom: 8px;
      color: var(--pr-muted);
      font-size: 12.5px;
      font-weight: 500;
    }
    .bar {
      display: flex;
      gap: 2px;
      height: 10px;
      overflow: hidden;
      border-radius: 5px;
      background: var(--pr-basin);
      print-color-adjust: exact;
    }
    .bar i {
      flex-basis: 0;
      min-width: 2px;
    }
    ul {
      display: grid;
      gap: 4px;
      margin: 10px 0 0;
      padding: 0;
      font-size: 12.5px;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 10px minmax(0, 1fr) auto auto 40px;
      gap: 10px;
      align-items: center;
    }
    li i {
      width: 10px;
      height: 10px;
      border-radius: 3px;
      print-color-adjust: exact;
    }
    b {
      font-weight: 550;
      font-variant-numeric: tabular-nums;
    }
    small {
      color: var(--pr-muted);
    }
    .share {
      font-variant-numeric: tabular-nums;
      text-align: end;
    }
  `,
})
export class MixBar {
  protected readonly format = inject(Format);
  protected readonly texts = inject(Texts);
  readonly heading = input.required<string>();
  readonly shares = input.required<readonly MixShare[]>();
  protected readonly total = computed(() =>
    this.shares().reduce((sum, { priceCents }) => sum + priceCents, 0),
  );

  protected colour(at: number): string {
    const strength = strengths[Math.min(at, strengths.length - 1)];
    return `color-mix(in oklab, var(--pr-organic) ${strength}%, var(--pr-basin))`;
  }
}
