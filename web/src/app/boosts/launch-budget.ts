import { Component, computed, inject } from '@angular/core';
import { MatFormField, MatHint, MatInput, MatLabel, MatPrefix } from '@angular/material/input';
import { MatSlider, MatSliderThumb } from '@angular/material/slider';
import type { BoostOffer } from '@poolrise/contracts';
import { impressionsFor } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { centsOf } from '../ui/cents-of';
import { Format } from '../ui/format';
import { LaunchDraft } from './launch-draft';
import { LaunchRefusal } from './launch-refusal';

/** Steps of the slider in yuan: even steps of feeling, not of money, from the least to the most an order may cost. */
const steps = [75, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 4000, 5000, 7500];
const presets = [75, 150, 300, 750, 1500];

/** How much: presets, a slider and an exact field, and what the amount buys for certain. */
@Component({
  selector: 'app-launch-budget',
  imports: [
    LaunchRefusal,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatPrefix,
    MatSlider,
    MatSliderThumb,
    T,
  ],
  template: `
    <fieldset>
      <legend>{{ 'boosts.launch.budget' | t }}</legend>
      <div class="presets">
        @for (yuan of offered().presets; track yuan) {
          <button
            type="button"
            class="pr-filter"
            [attr.aria-pressed]="draft.budgetCents() === yuan * 100"
            (click)="draft.budgetCents.set(yuan * 100)"
          >
            {{ format.roundMoney(yuan * 100) }}
          </button>
        }
      </div>
      <div class="exact">
        <mat-slider min="0" [max]="offered().steps.length - 1" step="1" [displayWith]="stepText">
          <input
            matSliderThumb
            [attr.aria-label]="'boosts.launch.budgetSlider' | t"
            [value]="step()"
            (valueChange)="slide($event)"
          />
        </mat-slider>
        <mat-form-field>
          <mat-label>{{ 'boosts.launch.budgetField' | t }}</mat-label>
          <span matTextPrefix>¥&nbsp;</span>
          <input
            matInput
            inputmode="decimal"
            autocomplete="off"
            [value]="yuanText()"
            [attr.aria-invalid]="draft.field() === 'budget' || draft.budgetCents() === null"
            (input)="type($event)"
          />
          <mat-hint>
            {{
              'boosts.launch.budgetRange'
                | t
                  : {
                      min: format.roundMoney(offer().minimumBudgetCents),
                      max: format.roundMoney(offer().maximumBudgetCents),
                    }
            }}
          </mat-hint>
        </mat-form-field>
      </div>
      @if (draft.budgetCents() === null) {
        <p class="fault" role="alert">{{ 'boosts.launch.budgetMissing' | t }}</p>
      } @else {
        <p class="buys">
          {{
            'boosts.launch.buys'
              | t: { n: format.number(bought()), price: format.roundMoney(offer().centsPerThousand) }
          }}
        </p>
      }
      <app-launch-refusal field="budget" />
    </fieldset>
  `,
  styles: `
    .presets {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .exact {
      display: grid;
      grid-template-columns: 1fr 170px;
      gap: 20px;
      align-items: start;
      margin-top: 12px;
    }
    mat-slider {
      width: 100%;
      min-width: 0;
      margin: 0;
      --mat-slider-inactive-track-color: var(--pr-line-strong);
    }
    .buys {
      color: var(--pr-muted);
      font-size: 12px;
    }
    .fault {
      color: var(--pr-stopped);
      font-size: 12px;
    }
    @media (max-width: 719px) {
      .exact {
        grid-template-columns: 1fr;
        gap: 8px;
      }
    }
  `,
})
export class LaunchBudget {
  protected readonly draft = inject(LaunchDraft);
  protected readonly format = inject(Format);

  protected readonly offer = computed((): BoostOffer => this.draft.offer.value() as BoostOffer);
  protected readonly offered = computed(() => {
    const { minimumBudgetCents, maximumBudgetCents } = this.offer();
    const fits = (yuan: number) => yuan * 100 >= minimumBudgetCents && yuan * 100 <= maximumBudgetCents;
    return { steps: steps.filter(fits), presets: presets.filter(fits) };
  });
  protected readonly bought = computed(() =>
    impressionsFor(this.draft.budgetCents() ?? 0, this.offer().centsPerThousand),
  );
  /** The step nearest to the amount, by ratio. */
  protected readonly step = computed(() => {
    const yuan = Math.max(1, (this.draft.budgetCents() ?? 0) / 100);
    const away = this.offered().steps.map((step) => Math.abs(Math.log(step / yuan)));
    return away.indexOf(Math.min(...away));
  });
  protected readonly stepText = (step: number) =>
    this.format.roundMoney((this.offered().steps[step] ?? 0) * 100);

  /** What the field shows: what was typed while it means the same amount, so that "300." is not taken from the hand. */
  private typed = '';
  protected readonly yuanText = computed(() => {
    const cents = this.draft.budgetCents();
    return cents === null || centsOf(this.typed) === cents ? this.typed : String(cents / 100);
  });

  protected slide(step: number): void {
    const yuan = this.offered().steps[step];
    // The slider also reports the step nearest to a typed amount; that must not overwrite the amount.
    if (yuan !== undefined && step !== this.step()) this.draft.budgetCents.set(yuan * 100);
  }

  protected type(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value;
    this.draft.budgetCents.set(centsOf(this.typed));
  }
}
