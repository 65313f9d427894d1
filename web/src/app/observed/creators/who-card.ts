import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CreatorChoice, ObservedCreatorView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';
import { FileCreatorWords } from './creator-words';

/** Who a creator of files is in the directory, how that was found, and the way to say it by hand or take it back. */
@Component({
  selector: 'app-who-card',
  imports: [MatButton, RouterLink, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'observedCreators.who.heading' | t }}</h2>
    <dl>
      <div>
        <dt>{{ 'observedCreators.who.number' | t }}</dt>
        <dd>{{ view().redId ?? ('observedCreators.who.none' | t) }}</dd>
      </div>
      <div>
        <dt>{{ 'observedCreators.who.page' | t }}</dt>
        <dd>{{ view().platformId ?? ('observedCreators.who.none' | t) }}</dd>
      </div>
      @if (view().creator; as creator) {
        <div>
          <dt>{{ 'observedCreators.who.creator' | t }}</dt>
          <dd>
            <a class="pr-link" [routerLink]="session.to('creators', creator.id)">{{ creator.name }}</a>
            @if (view().joinedBy; as by) {
              <small>{{ byWord(by) | t }}</small>
            }
          </dd>
        </div>
      }
    </dl>
    @if (view().doubt; as doubt) {
      <p class="doubt">
        {{ doubtOf(doubt) | t }}
        <a
          class="pr-link"
          [routerLink]="session.to('observed', 'unmatched')"
          [queryParams]="{ of: 'creators' }"
          >{{ 'observedCreators.who.queue' | t }}</a
        >
      </p>
    } @else if (!view().creator) {
      <p>{{ 'observedCreators.who.unknown' | t }}</p>
    }
    @for (choice of view().choices; track choice.nameKey) {
      <p class="choice">
        <span>{{ chosen(choice) }}</span>
        @if (session.may('write:imports')) {
          <button
            type="button"
            class="pr-link"
            [disabled]="busy()"
            [attr.aria-label]="('observedCreators.who.takeBack' | t) + ': ' + words.called(choice)"
            (click)="takeBack.emit(choice.nameKey)"
          >
            {{ 'observedCreators.who.takeBack' | t }}
          </button>
        }
      </p>
    }
    @if (session.may('write:imports')) {
      <button matButton="outlined" type="button" [disabled]="busy()" (click)="find.emit()">
        {{ (view().creator ? 'observedCreators.who.joinOther' : 'observedCreators.who.join') | t }}
      </button>
    }
  `,
  styles: `
    dl {
      display: grid;
      gap: 8px;
      margin: 10px 0 12px;
    }
    dt {
      color: var(--pr-muted);
      font-size: 12px;
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    small {
      display: block;
      color: var(--pr-muted);
      font-size: 12px;
    }
    p {
      margin-bottom: 10px;
      color: var(--pr-muted);
      font-size: 12.5px;
      text-wrap: pretty;
    }
    .doubt {
      color: var(--pr-paid-text);
    }
    .choice {
      display: flex;
      gap: 12px;
      align-items: baseline;
      justify-content: space-between;
      overflow-wrap: anywhere;
    }
    .choice button {
      flex: none;
    }
  `,
})
export class WhoCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly words = inject(FileCreatorWords);
  protected readonly session = inject(Session);
  readonly view = input.required<ObservedCreatorView>();
  readonly busy = input(false);
  readonly find = output();
  readonly takeBack = output<string>();

  protected readonly byWord = (by: NonNullable<ObservedCreatorView['joinedBy']>) =>
    `observedCreators.who.by.${by}` as const;
  protected readonly doubtOf = (doubt: NonNullable<ObservedCreatorView['doubt']>) =>
    `observedCreators.doubt.${doubt}` as const;

  protected chosen(choice: CreatorChoice): string {
    return this.texts.say('observedCreators.who.chosen', {
      called: this.words.called(choice),
      name: choice.chosenBy ?? this.texts.say('common.unknown'),
      ago: this.format.ago(choice.chosenAt),
    });
  }
}
