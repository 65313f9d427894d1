import { signal } from '@angular/core';
import type { Answering } from '../proposals/shared-document';

const rememberedAs = 'poolrise.share-name';

/** What the client is about to say. The name is kept for this tab, so that it is typed once. */
export class ShareAnswers {
  readonly name = signal(sessionStorage.getItem(rememberedAs) ?? '');
  readonly answering = signal<Answering | null>(null);
  readonly comment = signal('');
  readonly whole = signal('');

  rename(name: string): void {
    this.name.set(name);
    sessionStorage.setItem(rememberedAs, name);
  }

  /** Another verdict about the same creator keeps what was typed. */
  choose(answering: Answering): void {
    if (this.answering()?.itemId !== answering.itemId) this.comment.set('');
    this.answering.set(answering);
  }

  close(): void {
    this.answering.set(null);
    this.comment.set('');
  }
}
