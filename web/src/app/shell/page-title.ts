import { effect, inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Texts } from '../../i18n/texts';
import type { TextKey } from '../../i18n/text-key';

/** Names the browser tab: a route's `title` is a text key; a page about one thing may call `name` with its title. */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly texts = inject(Texts);
  private readonly key = signal<TextKey>('common.product');
  private readonly subject = signal<string | null>(null);

  constructor() {
    super();
    effect(() => {
      const page = this.subject() ?? this.texts.say(this.key());
      const product = this.texts.say('common.product');
      this.title.setTitle(page === product ? product : `${page} · ${product}`);
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.subject.set(null);
    this.key.set((this.buildTitle(state) ?? 'common.product') as TextKey);
  }

  name(subject: string): void {
    this.subject.set(subject);
  }
}
