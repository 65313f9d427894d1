import { Component, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';

/** The name of a constant of a rule set, with what it does on hover and focus. */
@Component({
  selector: 'app-policy-term',
  imports: [MatTooltip],
  template: `<span
    tabindex="0"
    matTooltipClass="app-definition"
    [matTooltip]="about()"
    [matTooltipShowDelay]="250"
    ><ng-content
  /></span>`,
  styles: `
    span {
      border-radius: 3px;
      cursor: help;
      text-decoration: underline dotted var(--pr-line-strong);
      text-decoration-thickness: 1px;
      text-underline-offset: 3px;
    }
  `,
})
export class PolicyTerm {
  readonly about = input.required<string>();
}
