import { Component, computed, inject, input } from '@angular/core';
import type { MatchRow } from '@poolrise/contracts';
import { Format } from '../ui/format';
import { BriefWords } from './brief-words';
import { partColours } from './part-colours';

/** A score as a bar of a hundred points, one piece for each part; the pieces sum to it. */
@Component({
  selector: 'app-contribution-bar',
  host: { role: 'img', '[attr.aria-label]': 'label()' },
  template: `
    @for (piece of pieces(); track piece.part) {
      <i [style.width.%]="piece.tenths / 10" [style.background]="piece.colour" [title]="piece.title"></i>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 1px;
      height: 12px;
      overflow: hidden;
      border-radius: 6px;
      background: var(--pr-basin);
    }
    i {
      flex: none;
      transition: width var(--pr-quick);
    }
  `,
})
export class ContributionBar {
  private readonly format = inject(Format);
  private readonly words = inject(BriefWords);
  readonly parts = input.required<MatchRow['parts']>();

  protected readonly pieces = computed(() =>
    this.parts()
      .filter(({ tenths }) => tenths > 0)
      .map(({ part, tenths }) => ({
        part,
        tenths,
        colour: partColours[part],
        title: `${this.words.part(part)} ${this.format.decimal(tenths / 10)}`,
      })),
  );
  protected readonly label = computed(() =>
    this.pieces()
      .map(({ title }) => title)
      .join(', '),
  );
}
