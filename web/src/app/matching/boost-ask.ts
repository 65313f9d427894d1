import { Component, computed, inject, input, output } from '@angular/core';
import type { PortfolioWishes } from '@poolrise/contracts';
import { boostTerms } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Format } from '../ui/format';
import { boostCentsMax } from './plan-draft';

/** Where a plan with boosts begins: room for some, and most of the money still for creators. */
const shareUsual = 0.3;

/** Whether boosts of the creators' notes may be paid out of the same budget, and up to which part of it. */
@Component({
  selector: 'app-boost-ask',
  imports: [T],
  template: `
    <fieldset>
      <legend>{{ 'matching.plan.boosts.legend' | t }}</legend>
      <button
        type="button"
        class="pr-filter"
        [attr.aria-pressed]="wishes().boosts === null"
        (click)="alter.emit({ boosts: null })"
      >
        {{ 'matching.plan.boosts.none' | t }}
      </button>
      <button
        type="button"
        class="pr-filter"
        [attr.aria-pressed]="wishes().boosts !== null"
        (click)="allow()"
      >
        {{ 'matching.plan.boosts.beside' | t }}
      </button>
    </fieldset>
    @if (wishes().boosts) {
      <label>
        {{ 'matching.plan.boosts.shareMax' | t }}
        <input
          class="pr-field"
          type="number"
          min="1"
          max="100"
          name="boostShare"
          aria-describedby="boost-share-hint"
          [attr.aria-invalid]="tooLittle() || null"
          [value]="percent()"
          (change)="set($any($event.target).value)"
        />
      </label>
      <p id="boost-share-hint" [class.off]="tooLittle()">
        @if (tooLittle()) {
          {{ 'matching.plan.boosts.tooLittle' | t: { most: most(), least: least() } }}
        } @else {
          {{ 'matching.plan.boosts.hint' | t: { most: most() } }}
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-bottom: 6px;
      padding: 0;
      font-size: 13px;
    }
    label {
      display: flex;
      gap: 8px;
      align-items: center;
      justify-content: space-between;
      font-size: 13px;
    }
    .pr-field {
      flex: none;
      width: 78px;
    }
    p {
      color: var(--pr-muted);
      font-size: 12px;
    }
    p.off {
      color: var(--pr-stopped);
    }
  `,
})
export class BoostAsk {
  private readonly format = inject(Format);
  readonly wishes = input.required<PortfolioWishes>();
  readonly alter = output<Partial<PortfolioWishes>>();

  protected readonly percent = computed(() => Math.round((this.wishes().boosts?.shareMax ?? 0) * 100));
  protected readonly most = computed(() => this.format.roundMoney(boostCentsMax(this.wishes())));
  protected readonly least = computed(() => this.format.roundMoney(boostTerms.minBudgetCents));
  protected readonly tooLittle = computed(() => boostCentsMax(this.wishes()) < boostTerms.minBudgetCents);

  /** Boosts bring readers, so followers cannot be what is counted. */
  protected allow(): void {
    this.alter.emit({ boosts: this.wishes().boosts ?? { shareMax: shareUsual }, counting: 'readers' });
  }

  protected set(text: string): void {
    const percent = Math.min(100, Math.max(1, Math.round(Number(text) || 1)));
    this.alter.emit({ boosts: { shareMax: percent / 100 } });
  }
}
