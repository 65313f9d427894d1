import { inject, Service } from '@angular/core';
import type { TopicRatio, WeeklyTopic } from '@poolrise/contracts';
import { crowdingLevel } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';

type Stands = Pick<WeeklyTopic, 'titleZh' | 'titleEn' | 'tag'>;
type Figures = Pick<
  WeeklyTopic,
  'searches' | 'change' | 'notes' | 'readsPerNote' | 'performance' | 'crowding'
>;

/** Sentences about a topic; each is made of the figures that it was chosen by. */
@Service()
export class TopicWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  title({ titleZh, titleEn, tag }: Stands): string {
    return (this.texts.chinese() ? titleZh : titleEn) ?? tag;
  }

  /** 240 searches in 28 days, rising (×1.3–×2.1). 7 notes, 210 reads each. */
  why({ searches, change, notes, readsPerNote }: Figures): string {
    const asked = this.texts.count('topics.why.searches', searches, {}, this.format.number(searches));
    const answered = notes
      ? this.texts.count(
          'topics.why.notes',
          notes,
          { reads: this.format.number(Math.round(readsPerNote ?? 0)) },
          this.format.number(notes),
        )
      : this.texts.say('topics.why.noNotes');
    return [asked, this.trend(change), answered].filter(Boolean).join(this.texts.chinese() ? '' : ' ');
  }

  trend(change: TopicRatio | null): string {
    if (!change) return '';
    const range = this.range(change);
    if (change.low > 1) return this.texts.say('topics.why.rising', { range });
    if (change.high !== null && change.high < 1) return this.texts.say('topics.why.falling', { range });
    return this.texts.say('topics.why.steady', { range });
  }

  performance(ratio: TopicRatio | null): string {
    if (!ratio) return this.texts.say('topics.performance.unknown');
    const range = this.range(ratio);
    if (ratio.low > 1) return this.texts.say('topics.performance.better', { range });
    if (ratio.high !== null && ratio.high < 1) return this.texts.say('topics.performance.worse', { range });
    return this.texts.say('topics.performance.even', { range });
  }

  crowding(index: number): string {
    return this.texts.say(`topics.crowding.${crowdingLevel(index)}`, { times: this.format.lift(index) });
  }

  range({ low, high }: TopicRatio): string {
    if (high === null) return this.texts.say('topics.above', { low: this.format.lift(low) });
    return `${this.format.lift(low)}–${this.format.lift(high)}`;
  }
}
