import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { WeeklyTopic } from '@poolrise/contracts';
import { crowdingLevel } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { Format } from '../ui/format';
import { MetricName } from '../ui/metric-name';
import { TopicWords } from './topic-words';

/** One topic of a week: why it is one, how it fits this desk, and the way to a note on it. */
@Component({
  selector: 'app-topic-card',
  imports: [Chip, MatButton, MetricName, RouterLink, T],
  host: { class: 'pr-card' },
  templateUrl: './topic-card.html',
  styleUrl: './topic-card.scss',
})
export class TopicCard {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(TopicWords);
  protected readonly session = inject(Session);

  readonly topic = input.required<WeeklyTopic>();
  /** whether its week is not over: then one can write on it */
  readonly open = input.required<boolean>();

  protected readonly title = computed(() => this.words.title(this.topic()));
  protected readonly level = computed(() => crowdingLevel(this.topic().crowding));
  /** where the index stands on its scale, 0 to 100: a quarter of usual to four times as much */
  protected readonly at = computed(() => {
    const place = (Math.log2(this.topic().crowding) + 2) / 4;
    return Math.round(100 * Math.min(1, Math.max(0, place)));
  });
  protected readonly fits = computed(() => {
    const { words, category } = this.topic().fit;
    if (words.length) {
      const comma = this.texts.chinese() ? '、' : ', ';
      return this.texts.say('topics.fit.words', { words: words.map(({ word }) => word).join(comma) });
    }
    return this.texts.say(category ? 'topics.fit.category' : 'topics.fit.none');
  });
  protected readonly tallest = computed(() => Math.max(1, ...this.topic().weeks));
  protected readonly draft = computed(() => {
    const { tag: topic, category, id: from } = this.topic();
    return { topic, category, from };
  });
}
