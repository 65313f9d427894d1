import { inject, Service } from '@angular/core';
import { mappingProblemTexts } from '@poolrise/domain';
import { Texts } from '../../../i18n/texts';
import { ImportWords } from '../import-words';
import type { Open } from './mapping-draft';

/** What is open in a mapping, and where, in one line each. */
@Service()
export class OpenWords {
  private readonly texts = inject(Texts);
  private readonly words = inject(ImportWords);

  sentence({ problem }: Open): string {
    if (problem.code === 'needs-day') return this.texts.say('imports.columns.needsDay');
    if (problem.code === 'needs-note') return this.texts.say('imports.columns.needsNote');
    const what = this.texts.of(mappingProblemTexts[problem.code]);
    const which = this.which(problem);
    return which ? this.texts.say('imports.columns.problem', { what, which }) : what;
  }

  private which(problem: Exclude<Open['problem'], { code: 'needs-day' | 'needs-note' }>): string {
    if (problem.code === 'nothing-mapped') return '';
    if (problem.code === 'required-missing')
      return problem.oneOf
        .map((all) => all.map((field) => this.words.field(field)).join(' + '))
        .reduce((one, other) => this.texts.say('imports.columns.or', { one, other }));
    const headers = this.words.list(problem.headers.map((header) => `“${header}”`));
    return problem.code === 'two-columns-one-field'
      ? `${this.words.field(problem.field)} ← ${headers}`
      : headers;
  }
}
