import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { T } from '../../../i18n/t';
import { Session } from '../../session/session';

/** One that may be meant, and what speaks for it. */
export interface Likely<Value> {
  key: string;
  name: string;
  about: string;
  speaks: string;
  value: Value;
}

/** The words around them, in the language of the page. */
export interface LikelyWords {
  which: string;
  noneLikely: string;
  this: string;
  another: string;
  /** none of them, nor any other */
  own: string;
  readOnly: string;
}

/** What a name may mean: one of these, another that one looks for, or none that is known. */
@Component({
  selector: 'app-likely-choices',
  imports: [MatButton, T],
  template: `
    @if (session.may('write:imports')) {
      @if (likely().length > 0) {
        <p class="ask">{{ words().which }}</p>
        <ul [attr.aria-label]="words().which + ' ' + of()">
          @for (one of likely(); track one.key) {
            <li>
              <button data-row type="button" [disabled]="busy()" (click)="choose.emit(one.value)">
                <span class="words">
                  <b>{{ one.name || ('observed.untitled' | t) }}</b>
                  <small>{{ one.about }}</small>
                </span>
                <span class="speaks">{{ one.speaks }}</span>
                <span class="go" aria-hidden="true">{{ words().this }}</span>
              </button>
            </li>
          }
        </ul>
      } @else {
        <p class="ask">{{ words().noneLikely }}</p>
      }
      <div class="other">
        <button
          matButton
          type="button"
          [attr.data-row]="likely().length === 0 ? '' : null"
          [disabled]="busy()"
          (click)="look.emit()"
        >
          {{ words().another }}
        </button>
        <button matButton type="button" [disabled]="busy()" (click)="choose.emit(null)">
          {{ words().own }}
        </button>
      </div>
    } @else {
      <p class="ask">{{ words().readOnly }}</p>
    }
  `,
  styleUrl: './likely-choices.scss',
})
export class LikelyChoices<Value> {
  protected readonly session = inject(Session);
  /** whose name it is about */
  readonly of = input.required<string>();
  readonly likely = input.required<readonly Likely<Value>[]>();
  readonly words = input.required<LikelyWords>();
  readonly busy = input(false);
  /** what is meant; null for none that is known */
  readonly choose = output<Value | null>();
  readonly look = output();
}
