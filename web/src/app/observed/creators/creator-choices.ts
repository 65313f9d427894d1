import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CreatorChoice } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';
import { FileCreatorWords } from './creator-words';

/** What was said of creators, each with a way to take it back. */
@Component({
  selector: 'app-creator-choices',
  imports: [RouterLink, T],
  template: `
    <h2>{{ 'observed.choices.heading' | t }}</h2>
    <section class="pr-card">
      <ul>
        @for (choice of choices(); track choice.nameKey) {
          <li>
            <div class="words">
              <b>{{ words.called(choice) }}</b> <span class="arrow" aria-hidden="true">→</span>
              <span class="pr-only-screen-reader">{{ 'observed.choices.means' | t }}</span>
              @if (choice.observed; as observed) {
                <a class="pr-link" [routerLink]="session.to('observed', 'creators', observed.id)">{{
                  choice.joined ? words.name(observed) : ('observedCreators.queue.own' | t)
                }}</a>
              } @else {
                {{ 'observedCreators.queue.gone' | t }}
              }
              <small>{{ by(choice) }}</small>
            </div>
            @if (session.may('write:imports')) {
              <button
                type="button"
                class="pr-link"
                [disabled]="busy()"
                [attr.aria-label]="('observed.choices.drop' | t) + ': ' + words.called(choice)"
                (click)="takeBack.emit(choice)"
              >
                {{ 'observed.choices.drop' | t }}
              </button>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styleUrl: '../unmatched/choices-list.scss',
})
export class CreatorChoices {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly words = inject(FileCreatorWords);
  protected readonly session = inject(Session);
  readonly choices = input.required<readonly CreatorChoice[]>();
  readonly busy = input(false);
  readonly takeBack = output<CreatorChoice>();

  protected by({ chosenBy, chosenAt }: CreatorChoice): string {
    return `${chosenBy ?? this.texts.say('common.unknown')} · ${this.format.ago(chosenAt)}`;
  }
}
