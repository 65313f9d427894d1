import { Component, inject, input, output } from '@angular/core';
import { categories, type Category, type Language, languages } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { ChoiceField } from '../../ui/choice-field';

/** The field that a note is to be about, and its language: two fields of the row around them. */
@Component({
  selector: 'app-brief-subject',
  imports: [ChoiceField, T],
  template: `
    <app-choice-field
      name="category"
      [label]="'orderInvite.category' | t"
      [choices]="categories"
      [word]="categoryWord"
      [chosen]="category()"
      (choose)="categoryChosen.emit($event)"
    />
    <app-choice-field
      name="language"
      [label]="'orderInvite.language' | t"
      [choices]="languages"
      [word]="languageWord"
      [chosen]="language()"
      (choose)="languageChosen.emit($event)"
    />
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class BriefSubject {
  private readonly texts = inject(Texts);
  readonly category = input.required<Category>();
  readonly language = input.required<Language>();
  readonly categoryChosen = output<Category>();
  readonly languageChosen = output<Language>();

  protected readonly categories = categories;
  protected readonly languages = languages;
  protected readonly categoryWord = (one: Category): string => this.texts.say(`common.category.${one}`);
  protected readonly languageWord = (one: Language): string =>
    this.texts.say(`orders.brief.languages.${one}`);
}
