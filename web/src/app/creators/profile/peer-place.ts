import { Component, computed, inject, input } from '@angular/core';
import { type CreatorMetric, creatorMetrics } from '@poolrise/domain';
import { Texts } from '../../../i18n/texts';
import { Emphasis } from '../../ui/emphasis';
import { Format } from '../../ui/format';
import { placeOf, placeWords } from './creator-words';

/**
 * Where a figure stands among peers: the words, and a bar as long as the share of peers that it leaves behind. Where
 * less is better the words say "below", so a long bar is good on every line; grey where neither is.
 */
@Component({
  selector: 'app-peer-place',
  imports: [Emphasis],
  template: `
    @if (place(); as place) {
      @if (place.side !== 'same') {
        <span class="bar" aria-hidden="true"><i [style.width.%]="place.share"></i></span>
      }
      <app-emphasis [text]="words()" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: 1 1 100%;
      flex-wrap: wrap;
      gap: 4px 10px;
      align-items: center;
      min-height: 18px;
      color: var(--pr-muted);
      font-size: 12px;
      --place: var(--pr-organic);
    }
    :host(.neither) {
      --place: var(--pr-line-strong);
    }
    .bar {
      flex: 0 0 var(--place-width, 100%);
      height: 4px;
      border-radius: 2px;
      background: var(--pr-basin);
      box-shadow: inset 0 0 0 1px var(--pr-line);
    }
    i {
      display: block;
      height: 100%;
      min-width: 2px;
      border-radius: 2px;
      background: var(--place);
    }
    app-emphasis {
      white-space: nowrap;
    }
  `,
  host: { '[class.neither]': 'neither()' },
})
export class PeerPlace {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly metric = input.required<CreatorMetric>();
  readonly percentile = input.required<number | null>();
  readonly value = input.required<number | null>();

  protected readonly neither = computed(() => creatorMetrics[this.metric()] === 'neither');
  protected readonly place = computed(() => placeOf(this.metric(), this.percentile(), this.value()));
  protected readonly words = computed(() => {
    const place = this.place();
    return place
      ? this.texts.say(`creatorProfile.place.${place.side === 'same' ? 'asPeers' : 'ofPeers'}`, {
          place: placeWords(place, this.texts, this.format),
        })
      : '';
  });
}
