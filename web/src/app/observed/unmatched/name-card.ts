import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { UnmatchedName } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';
import { ObservedWords } from '../observed-words';
import { ShownValue } from '../shown-value';
import { SourceChips } from '../source-chips';

/** A name that files have for a note, with the notes it may mean and what speaks for each. */
@Component({
  selector: 'app-name-card',
  imports: [MatButton, ShownValue, SourceChips, T],
  host: { class: 'pr-card' },
  templateUrl: './name-card.html',
  styleUrl: './name-card.scss',
})
export class NameCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(ObservedWords);
  protected readonly session = inject(Session);
  readonly name = input.required<UnmatchedName>();
  readonly busy = input(false);
  /** the note that is meant; null for a note of its own */
  readonly choose = output<string | null>();
  readonly look = output();

  protected readonly figures = ['impressions', 'reads', 'interactions'] as const;
  protected readonly title = computed(() => {
    const { title, order } = this.name();
    return title || order?.name || this.texts.say('observed.untitled');
  });
  protected readonly facts = computed(() => {
    const { order, curve, publishedAt, rows } = this.name();
    return [
      ...(order
        ? [
            ...(order.id ? [this.texts.say('observed.unmatched.orderId', { id: order.id })] : []),
            ...(order.account ? [order.account] : []),
            ...(order.createdOn
              ? [this.texts.say('observed.unmatched.orderMade', { day: this.words.day(order.createdOn) })]
              : []),
            ...(order.quoteCents === null
              ? []
              : [this.texts.say('observed.unmatched.quote', { n: this.format.money(order.quoteCents) })]),
          ]
        : []),
      ...(curve
        ? [
            this.texts.say('observed.unmatched.curve', {
              from: this.words.day(curve.from),
              to: this.words.day(curve.to),
            }),
          ]
        : []),
      ...(publishedAt ? [this.words.published(publishedAt)] : []),
      this.texts.count('observed.files.rows', rows),
    ].join(' · ');
  });
  protected readonly likely = computed(() =>
    this.name().likely.map((note) => ({ ...note, speaks: this.words.speaksFor(note) })),
  );
}
