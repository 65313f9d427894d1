import { Component, computed, inject, input } from '@angular/core';
import type { ClimbView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Format } from '../../ui/format';

/** The keywords that chose the first readers, each as long as it is heavy. */
@Component({
  selector: 'app-first-audience',
  imports: [T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'climb.audience.heading' | t }} <small>{{ 'climb.audience.hint' | t }}</small>
    </h2>
    @if (bars().length) {
      <ol>
        @for (bar of bars(); track bar.keyword) {
          <li>
            <span class="word">{{ bar.keyword }}</span>
            <span class="bar" aria-hidden="true"><i [style.width.%]="bar.share"></i></span>
            <span class="pr-number"
              ><span class="pr-only-screen-reader">{{ 'climb.audience.weight' | t }} </span
              >{{ bar.weight }}</span
            >
          </li>
        }
      </ol>
    } @else {
      <p>{{ 'climb.audience.empty' | t }}</p>
    }
  `,
  styles: `
    ol {
      display: grid;
      gap: 8px;
      margin: 10px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 7em) 1fr 3em;
      gap: 12px;
      align-items: center;
      font-size: 13px;
    }
    .word {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .bar {
      height: 6px;
      border-radius: 3px;
      background: var(--pr-basin);
    }
    i {
      display: block;
      height: 100%;
      border-radius: 3px;
      background: var(--pr-organic);
    }
    .pr-number,
    p {
      color: var(--pr-muted);
    }
    p {
      margin-top: 8px;
      font-size: 13px;
    }
  `,
})
export class FirstAudience {
  private readonly format = inject(Format);

  readonly audience = input.required<ClimbView['audience']>();

  protected readonly bars = computed(() => {
    const sorted = this.audience()
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, 8);
    const heaviest = sorted[0]?.weight ?? 1;
    return sorted.map(({ keyword, weight }) => ({
      keyword,
      share: heaviest > 0 ? (100 * weight) / heaviest : 0,
      weight: this.format.decimal(weight, 2),
    }));
  });
}
