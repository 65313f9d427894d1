import { Component, computed, inject, input } from '@angular/core';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import type { Answered } from './one-more-words';

/** What an answer rests on, and what it cannot know. */
@Component({
  selector: 'app-model-card',
  imports: [T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'oneMore.model.heading' | t }}</h2>
    <ul>
      @for (line of lines(); track line) {
        <li>{{ line }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 6px;
      margin: 10px 0 0;
      padding-inline-start: 18px;
      color: var(--pr-muted);
      font-size: 13px;
      line-height: 1.5;
      overflow-wrap: anywhere;
    }
  `,
})
export class ModelCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly answer = input.required<Answered>();

  protected readonly lines = computed(() => {
    const { assumed, result, requestedAt, seed } = this.answer();
    const list = assumed.map((one) => this.texts.say(`oneMore.form.assume.${one}`));
    const joined = list.join(this.texts.chinese() ? '；' : '; ');
    return [
      list.length > 0
        ? this.texts.say('oneMore.model.assumed', { list: joined })
        : this.texts.say('oneMore.model.assumedNone'),
      this.texts.say('oneMore.model.truth'),
      this.texts.say('oneMore.model.feed', { share: this.format.percent(result.paidShare, 0) }),
      this.texts.say('oneMore.model.readers'),
      this.texts.say(result.sharp ? 'oneMore.model.sharp' : 'oneMore.model.notSharp', {
        worlds: this.format.number(result.worlds),
        half: this.format.decimal(result.net.half, 1),
      }),
      this.texts.say('oneMore.model.kept', {
        at: this.format.dateTime(requestedAt),
        notes: this.format.number(result.notes),
        from: this.format.dateTime(result.historyFrom),
        until: this.format.dateTime(result.until),
        seed,
        fingerprint: result.fingerprint,
        ...result.hashes,
      }),
    ];
  });
}
