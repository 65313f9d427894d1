import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Emphasis } from '../../ui/emphasis';
import { FigureGrid } from '../../ui/figure-grid';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { PartsBar } from '../../ui/parts-bar';
import { type Answered, OneMoreWords } from './one-more-words';

const colours = {
  ownNatural: 'var(--pr-organic)',
  brand: 'var(--pr-stopped)',
  strangers: 'var(--pr-guaranteed)',
  fillers: 'var(--pr-line-strong)',
} as const;
const givers = ['ownNatural', 'brand', 'strangers', 'fillers'] as const;

/** Who was shown less for the paid impressions: they are as many, and some may be the brand's own. */
@Component({
  selector: 'app-from-card',
  imports: [AppLineage, Emphasis, FigureGrid, PartsBar, RouterLink, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'oneMore.from.heading' | t }}</h2>
    <p class="others"><app-emphasis [text]="others()" /></p>
    <app-parts-bar metric="oneMoreFrom" [heading]="'oneMore.from.heading' | t" [parts]="parts()" />
    @if (answer().result.others.most.length > 0) {
      <ul appFigureGrid>
        @for (note of answer().result.others.most; track note.noteId) {
          <li>
            <a class="pr-link" [routerLink]="session.to('notes', note.noteId)">{{ note.title }}</a>
            <span class="pr-number" appLineage="oneMoreFrom">{{ words.change(note.impressions) }}</span>
          </li>
        }
      </ul>
    }
    <p class="small">{{ 'oneMore.from.text' | t: { paid: format.number(paid()) } }}</p>
  `,
  styles: `
    .others {
      margin: 8px 0 12px;
    }
    .small {
      margin-top: 10px;
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    ul {
      margin: 10px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 14px;
      justify-content: space-between;
      padding: 5px 0;
      font-size: 13px;
    }
    li + li {
      border-top: 1px solid var(--pr-line);
    }
    a {
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class FromCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(OneMoreWords);
  readonly answer = input.required<Answered>();

  protected readonly paid = computed(() => Math.round(this.answer().result.from.paid));
  protected readonly others = computed(() => this.words.others(this.answer().result));
  protected readonly parts = computed(() =>
    givers.map((key) => ({
      key,
      name: this.texts.say(`oneMore.from.${key}`),
      value: Math.round(this.answer().result.from[key]),
      colour: colours[key],
    })),
  );
}
