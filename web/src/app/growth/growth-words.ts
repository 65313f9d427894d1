import { inject, Service } from '@angular/core';
import type { GrowthLineView } from '@poolrise/contracts';
import { growthLevel, type GrowthRule } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';

/** Levels and what is missing to them, in words. */
@Service()
export class GrowthWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly name = (level: number): string => this.texts.of(growthLevel(level).name);
  readonly rule = (rule: GrowthRule): string => this.texts.say(`growth.rule.${rule}`);
  readonly level = (level: number): string =>
    this.texts.say('growth.level', { level, name: this.name(level) });

  /** What is missing, as one sentence part; empty when nothing is. */
  lacks(lines: readonly GrowthLineView[]): string {
    return lines
      .filter(({ met }) => !met)
      .map(({ rule, missing }) =>
        this.texts.count(`growth.lacks.${rule}`, missing, {}, this.format.number(missing)),
      )
      .join(this.texts.chinese() ? '，' : ', ');
  }

  /** How far a rule is: so much of what it needs, or so many where at most some are let pass. */
  figure({ rule, have, need }: GrowthLineView): string {
    return this.texts.say(rule === 'violations' ? 'growth.next.most' : 'growth.next.least', {
      have: this.format.number(have),
      need: this.format.number(need),
    });
  }
}
