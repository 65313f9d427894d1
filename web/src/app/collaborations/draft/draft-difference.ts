import { Component, computed, inject, input } from '@angular/core';
import type { OrderDraft } from '@poolrise/contracts';
import { Texts } from '../../../i18n/texts';
import { MediaDifference } from '../../media/media-difference';
import { differenceOf, type Piece, sizeOf } from './text-difference';

type Part = 'heading' | 'body' | 'topics';

/** What was changed from one draft to the next: struck out what went, underlined what came. */
@Component({
  selector: 'app-draft-difference',
  imports: [MediaDifference],
  template: `
    @if (before().media.length || after().media.length) {
      <app-media-difference [before]="before().media" [after]="after().media" />
    }
    <p class="size">{{ size() }}</p>
    @for (part of parts(); track part.name) {
      <div role="group" [class]="part.name" [attr.aria-label]="part.label">
        @for (piece of part.pieces; track $index) {
          @switch (piece.kind) {
            @case ('added') {
              <ins [textContent]="piece.text"></ins>
            }
            @case ('removed') {
              <del [textContent]="piece.text"></del>
            }
            @default {
              <span [textContent]="piece.text"></span>
            }
          }
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
      max-width: 68ch;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .size {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    .heading {
      font-size: 17px;
      font-weight: 650;
      line-height: 1.5;
    }
    .body {
      font-size: 15px;
      line-height: 1.75;
    }
    .topics {
      font-size: 13px;
    }
    ins {
      background: var(--pr-tint-passed);
      color: var(--pr-passed);
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    del {
      background: var(--pr-tint-stopped);
      color: var(--pr-stopped);
    }
  `,
})
export class DraftDifference {
  private readonly texts = inject(Texts);
  readonly before = input.required<OrderDraft>();
  readonly after = input.required<OrderDraft>();

  protected readonly parts = computed((): { name: Part; label: string; pieces: Piece[] }[] => {
    const [before, after] = [this.before(), this.after()];
    const topics = ({ topics }: OrderDraft) => topics.map((topic) => `#${topic}`).join(' ');
    const part = (name: Part, one: string, other: string) => ({
      name,
      label: this.texts.say(`orderDraft.${name}`),
      pieces: differenceOf(one, other),
    });
    return [
      part('heading', before.title, after.title),
      part('body', before.body, after.body),
      part('topics', topics(before), topics(after)),
    ];
  });
  protected readonly size = computed(() => {
    const { added, removed } = sizeOf(this.parts().flatMap(({ pieces }) => pieces));
    return added + removed === 0
      ? this.texts.say('orderDraft.unchanged')
      : this.texts.say('orderDraft.changes', { added, removed });
  });
}
