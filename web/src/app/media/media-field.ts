import { Component, computed, type ElementRef, inject, input, model, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { MediaView } from '@poolrise/contracts';
import { type MediaKind, mediaLimits } from '@poolrise/domain';
import { lastValueFrom } from 'rxjs';
import { HttpEventType } from '@angular/common/http';
import { T } from '../../i18n/t';
import { Icon } from '../ui/icon';
import { MediaApi } from './media-api';
import { mediaUploads } from './media-uploads';
import { videoFrame } from './video-frame';

const accepted: Record<MediaKind, string> = {
  image: 'image/jpeg,image/png,image/webp',
  video: 'video/mp4,video/webm',
};
/** The picture in front of a video is this one, until another is chosen: the very first is often black. */
const firstFrameSeconds = 0.5;

/** Pictures of a note in their order, or its video, with the cover; files are dropped, pasted or chosen. */
@Component({
  selector: 'app-media-field',
  imports: [Icon, MatButton, MatProgressBar, T],
  host: {
    '[class.over]': 'over()',
    '(dragover)': 'hovers($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'dropped($event)',
    '(paste)': 'take($event.clipboardData?.files)',
  },
  templateUrl: './media-field.html',
  styleUrl: './media-field.scss',
})
export class MediaField {
  private readonly api = inject(MediaApi);
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');
  private readonly player = viewChild<ElementRef<HTMLVideoElement>>('player');
  protected readonly most = mediaLimits.imagesPerNote;

  readonly kind = input.required<MediaKind>();
  readonly media = model.required<readonly MediaView[]>();
  /** one of the images, or the picture in front of the video; null: the first image, or none */
  readonly cover = model<MediaView | null>(null);

  protected readonly uploads = mediaUploads((media, file, key) => this.arrive(media, file, key));
  /** of what was uploaded here, when it was chosen */
  private readonly chosenAt = new Map<string, number>();
  /** whether something is still on its way */
  readonly travels = computed(() => this.uploads.list().some(({ refusal }) => refusal === null));
  protected readonly accepted = computed(() => accepted[this.kind()]);
  protected readonly room = computed(() => {
    const on = this.uploads.list().filter(({ refusal }) => refusal === null).length;
    return Math.max(0, (this.kind() === 'image' ? this.most : 1) - this.media().length - on);
  });
  protected readonly coverId = computed(
    () => this.cover()?.id ?? (this.kind() === 'image' ? this.media()[0]?.id : undefined),
  );
  protected readonly over = signal(false);
  protected readonly leftOut = signal(0);
  protected readonly framing = signal(false);
  protected readonly noFrame = signal(false);
  private dragged: number | null = null;

  protected hovers(event: DragEvent): void {
    event.preventDefault();
    if (this.dragged === null) this.over.set(true);
  }

  protected dropped(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take(event.dataTransfer?.files);
  }

  protected choose(): void {
    this.picker().nativeElement.click();
  }

  protected chosen(): void {
    const picker = this.picker().nativeElement;
    this.take(picker.files);
    // The same file chosen again is a change again.
    picker.value = '';
  }

  protected take(files: FileList | null | undefined): void {
    if (!files?.length) return;
    const room = this.room();
    this.leftOut.set(Math.max(0, files.length - room));
    this.uploads.send([...files].slice(0, room), this.kind());
  }

  protected remove(index: number): void {
    const gone = this.media()[index];
    this.media.update((media) => media.filter((_, at) => at !== index));
    if (this.cover()?.id === gone?.id || this.kind() === 'video') this.cover.set(null);
    this.leftOut.set(0);
  }

  protected move(from: number, to: number): void {
    const media = [...this.media()];
    if (to < 0 || to >= media.length) return;
    media.splice(to, 0, ...media.splice(from, 1));
    this.media.set(media);
  }

  protected lift(index: number): void {
    this.dragged = index;
  }

  protected drop(event: DragEvent, index: number): void {
    if (this.dragged === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.move(this.dragged, index);
    this.dragged = null;
  }

  protected dropNowhere(): void {
    this.dragged = null;
  }

  /** The picture that the video shows now stands in front of it. */
  protected async frame(): Promise<void> {
    const [video] = this.media();
    const player = this.player()?.nativeElement;
    if (video && player) await this.frameOf(video.url, player.currentTime);
  }

  private arrive(media: MediaView, file: File, key: number): void {
    if (media.kind !== this.kind() || this.media().some(({ id }) => id === media.id)) return;
    this.chosenAt.set(media.id, key);
    const later = this.media().findIndex(({ id }) => (this.chosenAt.get(id) ?? 0) > key);
    this.media.update((all) => all.toSpliced(later < 0 ? all.length : later, 0, media));
    if (media.kind === 'video') void this.frameOf(file, firstFrameSeconds);
  }

  private async frameOf(source: Blob | string, seconds: number): Promise<void> {
    this.framing.set(true);
    this.noFrame.set(false);
    try {
      const picture = await videoFrame(source, seconds);
      if (!picture) throw new Error('this browser shows nothing of the video');
      const done = await lastValueFrom(this.api.upload(picture, 'cover.jpg'));
      if (done.type === HttpEventType.Response && done.body) this.cover.set(done.body);
    } catch {
      this.noFrame.set(true);
    } finally {
      this.framing.set(false);
    }
  }
}
