import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteChoice } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';

/** What was said of names, each with a way to take it back. */
@Component({
  selector: 'app-choices-list',
  imports: [RouterLink, T],
  template: `
    <h2>{{ 'observed.choices.heading' | t }}</h2>
    <section class="pr-card">
      <ul>
        @for (choice of choices(); track choice.nameKey) {
          <li>
            <div class="words">
              <b>{{ name(choice) }}</b> <span class="arrow" aria-hidden="true">→</span>
              <span class="pr-only-screen-reader">{{ 'observed.choices.means' | t }}</span>
              <a class="pr-link" [routerLink]="session.to('observed', choice.note.id)">{{
                choice.note.title || ('observed.untitled' | t)
              }}</a>
              <small>{{ by(choice) }}</small>
            </div>
            @if (session.may('write:imports')) {
              <button
                type="button"
                class="pr-link"
                [disabled]="busy()"
                [attr.aria-label]="('observed.choices.drop' | t) + ': ' + name(choice)"
                (click)="takeBack.emit(choice.nameKey)"
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
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly choices = input.required<readonly NoteChoice[]>();
  readonly busy = input(false);
  readonly takeBack = output<string>();

  protected name({ title, orderId }: NoteChoice): string {
    if (title) return title;
    return orderId
      ? this.texts.say('observed.unmatched.orderId', { id: orderId })
      : this.texts.say('observed.untitled');
  }

  protected by({ chosenBy, chosenAt, rows }: NoteChoice): string {
    return this.texts.say('observed.choices.by', {
      name: chosenBy ?? this.texts.say('common.unknown'),
      ago: this.format.ago(chosenAt),
      rows: this.texts.count('observed.files.rows', rows),
    });
  }
}
