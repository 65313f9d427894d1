import { Component, computed, inject, input } from '@angular/core';
import type { CreatorView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';

/** For whom the creator has worked: conflicts of interest are looked for here. */
@Component({
  selector: 'app-served-card',
  imports: [T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'creatorProfile.served.title' | t }}</h2>
    @if (categories().length || brands().length) {
      <dl>
        <dt>{{ 'creatorProfile.served.categories' | t }}</dt>
        <dd>
          @for (one of categories(); track one) {
            <span>{{ one }}</span>
          }
        </dd>
        <dt>{{ 'creatorProfile.served.brands' | t }}</dt>
        <dd>
          @for (brand of brands(); track brand) {
            <span>{{ brand }}</span>
          } @empty {
            {{ 'creatorProfile.served.noBrands' | t }}
          }
        </dd>
      </dl>
    } @else {
      <p class="pr-muted">{{ 'creatorProfile.served.none' | t }}</p>
    }
  `,
  styles: `
    :host {
      min-width: 0;
    }
    p {
      margin-top: 10px;
    }
    dl {
      margin: 10px 0 0;
    }
    dt {
      margin-bottom: 6px;
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    dd {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin: 0 0 14px;
    }
    span {
      padding: 2px 9px;
      border-radius: 6px;
      background: var(--pr-basin);
      font-size: 13px;
    }
  `,
})
export class ServedCard {
  private readonly texts = inject(Texts);
  readonly view = input.required<Pick<CreatorView, 'servedCategories' | 'servedBrands'>>();
  protected readonly categories = computed(() =>
    this.view().servedCategories.map((one) => this.texts.say(`common.category.${one}`)),
  );
  protected readonly brands = computed(() => this.view().servedBrands);
}
