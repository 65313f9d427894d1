import { Component, computed, inject, input, output } from '@angular/core';
import { T } from '../../../i18n/t';
import { Icon } from '../../ui/icon';
import { FilterWords } from './filter-words';
import {
  cleared,
  type FilterName,
  filterNames,
  type Filters,
  type QueryParams,
  without,
} from './finder-address';

/** The filters that are on, each with a way to take it off. Pressing one away changes the list and nothing else. */
@Component({
  selector: 'app-filter-chips',
  imports: [Icon, T],
  template: `
    <div class="chips" role="group" [attr.aria-label]="'creators.finder.active' | t">
      @for (chip of chips(); track chip.name) {
        <button
          type="button"
          [attr.aria-label]="'creators.finder.remove' | t: { filter: chip.label + ' ' + chip.value }"
          (click)="go.emit(without(chip.name))"
        >
          <span class="label">{{ chip.label }}</span>&ngsp;
          <span class="value">{{ chip.value }}</span>
          <app-icon name="close" />
        </button>
      }
      @if (chips().length > 0) {
        <button class="pr-link" type="button" (click)="go.emit(cleared())">
          {{ 'creators.finder.clear' | t }}
        </button>
      }
    </div>
  `,
  styles: `
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      align-items: center;
    }
    button:not(.pr-link) {
      display: inline-flex;
      gap: 5px;
      align-items: center;
      max-width: 100%;
      height: 28px;
      padding: 0 6px 0 10px;
      border: 0;
      border-radius: 14px;
      background: var(--pr-tint);
      color: var(--pr-action);
      font-size: 12.5px;
      cursor: pointer;
      --icon-size: 15px;
    }
    .label {
      flex: none;
    }
    .value {
      max-width: 260px;
      overflow: hidden;
      font-weight: 600;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .pr-link {
      margin: 0;
      padding: 4px 6px;
      font-size: 13px;
    }
    @media (max-width: 1023px) {
      button:not(.pr-link) {
        height: 34px;
        border-radius: 17px;
        font-size: 13px;
      }
      .value {
        max-width: 210px;
      }
    }
  `,
})
export class FilterChips {
  private readonly words = inject(FilterWords);
  readonly filters = input.required<Filters>();
  readonly tiers = input.required<readonly string[]>();
  readonly go = output<QueryParams>();

  protected readonly cleared = cleared;
  protected readonly without = without;
  protected readonly chips = computed(() =>
    filterNames.flatMap((name: FilterName) => {
      const value = this.filters()[name];
      return value === undefined || name === 'mode' || name === 'q'
        ? []
        : [{ name, label: this.words.name(name), value: this.words.value(name, value, this.tiers()) }];
    }),
  );
}
