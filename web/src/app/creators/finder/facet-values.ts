import { Component, computed, inject, input, output } from '@angular/core';
import { Format } from '../../ui/format';

export interface FacetChoice {
  value: string;
  label: string;
  /** how many there would be with it; null where that is not counted */
  count: number | null;
}

/** The values of one filter, each with how many it would give. */
@Component({
  selector: 'app-facet-values',
  template: `
    <div class="list" role="group" [attr.aria-label]="label()" [class.long]="choices().length > 8">
      @for (choice of choices(); track choice.value) {
        <label [class.none]="choice.count === 0 && !has(choice.value)">
          <input type="checkbox" [checked]="has(choice.value)" (change)="toggle(choice.value)" />
          <span class="word">{{ choice.label }}</span>
          @if (choice.count !== null) {
            <span class="count">{{ format.number(choice.count) }}</span>
          }
        </label>
      }
    </div>
  `,
  styles: `
    .long {
      /* Half a line looks over the edge: there is more below. */
      max-height: 238px;
      margin-inline-end: -8px;
      padding-inline-end: 8px;
      overflow-y: auto;
      scrollbar-width: thin;
    }
    label {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 28px;
      font-size: 13px;
      cursor: pointer;
    }
    label:hover .word {
      color: var(--pr-action);
    }
    input {
      flex: none;
      width: 16px;
      height: 16px;
      margin: 0;
      accent-color: var(--pr-action);
      cursor: inherit;
    }
    .word {
      flex: 1;
      min-width: 0;
    }
    .count {
      color: var(--pr-muted);
      font-size: 12px;
      font-variant-numeric: tabular-nums;
    }
    .none .word {
      color: var(--pr-muted);
    }
    @media (max-width: 1023px) {
      label {
        min-height: 40px;
        font-size: 15px;
      }
      input {
        width: 20px;
        height: 20px;
      }
      .long {
        max-height: 300px;
      }
    }
  `,
})
export class FacetValues {
  protected readonly format = inject(Format);
  readonly label = input.required<string>();
  readonly choices = input.required<FacetChoice[]>();
  readonly chosen = input.required<readonly string[]>();
  /** one at a time: another choice takes the place of the one before */
  readonly single = input(false);
  readonly choose = output<string | undefined>();

  private readonly set = computed(() => new Set(this.chosen()));

  protected has(value: string): boolean {
    return this.set().has(value);
  }

  protected toggle(value: string): void {
    const kept = this.single() ? [] : this.chosen().filter((one) => one !== value);
    const next = this.has(value) ? kept : [...kept, value];
    this.choose.emit(next.join(',') || undefined);
  }
}
