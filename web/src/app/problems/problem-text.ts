import { inject, Service } from '@angular/core';
import type { Problem } from '@poolrise/contracts';
import { Texts } from '../../i18n/texts';

/** What a problem says in the language of the person: by its code, else in the words of the api. */
@Service()
export class ProblemText {
  private readonly texts = inject(Texts);

  title(problem: Pick<Problem, 'code'> & Partial<Problem>): string {
    const key = `problems.title.${problem.code}`;
    return this.texts.knows(key) ? this.texts.say(key) : (problem.title ?? problem.code);
  }

  /** Both in one line: what happened, and the way out. */
  sentence(problem: Pick<Problem, 'code'> & Partial<Problem>): string {
    return this.texts.say('problems.sentence', { title: this.title(problem), remedy: this.remedy(problem) });
  }

  remedy(problem: Pick<Problem, 'code'> & Partial<Problem>): string {
    const key = `problems.remedy.${problem.code}`;
    return this.texts.knows(key) ? this.texts.say(key) : (problem.remedy ?? '');
  }
}
