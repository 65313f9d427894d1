import { Component, computed, inject, input, output } from '@angular/core';
import type { ReportSpec } from '@poolrise/contracts';
import {
  type AudienceKey,
  audienceKeys,
  audienceOf,
  categories,
  rails,
  surfaces,
  tierSchemes,
} from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { narrowedTo } from '../report-draft';
import { ReportWords } from '../report-words';
import { ThingsField } from './things-field';

type Filters = ReportSpec['filters'];
const placements = [...rails, ...surfaces.map((one) => one.toLowerCase()), 'promoted', 'heated'];

/** What takes part in a report; nothing chosen is everything. */
@Component({
  selector: 'app-filters-field',
  imports: [T, ThingsField],
  templateUrl: './filters-field.html',
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend,
    label span {
      padding: 0 0 4px;
      color: var(--pr-muted);
      font-size: 12px;
    }
    label {
      display: grid;
    }
    p {
      margin-top: 4px;
      color: var(--pr-muted);
      font-size: 12px;
    }
    .pills {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .pr-filter {
      height: 28px;
      padding: 0 10px;
      font-size: 12.5px;
    }
  `,
})
export class FiltersField {
  private readonly words = inject(ReportWords);
  readonly spec = input.required<ReportSpec>();
  readonly wishes = output<Partial<ReportSpec>>();
  protected readonly filters = computed(() => this.spec().filters);

  protected readonly parts = computed(() => {
    const { tierScheme } = this.spec();
    const tiers = tierSchemes.find(({ id }) => id === tierScheme)?.tiers ?? [];
    const { categories: inCategories, tierKeys, placements: inPlacements } = this.filters();
    return [
      {
        key: 'categories' as const,
        on: inCategories as readonly string[],
        choices: categories.map((key) => ({ key: key as string, name: this.words.category(key) })),
      },
      {
        key: 'tierKeys' as const,
        on: tierKeys as readonly string[],
        choices: tiers.map(({ key }) => ({ key, name: this.words.tier(tierScheme, key) })),
      },
      {
        key: 'placements' as const,
        on: inPlacements as readonly string[],
        choices: [...new Set(placements)].map((key) => ({ key, name: this.words.placement(key) })),
      },
      {
        key: 'audiences' as const,
        on: this.filters().audiences as readonly string[],
        choices: Object.values(audienceKeys)
          .flat()
          .map((key) => ({ key: key as string, name: this.words.audience(key) })),
      },
    ];
  });

  protected toggle(field: 'categories' | 'tierKeys' | 'placements' | 'audiences', key: string): void {
    const now: readonly string[] = this.filters()[field];
    const next = now.includes(key) ? now.filter((one) => one !== key) : [...now, key];
    if (field === 'audiences') this.narrowTo(next, key);
    else this.set({ [field]: next, ...(field === 'placements' && { audiences: [] }) });
  }

  /** No portrait knows gender and age together, nor readers by placement: the other choice gives way. */
  private narrowTo(keys: readonly string[], last: string): void {
    const alike = keys.filter((key) => audienceOf([key]) === audienceOf([last]));
    this.wishes.emit(narrowedTo(this.spec(), alike as AudienceKey[]));
  }

  protected campaigns(text: string): void {
    const names = text.split(/[,，、]/).map((one) => one.trim().slice(0, 80));
    this.set({ campaigns: [...new Set(names.filter(Boolean))].slice(0, 50) });
  }

  protected set(some: Partial<Filters>): void {
    this.wishes.emit({ filters: { ...this.filters(), ...some } });
  }
}
