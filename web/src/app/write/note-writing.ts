import { computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import type { NoteDraftView, Problem } from '@poolrise/contracts';
import { Texts } from '../../i18n/texts';
import { problemOf } from '../problems/problem-of';
import { forgetNote, keepNote, keptNote } from './kept-note';
import { savedOf, type TypedNote, typedOf, unsaved } from './typed-note';
import { WriteApi } from './write-api';

/** A pause in typing after which what is typed is saved, and the time until it is tried again when nobody answers. */
const pauseMs = 700;
const againMs = 3_000;

/**
 * `saved`: all of it is; `typing`: a pause is waited for; `saving`; `away`: nobody answers, it is kept here and tried again;
 * `outrun`: somebody else saved meanwhile; `refused`: it cannot be saved as it stands.
 */
export type SavingState = 'saved' | 'typing' | 'saving' | 'away' | 'outrun' | 'refused';

/** A note being written: what is typed is kept in this browser at once and saved after each pause, one save at a time. */
export class NoteWriting {
  private readonly said = signal<TypedNote | null>(null);
  private readonly latest = signal<NoteDraftView | null>(null);
  private readonly how = signal<SavingState>('saved');
  private readonly against = signal<Problem | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private travelling: Promise<void> | null = null;

  readonly typed = this.said.asReadonly();
  /** as it was saved last, by whomever */
  readonly view = this.latest.asReadonly();
  readonly state = this.how.asReadonly();
  readonly problem = this.against.asReadonly();
  readonly locked = computed(() => this.latest()?.state !== 'draft');

  constructor(
    private readonly api: WriteApi,
    private readonly chinese: () => boolean,
  ) {}

  /** What the server says. News of others is taken over where nothing is typed, and else told at the next save. */
  arrive(view: NoteDraftView): void {
    const before = this.latest();
    if (before?.id === view.id) {
      if (view.version < before.version || (this.how() !== 'saved' && view.state === 'draft')) return;
      // Our own save comes back as news: what is typed is not as tidy as what was saved of it, and stays.
      if (view.version === before.version && view.state === before.state) this.latest.set(view);
      else this.take(view);
      return;
    }
    this.take(view);
    const kept = keptNote(view.id);
    if (!kept || view.state !== 'draft') return;
    this.said.set(kept.typed);
    if (kept.version === view.version) this.later(0);
    else if (this.isUnchanged()) forgetNote(view.id);
    else this.how.set('outrun');
  }

  change(change: Partial<TypedNote>): void {
    const view = this.latest();
    if (!view || this.locked()) return;
    this.said.update((typed) => typed && { ...typed, ...change });
    const typed = this.said();
    if (typed) keepNote(view.id, { version: view.version, typed });
    if (this.how() !== 'outrun') this.later(pauseMs);
  }

  /** Saves what is typed now. Returns whether all of it is saved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.travelling) await this.travelling;
    if (this.how() === 'saved') return true;
    if (this.how() === 'outrun') return false;
    // Taken back wherever `send` ends, also before it began to wait: or the next flush would wait for it for ever.
    this.travelling = this.send().finally(() => (this.travelling = null));
    await this.travelling;
    return this.state() === 'saved';
  }

  /** Lets go of what is typed for what the other one saved, or puts it on top of that. */
  async settle(whose: 'mine' | 'theirs'): Promise<void> {
    const id = this.latest()?.id;
    if (!id) return;
    const view = await this.api.one(id);
    const mine = this.said();
    this.take(view);
    if (whose === 'theirs' || !mine) forgetNote(id);
    else this.change(mine);
  }

  /** The draft is gone: nothing of it is kept or saved. */
  drop(): void {
    clearTimeout(this.timer);
    const id = this.latest()?.id;
    if (id) forgetNote(id);
    this.how.set('saved');
  }

  /** Nobody waits any more; what is not saved is kept. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private take(view: NoteDraftView): void {
    this.latest.set(view);
    this.said.set(typedOf(view, this.chinese()));
    this.against.set(null);
    this.how.set('saved');
  }

  private later(ms: number): void {
    this.how.set('typing');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private isUnchanged(): boolean {
    const [view, typed] = [this.latest(), this.said()];
    if (!view || !typed) return true;
    const { version } = view;
    return (
      JSON.stringify(savedOf(typed, version)) ===
      JSON.stringify(savedOf(typedOf(view, this.chinese()), version))
    );
  }

  private async send(): Promise<void> {
    const [view, typed] = [this.latest(), this.said()];
    if (!view || !typed) return;
    if (unsaved(typed)) {
      this.how.set('refused');
      return;
    }
    this.how.set('saving');
    try {
      const saved = await this.api.save(view.id, savedOf(typed, view.version));
      this.latest.set(saved);
      this.against.set(null);
      if (this.said() === typed) {
        this.how.set('saved');
        // A link that is not whole yet is only here.
        if (savedOf(typed, 0).products.length === typed.products.length) forgetNote(view.id);
        else keepNote(view.id, { version: saved.version, typed });
      } else {
        const now = this.said();
        if (now) keepNote(view.id, { version: saved.version, typed: now });
        this.later(pauseMs);
      }
    } catch (error) {
      const problem = problemOf(error);
      this.against.set(problem);
      if (problem.code === 'note-draft-moved-on') this.how.set('outrun');
      else if (problem.status >= 500) {
        this.later(againMs);
        this.how.set('away');
      } else this.how.set('refused');
    }
  }
}

/** In an injection context: the writing of the draft that `view` shows. */
export function noteWriting(api: WriteApi, view: () => NoteDraftView | undefined): NoteWriting {
  const texts = inject(Texts);
  const writing = new NoteWriting(api, () => texts.chinese());
  effect(() => {
    const arrived = view();
    if (arrived) untracked(() => writing.arrive(arrived));
  });
  const back = (): void => void writing.flush();
  addEventListener('online', back);
  inject(DestroyRef).onDestroy(() => {
    removeEventListener('online', back);
    void writing.flush();
    writing.stop();
  });
  return writing;
}
