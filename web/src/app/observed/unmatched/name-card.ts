import { Component, computed, inject, input, output } from '@angular/core';
import type { UnmatchedName } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { ObservedWords } from '../observed-words';
import { ShownValue } from '../shown-value';
import { SourceChips } from '../source-chips';
import { LikelyChoices, type LikelyWords } from './likely-choices';

/** A name that files have for a note, with the notes it may mean and what speaks for each. */
@Component({
  selector: 'app-name-card',
  imports: [LikelyChoices, ShownValue, SourceChips, T],
  host: { class: 'pr-card' },
  templateUrl: './name-card.html',
  styleUrl: './name-card.scss',
})
export class NameCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(ObservedWords);
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
  protected readonly asked = computed((): LikelyWords => ({
    which: this.texts.say('observed.unmatched.which'),
    noneLikely: this.texts.say('observed.unmatched.noneLikely'),
    this: this.texts.say('observed.unmatched.this'),
    another: this.texts.say('observed.unmatched.another'),
    own: this.texts.say('observed.unmatched.own'),
    readOnly: this.texts.say('observed.unmatched.readOnly'),
  }));
  protected readonly likely = computed(() =>
    this.name().likely.map((note) => ({
      key: note.noteId,
      value: note.noteId,
      name: note.title,
      about: [
        ...(note.publishedAt ? [this.words.published(note.publishedAt)] : []),
        note.platformId ?? this.texts.say('observed.noId'),
      ].join(' · '),
      speaks: this.words.speaksFor(note),
    })),
  );
}
