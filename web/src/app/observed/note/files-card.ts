import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ObservedNoteView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { ObservedWords } from '../observed-words';

/** The files behind all that is said of a note or a creator; below them what else there is to say of files. */
@Component({
  selector: 'app-files-card',
  imports: [RouterLink, T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'observed.files.heading' | t }} <small>{{ 'observed.files.hint' | t }}</small>
    </h2>
    <ul class="pr-rows">
      @for (file of files(); track file.importId + file.kind) {
        <li>
          <a [routerLink]="session.to('imports', file.importId)">
            <span class="words">
              <b [attr.title]="file.name">{{ file.name }}</b>
              <small>{{ words.kind(file.kind) }}</small>
            </span>
            <small class="side"> {{ rows(file.rows) }}<br />{{ words.day(file.lastDay) }} </small>
          </a>
        </li>
      }
    </ul>
    <ng-content />
  `,
})
export class FilesCard {
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly words = inject(ObservedWords);
  readonly files = input.required<ObservedNoteView['sources']>();

  protected rows(n: number): string {
    return this.texts.count('observed.files.rows', n);
  }
}
