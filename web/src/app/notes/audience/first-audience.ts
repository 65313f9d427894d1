import { Component, computed, inject, input } from '@angular/core';
import type { NoteAudience } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Emphasis } from '../../ui/emphasis';
import { Format } from '../../ui/format';

/** Words that the sentence names; the bars show all. */
const namedMax = 3;

/** Whom the feed looks for first: a sentence, and the words behind it, each as long as it is heavy. */
@Component({
  selector: 'app-first-audience',
  imports: [Emphasis, T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'audience.heading' | t }} <small>{{ 'audience.hint' | t }}</small>
    </h2>
    <p class="sentence"><app-emphasis [text]="sentence()" /></p>
    @if (bars().length) {
      <ol>
        @for (bar of bars(); track bar.word) {
          <li>
            <span class="word" [attr.title]="bar.word">{{ bar.word }}</span>
            <span class="bar" aria-hidden="true"><i [style.width.%]="bar.share"></i></span>
            <span class="pr-number"
              ><span class="pr-only-screen-reader">{{ 'audience.weight' | t }} </span>{{ bar.weight }}</span
            >
          </li>
        }
      </ol>
    } @else {
      <p class="none">{{ 'audience.empty' | t }}</p>
    }
  `,
  styles: `
    .sentence {
      margin-top: 8px;
      font-size: 13px;
      line-height: 1.5;
    }
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
    .none {
      color: var(--pr-muted);
    }
    .none {
      margin-top: 8px;
      font-size: 13px;
    }
  `,
})
export class FirstAudience {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly audience = input.required<NoteAudience>();

  protected readonly sentence = computed(() => {
    const { category, words, slots } = this.audience();
    const named = words.slice(0, namedMax).map(({ word }) => word);
    return this.texts.say(named.length ? 'audience.byWords' : 'audience.byCategory', {
      category: this.texts.say(`common.category.${category}`),
      words: named.join(this.texts.say('audience.between')),
      explored: this.format.percent(slots.explored, 0),
    });
  });
  protected readonly bars = computed(() => {
    const { words } = this.audience();
    const heaviest = words[0]?.weight ?? 1;
    return words.map(({ word, weight }) => ({
      word,
      share: heaviest > 0 ? (100 * weight) / heaviest : 0,
      weight: this.format.decimal(weight, 2),
    }));
  });
}
