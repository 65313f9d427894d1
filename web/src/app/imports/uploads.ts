import { HttpEventType } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import { importLimits, type ImportView } from '@poolrise/contracts';
import { lastValueFrom, tap } from 'rxjs';
import { Texts } from '../../i18n/texts';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { Session } from '../session/session';
import { Toast } from '../ui/toast';
import { ImportWords } from './import-words';
import { ImportsApi } from './imports-api';

/** Files that travel at the same time; the others wait their turn. */
const atOnce = 2;

export interface Upload {
  key: number;
  file: File;
  /** 0 to 1 */
  share: number;
  /** why it did not get there; null while it waits or travels */
  refusal: string | null;
  /** for how many months it is kept; undefined for as many as the workspace keeps files */
  keptMonths: number | undefined;
  /** whether another try may get it there */
  again: boolean;
}

/** Files on their way to the api. They keep travelling while one looks at another page. */
@Service()
export class Uploads {
  private readonly api = inject(ImportsApi);
  private readonly texts = inject(Texts);
  private readonly says = inject(ProblemText);
  private readonly words = inject(ImportWords);
  private readonly toast = inject(Toast);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly all = signal<readonly Upload[]>([]);
  private readonly waiting: number[] = [];
  private travelling = 0;
  private last = 0;

  readonly list = this.all.asReadonly();

  /** Grows with every file that got there: lists of files ask again. */
  readonly arrivals = signal(0);

  send(files: readonly File[], keptMonths?: number): void {
    for (const file of files) {
      const key = ++this.last;
      const refusal = this.refusalOf(file);
      this.all.update((all) => [...all, { key, file, share: 0, refusal, again: false, keptMonths }]);
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
  private refusalOf({ size }: File): string | null {
    if (size === 0) return this.texts.say('imports.upload.empty');
    if (size <= importLimits.bytes) return null;
    return this.texts.say('imports.upload.tooLarge', { size: this.words.size(size) });
  }

  private next(): void {
    while (this.travelling < atOnce) {
      const key = this.waiting.shift();
      const upload = this.all().find((one) => one.key === key);
      if (!upload) return;
      this.travelling++;
      void this.travel(upload).finally(() => {
        this.travelling--;
        this.next();
      });
    }
  }

  private async travel({ key, file, keptMonths }: Upload): Promise<void> {
    try {
      const done = await lastValueFrom(
        this.api.upload(file, keptMonths).pipe(
          tap((event) => {
            if (event.type !== HttpEventType.UploadProgress || !event.total) return;
            this.change(key, { share: event.loaded / event.total });
          }),
        ),
      );
      this.dismiss(key);
      this.arrivals.update((n) => n + 1);
      if (done.type === HttpEventType.Response && done.body) this.tellIfKnown(done.body);
    } catch (error) {
      const problem = problemOf(error);
      const again = ['unavailable', 'internal', 'too-many-imports'].includes(problem.code);
      this.change(key, { refusal: this.says.sentence(problem), again });
    }
  }

  /** A file that comes for the first time waits to be read; one whose very bytes stand already is further. */
  private tellIfKnown({ id, name, state }: ImportView): void {
    if (state === 'waiting') return;
    this.toast.sayWithWayBack(
      this.texts.say('imports.upload.known', { name }),
      this.texts.say('imports.upload.open'),
      () => void this.router.navigate(this.session.to('imports', id)),
    );
  }

  private change(key: number, change: Partial<Upload>): void {
    this.all.update((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }
}
