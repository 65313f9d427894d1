import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { MediaAnchor, MediaView } from '@poolrise/contracts';
import type { PictureRegion } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Icon } from '../ui/icon';
import { clockText } from './clock-text';
import { PinLayer, type PicturePin } from './pin-layer';

/** A comment that is pinned to a picture, or to a moment of a video. */
export interface MediaPin {
  number: number;
  anchor: MediaAnchor;
  words: string;
}

/** Pins of a video are on its picture for so long around their moment. */
const aroundMs = 1_000;

/** The pictures of a draft, one large and the others in a strip, or its video; with pins, and places to be marked. */
@Component({
  selector: 'app-media-viewer',
  imports: [Icon, MatButton, PinLayer, T],
  templateUrl: './media-viewer.html',
  styleUrl: './media-viewer.scss',
})
export class MediaViewer {
  private readonly texts = inject(Texts);
  private readonly layer = viewChild(PinLayer);
  private readonly video = viewChild<ElementRef<HTMLVideoElement>>('video');
  protected readonly clockText = clockText;

  readonly media = input.required<readonly MediaView[]>();
  readonly cover = input<MediaView | null>(null);
  readonly pins = input<readonly MediaPin[]>([]);
  /** the number of the comment that is looked at */
  readonly active = input<number | null>(null);
  /** whether places can be marked */
  readonly may = input(false);
  /** the place that is being marked, or null */
  readonly marked = output<MediaAnchor | null>();
  /** the marked place is meant: on to what is said of it */
  readonly taken = output();
  readonly chosen = output<number>();

  /** What is large: the first, until another is chosen or one of them is gone. */
  protected readonly place = linkedSignal<readonly MediaView[], number>({
    source: this.media,
    computation: (media, earlier) => {
      const same = media.findIndex(({ id }) => id === earlier?.source[earlier.value]?.id);
      return Math.max(0, same);
    },
  });
  protected readonly shown = computed(() => this.media()[this.place()]);
  /** Pins are parts of the picture, so the frame has to have its very shape. */
  protected readonly ratio = computed(() => {
    const { width = 3, height = 4 } = this.shown() ?? {};
    return width / height;
  });
  protected readonly alt = computed(() =>
    this.texts.say('media.nth', { n: this.place() + 1, of: this.media().length }),
  );
  protected readonly box = signal<PictureRegion | null>(null);
  protected readonly now = signal(0);
  protected readonly failed = signal<readonly string[]>([]);

  protected readonly here = computed(() =>
    this.pins().filter(({ anchor }) => anchor.mediaId === this.shown()?.id),
  );
  protected readonly onPicture = computed((): PicturePin[] =>
    this.here().flatMap(({ number, anchor, words }) =>
      anchor.field === 'video' && Math.abs(anchor.ms - this.now()) > aroundMs && number !== this.active()
        ? []
        : [{ number, region: anchor.region, words }],
    ),
  );
  /** along the time of the video */
  protected readonly onTime = computed(() => {
    const length = this.shown()?.durationMs ?? 0;
    return this.here().flatMap(({ number, anchor, words }) =>
      anchor.field === 'video' && length > 0
        ? [{ number, words, ms: anchor.ms, left: (100 * anchor.ms) / length }]
        : [],
    );
  });
  protected readonly pinsOf = (media: MediaView): number =>
    this.pins().filter(({ anchor }) => anchor.mediaId === media.id).length;

  /** Brings the picture, or the moment, of a pin before the eyes. */
  show(number: number): void {
    const pin = this.pins().find((one) => one.number === number);
    const place = this.media().findIndex(({ id }) => id === pin?.anchor.mediaId);
    if (!pin || place < 0) return;
    this.choose(place);
    if (pin.anchor.field === 'video') this.seek(pin.anchor.ms);
    setTimeout(() => this.layer()?.focusPin(number));
  }

  /** Nothing is marked any more. */
  clear(): void {
    this.box.set(null);
  }

  protected choose(place: number): void {
    if (place === this.place()) return;
    this.place.set(place);
    this.mark(null);
  }

  protected step(by: number): void {
    const count = this.media().length;
    this.choose((this.place() + by + count) % count);
  }

  protected mark(box: PictureRegion | null): void {
    this.box.set(box);
    const media = this.shown();
    if (!media || !box) return this.marked.emit(null);
    this.marked.emit(
      media.kind === 'image'
        ? { field: 'image', mediaId: media.id, region: box }
        : { field: 'video', mediaId: media.id, ms: this.moment(), region: box },
    );
  }

  protected markByKeys(): void {
    this.video()?.nativeElement.pause();
    this.layer()?.markByKeys();
  }

  /** This moment, and no place in its picture. */
  protected markMoment(): void {
    const media = this.shown();
    if (!media) return;
    this.video()?.nativeElement.pause();
    this.box.set(null);
    this.marked.emit({ field: 'video', mediaId: media.id, ms: this.moment(), region: null });
    this.taken.emit();
  }

  protected onPin(number: number, ms?: number): void {
    if (ms !== undefined) this.seek(ms);
    this.chosen.emit(number);
  }

  protected fail({ id }: MediaView): void {
    this.failed.update((ids) => [...ids, id]);
  }

  protected timed(): void {
    this.now.set(this.moment());
  }

  private moment(): number {
    const { currentTime = 0 } = this.video()?.nativeElement ?? {};
    return Math.min(Math.round(currentTime * 1_000), this.shown()?.durationMs ?? 0);
  }

  private seek(ms: number): void {
    const video = this.video()?.nativeElement;
    if (!video) return;
    video.pause();
    video.currentTime = ms / 1_000;
    this.now.set(ms);
  }
}
