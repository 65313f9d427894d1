import { Component, computed, inject, input } from '@angular/core';
import type { MediaView } from '@poolrise/contracts';
import { type MediaChange, mediaDifference } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Chip, type Tone } from '../ui/chip';

const tones: Record<MediaChange['kind'], Tone> = {
  kept: 'neutral',
  moved: 'action',
  replaced: 'paid',
  added: 'passed',
  removed: 'stopped',
};

interface Shown {
  kind: MediaChange['kind'];
  before: MediaView | null;
  after: MediaView | null;
  /** what happened, and where */
  name: string;
  words: string;
}

/** Which pictures came, went, moved and were replaced from one draft to the next; a replaced one stands beside the new one. */
@Component({
  selector: 'app-media-difference',
  imports: [Chip, T],
  template: `
    <p class="size">{{ size() }}</p>
    <ul [attr.aria-label]="'media.difference' | t">
      @for (change of changes(); track $index) {
        <li [class]="change.kind">
          <div class="pictures">
            @if (change.kind === 'replaced' || change.kind === 'removed') {
              @if (change.before; as one) {
                <img
                  class="gone"
                  alt=""
                  loading="lazy"
                  [src]="one.thumbUrl ?? one.url"
                  [style.background]="one.color"
                />
              }
            }
            @if (change.kind === 'replaced') {
              <span aria-hidden="true">→</span>
            }
            @if (change.after; as one) {
              @if (one.kind === 'image') {
                <img alt="" loading="lazy" [src]="one.thumbUrl" [style.background]="one.color" />
              } @else {
                <video preload="metadata" muted [src]="one.url"></video>
              }
            }
          </div>
          <app-chip [tone]="tones[change.kind]">{{ change.name }}</app-chip>
          <small>{{ change.words }}</small>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    .size,
    small {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 14px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      gap: 6px;
      justify-items: start;
      align-content: start;
    }
    .pictures {
      display: flex;
      gap: 8px;
      align-items: center;
    }
    img,
    video {
      width: 108px;
      height: 144px;
      border-radius: 10px;
      object-fit: cover;
    }
    .gone {
      outline: 2px solid var(--pr-stopped);
      outline-offset: 1px;
      filter: saturate(0.55);
      opacity: 0.82;
    }
    .added img,
    .replaced img:not(.gone) {
      outline: 2px solid var(--pr-passed);
      outline-offset: 1px;
    }
  `,
})
export class MediaDifference {
  private readonly texts = inject(Texts);
  protected readonly tones = tones;
  readonly before = input.required<readonly MediaView[]>();
  readonly after = input.required<readonly MediaView[]>();

  protected readonly changes = computed((): Shown[] => {
    const [before, after] = [this.before(), this.after()];
    const ids = (media: readonly MediaView[]) => media.map(({ id }) => id);
    return mediaDifference(ids(before), ids(after)).map((change) => ({
      kind: change.kind,
      name: this.texts.say(`media.change.${change.kind}`),
      before: 'from' in change ? (before[change.from] ?? null) : null,
      after: 'to' in change ? (after[change.to] ?? null) : null,
      words: this.placeOf(change),
    }));
  });
  protected readonly size = computed(() => {
    const changed = this.changes().filter(({ kind }) => kind !== 'kept').length;
    return this.texts.say(changed ? 'media.changed' : 'media.unchanged', { n: changed });
  });

  private placeOf(change: MediaChange): string {
    const [from, to] = ['from' in change ? change.from + 1 : 0, 'to' in change ? change.to + 1 : 0];
    if (change.kind === 'moved') return this.texts.say('media.fromTo', { from, to });
    return this.texts.say('media.at', { n: to || from });
  }
}
