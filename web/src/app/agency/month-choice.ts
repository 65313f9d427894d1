import { inject, Service } from '@angular/core';
import { dayInShanghai, isMonth, monthAfter } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import type { FilterChoice } from '../ui/filter-menu';

/** How many months back one can choose. */
const monthsBack = 24;

/** The months that a page can show, and how they are called. */
@Service()
export class MonthChoice {
  private readonly texts = inject(Texts);
  private readonly present = dayInShanghai(new Date()).slice(0, 7);

  /** What the address asks for, else so many months from now. */
  chosen(asked: string | undefined, from = 0): string {
    return asked && isMonth(asked) ? asked : monthAfter(this.present, from);
  }

  choices(): FilterChoice[] {
    return Array.from({ length: monthsBack }, (_, back) => {
      const month = monthAfter(this.present, -back);
      return { value: month, label: this.name(month) };
    });
  }

  name(month: string): string {
    const [year = '', number = ''] = month.split('-');
    return this.texts.say('statement.month', {
      year,
      month: this.texts.say(`statement.months.${number as '01'}`),
    });
  }
}
