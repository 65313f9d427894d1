import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ObservedCreatorRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { ObservedWords } from '../observed-words';
import { ShownValue } from '../shown-value';
import { SourceChips } from '../source-chips';
import { CreatorLine } from './creator-line';
import { FileCreatorWords } from './creator-words';

/** Creators of files on a narrow screen: a card each, with its three figures. */
@Component({
  selector: 'app-file-creator-cards',
  imports: [CreatorLine, RouterLink, ShownValue, SourceChips, T],
  template: `
    <ul class="pr-cards" [attr.aria-label]="'observedCreators.title' | t">
      @for (row of rows(); track row.id) {
        <li class="pr-card">
          <a class="pr-whole" data-row [routerLink]="session.to('observed', 'creators', row.id)">{{
            said.name(row)
          }}</a>
          <app-creator-line [row]="row" />
          <dl>
            <div>
              <dt>{{ 'observedCreators.column.followers' | t }}</dt>
              <dd><app-shown-value [value]="row.followers" /></dd>
            </div>
            <div>
              <dt>{{ 'observedCreators.column.imageQuote' | t }}</dt>
              <dd><app-shown-value [value]="row.imageQuote" unit="money" /></dd>
            </div>
            <div>
              <dt>{{ 'observedCreators.column.disagreements' | t }}</dt>
              <dd [class.differs]="row.disagreements > 0">{{ disagree(row.disagreements) }}</dd>
            </div>
          </dl>
          <p>
            <app-source-chips [kinds]="row.sources" />
            <small>{{ meta(row) }}</small>
          </p>
        </li>
      }
    </ul>
  `,
  styles: `
    a {
      display: block;
      overflow-wrap: anywhere;
    }
    small {
      color: var(--pr-muted);
      font-size: 12px;
    }
    dl {
      margin-bottom: 10px;
    }
    dd {
      font-size: inherit;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 10px;
      align-items: center;
    }
    .differs {
      color: var(--pr-stopped);
      font-weight: 600;
    }
  `,
})
export class CreatorCards {
  private readonly texts = inject(Texts);
  private readonly words = inject(ObservedWords);
  protected readonly said = inject(FileCreatorWords);
  protected readonly session = inject(Session);
  readonly rows = input.required<readonly ObservedCreatorRow[]>();

  protected disagree(n: number): string {
    return n === 0
      ? this.texts.say('observedCreators.disagreeNone')
      : this.texts.count('observedCreators.disagree', n);
  }

  protected meta({ day, snapshots }: ObservedCreatorRow): string {
    return this.texts.count('observedCreators.cardMeta', snapshots, { day: this.words.day(day) });
  }
}
