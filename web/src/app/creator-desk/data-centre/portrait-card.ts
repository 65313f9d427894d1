import { Component, computed, inject, input } from '@angular/core';
import type { DataCentreView, ReadersOfNotes } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { CreatorWords } from '../../creators/ui/creator-words';
import { Format } from '../../ui/format';
import { type ShareRow, ShareRows } from '../../ui/share-rows';

const dimensions = ['gender', 'age', 'cityTier'] as const;
type Dimension = (typeof dimensions)[number];

/** Who read the most read notes, by what applications told of their readers; and what the first of them had liked before. */
@Component({
  selector: 'app-portrait-card',
  imports: [ShareRows, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'creatorDesk.data.portrait.title' | t }}</h2>
    @if (readers()) {
      <p class="text">{{ sentence() }}</p>
      @if (parts().length || interests().length) {
        <div class="parts">
          @for (part of parts(); track part.name) {
            <section>
              <h3>{{ part.name }}</h3>
              <app-share-rows metric="portraitShare" [rows]="part.rows" />
            </section>
          }
          @if (interests().length) {
            <section>
              <h3>{{ 'creatorDesk.data.portrait.interests' | t }}</h3>
              <app-share-rows metric="readerShare" [rows]="interests()" />
            </section>
          }
        </div>
      }
    } @else {
      <p class="text">{{ 'creatorDesk.data.portrait.none' | t }}</p>
    }
  `,
  styleUrl: '../../ui/card-table.scss',
  styles: `
    .parts {
      --name-width: 7em;

      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(230px, 100%), 1fr));
      gap: 18px 32px;
      margin: 14px 0;
    }
    h3 {
      margin-bottom: 8px;
      color: var(--pr-ink);
      font-size: 12.5px;
      font-weight: 600;
    }
  `,
})
export class PortraitCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(CreatorWords);
  readonly readers = input.required<ReadersOfNotes | null>();
  readonly portrait = input.required<DataCentreView['portrait']>();
  /** day from which reads are looked at */
  readonly since = input.required<string>();

  protected readonly sentence = computed(() => {
    const readers = this.readers();
    if (!readers) return '';
    const few = readers.readers < readers.floor;
    return this.texts.say(few ? 'creatorDesk.data.portrait.few' : 'creatorDesk.data.portrait.text', {
      readers: this.format.number(readers.readers),
      since: this.format.wholeDay(this.since()),
      most: this.format.number(readers.readsMost),
      floor: readers.floor,
    });
  });

  protected readonly parts = computed(() => {
    const readers = this.readers();
    if (!readers) return [];
    return dimensions
      .map((dimension) => ({
        name: this.words.dimension(dimension),
        rows: readers[dimension].map((part) => this.row(part, () => this.band(dimension, part.value ?? ''))),
      }))
      .filter(({ rows }) => rows.length);
  });

  protected readonly interests = computed(() =>
    (this.portrait()?.groups ?? []).map((group) =>
      this.row(group, () => this.texts.say(`common.category.${group.category ?? 'lifestyle'}`)),
    ),
  );

  private row(
    part: { kind: 'known' | 'unknown' | 'others'; readers: number; share: number },
    name: () => string,
  ): ShareRow {
    const known = part.kind === 'known' ? name() : this.texts.say(`creatorDesk.data.portrait.${part.kind}`);
    return {
      key: known,
      name: known,
      share: part.share,
      shown: this.format.percent(part.share, 0),
      title: this.texts.count(
        'creatorDesk.data.portrait.of',
        part.readers,
        {},
        this.format.number(part.readers),
      ),
    };
  }

  private band(dimension: Dimension, value: string): string {
    return dimension === 'gender' && value === 'other'
      ? this.texts.say('creatorDesk.data.portrait.otherGender')
      : this.words.band(dimension, value);
  }
}
