import { HttpEventType } from '@angular/common/http';
import { inject, signal } from '@angular/core';
import type { MediaView } from '@poolrise/contracts';
import { type MediaKind, mediaLimits } from '@poolrise/domain';
import { lastValueFrom, tap } from 'rxjs';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { MediaApi } from './media-api';

/** Files that travel at the same time; the others wait their turn. */
const atOnce = 2;

/** A file on its way. */
export interface MediaUpload {
  key: number;
  file: File;
  /** 0 to 1 */
  share: number;
  /** why it did not get there; null while it waits or travels */
  refusal: string | null;
  /** whether another try may get it there */
  again: boolean;
}

/** Keys rise in the order in which the files were chosen, which is not the one in which they arrive. */
type Arrived = (media: MediaView, file: File, key: number) => void;

/** Files on their way into a form; what has arrived is told and no longer listed. */
export class MediaUploads {
  private readonly all = signal<readonly MediaUpload[]>([]);
  private readonly waiting: number[] = [];
  private travelling = 0;
  private last = 0;
  readonly list = this.all.asReadonly();

  constructor(
    private readonly api: MediaApi,
    private readonly says: ProblemText,
    private readonly arrived: Arrived,
  ) {}

  send(files: readonly File[], kind: MediaKind): void {
    for (const file of files) {
      const key = ++this.last;
      const refusal = this.refusalOf(file, kind);
      this.all.update((all) => [...all, { key, file, share: 0, refusal, again: false }]);
      if (!refusal) this.waiting.push(key);
    }
    this.next();
  }

  again(key: number): void {
    this.change(key, { share: 0, refusal: null });
    this.waiting.push(key);
    this.next();
  }

  dismiss(key: number): void {
    this.all.update((all) => all.filter((one) => one.key !== key));
  }

  /** What the api would refuse anyway, said before 50 MB have travelled. */
  private refusalOf({ size, type }: File, kind: MediaKind): string | null {
    const code = size === 0 ? 'media-empty' : size > mediaLimits.bytes[kind] ? 'media-too-large' : null;
    const foreign = type !== '' && !type.startsWith(`${kind}/`) ? 'media-type-refused' : null;
    const refused = foreign ?? code;
    return refused && this.says.sentence({ code: refused });
  }

  private next(): void {
    while (this.travelling < atOnce) {
      const key = this.waiting.shift();
      if (key === undefined) return;
      const upload = this.all().find((one) => one.key === key);
      if (!upload) continue;
      this.travelling++;
      void this.travel(upload).finally(() => {
        this.travelling--;
        this.next();
      });
    }
  }

  private async travel({ key, file }: MediaUpload): Promise<void> {
    try {
      const done = await lastValueFrom(
        this.api.upload(file, file.name).pipe(
          tap((event) => {
            if (event.type === HttpEventType.UploadProgress && event.total)
              this.change(key, { share: event.loaded / event.total });
          }),
        ),
      );
      const stillWanted = this.all().some((one) => one.key === key);
      this.dismiss(key);
      if (stillWanted && done.type === HttpEventType.Response && done.body)
        this.arrived(done.body, file, key);
    } catch (error) {
      const problem = problemOf(error);
      const again = ['unavailable', 'internal', 'media-not-kept'].includes(problem.code);
      this.change(key, { refusal: this.says.sentence(problem), again });
    }
  }

  private change(key: number, change: Partial<MediaUpload>): void {
    this.all.update((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }
}

/** In an injection context: uploads of a form. */
export const mediaUploads = (arrived: Arrived): MediaUploads =>
  new MediaUploads(inject(MediaApi), inject(ProblemText), arrived);
