import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { T } from '../../../i18n/t';
import { Session } from '../../session/session';

/** What a person said of a name. */
export interface Said {
  key: string;
  name: string;
  /** what it means, and where that is; null where it is nowhere any more */
  means: string;
  to: string[] | null;
  by: string;
}

/** What was said of names, each with a way to take it back. */
@Component({
  selector: 'app-choices-list',
  imports: [RouterLink, T],
  template: `
    <h2>{{ 'observed.choices.heading' | t }}</h2>
    <section class="pr-card">
      <ul>
        @for (one of said(); track one.key) {
          <li>
            <div class="words">
              <b>{{ one.name }}</b> <span class="arrow" aria-hidden="true">→</span>
              <span class="pr-only-screen-reader">{{ 'observed.choices.means' | t }}</span>
              @if (one.to; as to) {
                <a class="pr-link" [routerLink]="to">{{ one.means }}</a>
              } @else {
                {{ one.means }}
              }
              <small>{{ one.by }}</small>
            </div>
            @if (session.may('write:imports')) {
              <button
                type="button"
                class="pr-link"
                [disabled]="busy()"
                [attr.aria-label]="('observed.choices.drop' | t) + ': ' + one.name"
                (click)="takeBack.emit(one.key)"
              >
                {{ 'observed.choices.drop' | t }}
              </button>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styleUrl: './choices-list.scss',
})
export class ChoicesList {
  protected readonly session = inject(Session);
  readonly said = input.required<readonly Said[]>();
  readonly busy = input(false);
  /** the key of what is taken back */
  readonly takeBack = output<string>();
}
