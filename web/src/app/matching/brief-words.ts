import { inject, Service } from '@angular/core';
import type { ReachTarget } from '@poolrise/contracts';
import { audienceDimensions, type MatchPartKey, matchPartNames } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';

/** What a brief says, in the words of the reader. */
@Service()
export class BriefWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  part(part: MatchPartKey): string {
    return this.texts.of(matchPartNames[part]);
  }

  gender(gender: ReachTarget['genders'][number]): string {
    return this.texts.say(gender === 'female' ? 'matching.women' : 'matching.men');
  }

  age(age: ReachTarget['ages'][number]): string {
    return this.texts.say(`matching.age.${age}`);
  }

  /** "women, 18–24, 25–34"; everybody when nothing is limited. */
  target({ genders, ages }: ReachTarget): string {
    const words = [
      ...(genders.length < audienceDimensions.gender.length ? genders.map((one) => this.gender(one)) : []),
      ...(ages.length < audienceDimensions.age.length ? ages.map((one) => this.age(one)) : []),
    ];
    return words.length > 0
      ? words.join(this.texts.say('matching.and'))
      : this.texts.say('matching.everybody');
  }

  /** Days of the calendar, which are the same in every time zone. */
  span({ from, to }: { from: string; to: string }): string {
    return this.texts.say('matching.span', {
      from: this.format.wholeDay(from),
      to: this.format.wholeDay(to),
    });
  }
}
