import { Component, computed, inject, input, signal } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import type { JoinedCreator, OtherVerdict, StandingFigure } from '@poolrise/domain';
import { meaningOf } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Scrolls } from '../../ui/scrolls';
import { ObservedWords } from '../observed-words';
import { ShownValue } from '../shown-value';
import { FileCreatorWords, reportedOf } from './creator-words';

/** Rows before one asks for all of them. */
const few = 12;

/** Every figure that files give: which word is shown, of which source and day, and how the others stand to it. */
@Component({
  selector: 'app-creator-figures',
  imports: [MatTooltip, Scrolls, ShownValue, T],
  host: { class: 'pr-card' },
  templateUrl: './figures-card.html',
  styleUrl: '../figures-table.scss',
  styles: `
    th[scope='row'] {
      min-width: 92px;
      font-weight: 500;
      white-space: normal;
    }
    .why {
      max-width: 96ch;
      text-wrap: pretty;
    }
    .verdict {
      margin-inline-start: 6px;
      border-radius: 3px;
      color: var(--pr-muted);
      font-size: 12px;
      cursor: help;
    }
    .verdict.differs {
      color: var(--pr-stopped);
    }
    .only {
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class CreatorFigures {
  private readonly texts = inject(Texts);
  protected readonly words = inject(ObservedWords);
  protected readonly said = inject(FileCreatorWords);
  readonly joined = input.required<JoinedCreator>();

  protected readonly few = few;
  protected readonly all = signal(false);
  /** Those on which sources differ come first; within these the order is that of the domain. */
  protected readonly rows = computed(() =>
    this.joined().figures.toSorted((a, b) => Number(b.disagrees) - Number(a.disagrees)),
  );
  protected readonly shown = computed(() => (this.all() ? this.rows() : this.rows().slice(0, few)));
  protected readonly more = computed(() =>
    this.texts.say('observedCreators.figures.all', { n: this.rows().length }),
  );
  protected readonly unitOf = ({ figure }: StandingFigure) => meaningOf(figure).unit;
  protected readonly reported = reportedOf;
  protected readonly verdictOf = (verdict: OtherVerdict) =>
    `observedCreators.figures.verdict.${verdict}` as const;
  protected readonly explain = (verdict: OtherVerdict) =>
    `observedCreators.figures.explain.${verdict}` as const;
}
