import { Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { Texts } from '../../../i18n/texts';
import { codeWord } from '../climb/explain';

/** A reason in a few words, with what it means on hover and focus. */
@Component({
  selector: 'app-reason-word',
  imports: [MatTooltip],
  template: `<span
    [attr.tabindex]="focusable() && meaning() ? 0 : null"
    [class.explained]="meaning()"
    [matTooltip]="meaning()"
    [matTooltipDisabled]="!meaning()"
    >{{ text() ?? word() }}</span
  >`,
  styles: `
    .explained {
      border-radius: 3px;
      cursor: help;
      text-decoration: underline dotted var(--pr-line-strong);
      text-underline-offset: 3px;
    }
  `,
})
export class ReasonWord {
  private readonly texts = inject(Texts);

  readonly code = input.required<string>();
  /** other words than the code's own, where they are truer of the figures */
  readonly text = input<string>();
  /** false inside something that takes the focus itself */
  readonly focusable = input(true);

  protected readonly word = computed(() => codeWord('reason', this.code(), this.texts));
  protected readonly meaning = computed(() => {
    const key = `why.means.${this.code()}`;
    return this.texts.knows(key) ? this.texts.say(key) : '';
  });
}
