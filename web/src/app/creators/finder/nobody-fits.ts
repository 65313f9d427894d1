import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CreatorSearchPage } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { EmptyState } from '../../ui/empty-state';
import { Format } from '../../ui/format';
import { FilterWords } from './filter-words';
import {
  cleared,
  type FilterName,
  filterNames,
  type Filters,
  type QueryParams,
  loosened,
} from './finder-address';

/** Filters that nobody fits together: which one to take away, and how many that would give. */
@Component({
  selector: 'app-nobody-fits',
  imports: [EmptyState, MatButton, T],
  template: `
    <app-empty-state
      icon="filter"
      [title]="'creators.finder.nothing.title' | t"
      [text]="(ways().length ? 'creators.finder.nothing.loosen' : 'creators.finder.nothing.still') | t"
    >
      @if (ways().length) {
        <ul>
          @for (way of ways(); track way.name) {
            <li>
              <button class="pr-filter" type="button" (click)="go.emit(way.change)">
                {{ way.words }}<b>{{ way.fits }}</b>
              </button>
            </li>
          }
        </ul>
      }
      <button [matButton]="ways().length ? 'text' : 'filled'" type="button" (click)="go.emit(cleared())">
        {{ 'creators.finder.clear' | t }}
      </button>
    </app-empty-state>
  `,
  styles: `
    ul {
      display: grid;
      gap: 8px;
      margin: 0 0 6px;
      padding: 0;
      list-style: none;
    }
    .pr-filter {
      justify-content: space-between;
      width: 100%;
      min-width: min(340px, 74vw);
      height: auto;
      min-height: 36px;
      padding-block: 6px;
      border-radius: 18px;
      text-align: start;
    }
    b {
      color: var(--pr-action);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
  `,
})
export class NobodyFits {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly filterWords = inject(FilterWords);
  readonly filters = input.required<Filters>();
  readonly tiers = input.required<readonly string[]>();
  readonly wouldFit = input.required<CreatorSearchPage['wouldFit']>();
  readonly go = output<QueryParams>();

  protected readonly cleared = cleared;
  protected readonly ways = computed(() =>
    this.wouldFit().flatMap(({ without: parameter, count }) => {
      const name = filterNames.find((one) => one === parameter);
      if (!name || count === 0) return [];
      const fits = this.texts.count('creators.finder.nothing.fits', count, {}, this.format.number(count));
      return [{ name, fits, words: this.wordsOf(name), change: loosened(name) }];
    }),
  );

  private wordsOf(name: FilterName): string {
    return name === 'blacklisted'
      ? this.texts.say('creators.finder.nothing.withBlacklisted')
      : this.filterWords.withoutIt(name, this.filters(), this.tiers());
  }
}
