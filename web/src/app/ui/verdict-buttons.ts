import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

/** The ways a person can decide about one thing, the grave one in red; each button names what it is about. */
@Component({
  selector: 'app-verdict-buttons',
  imports: [MatButton],
  template: `
    @for (verdict of verdicts(); track verdict) {
      <button
        matButton="outlined"
        type="button"
        [class.grave]="verdict === grave()"
        [attr.aria-label]="word()(verdict) + ': ' + about()"
        (click)="decide.emit(verdict)"
      >
        {{ word()(verdict) }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .grave {
      --mat-button-outlined-label-text-color: var(--pr-stopped);
    }
    @media (max-width: 719px) {
      button {
        flex: 1 1 auto;
      }
    }
  `,
})
export class VerdictButtons<Verdict extends string> {
  readonly verdicts = input.required<readonly Verdict[]>();
  readonly word = input.required<(verdict: Verdict) => string>();
  readonly about = input.required<string>();
  readonly grave = input.required<Verdict>();
  readonly decide = output<Verdict>();
}
