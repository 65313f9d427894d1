import { Component, inject, input, output } from '@angular/core';
import { categories, type Category } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';

/** Some of the categories; none chosen is for whoever asks to read, and stands beside the label. */
@Component({
  selector: 'app-category-choice',
  template: `
    <fieldset>
      <legend>
        {{ label() }} <small>{{ hint() }}</small>
      </legend>
      <div class="categories">
        @for (one of categories; track one) {
          <button
            type="button"
            class="pr-filter"
            [attr.aria-pressed]="chosen().includes(one)"
            (click)="toggle(one)"
          >
            {{ word(one) }}
          </button>
        }
      </div>
    </fieldset>
  `,
  styleUrl: './form-page.scss',
  styles: `
    .categories {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    small {
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class CategoryChoice {
  private readonly texts = inject(Texts);
  protected readonly categories = categories;
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly chosen = input.required<readonly Category[]>();
  readonly choose = output<Category[]>();

  protected word(category: Category): string {
    return this.texts.say(`common.category.${category}`);
  }

  protected toggle(category: Category): void {
    const without = this.chosen().filter((one) => one !== category);
    this.choose.emit(without.length < this.chosen().length ? without : [...this.chosen(), category]);
  }
}
