import { computed, DOCUMENT, inject, Service, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { type Language, preferredLanguage, rememberLanguage } from './language';
import type { PluralKey, TextKey } from './text-key';

export type TextParams = Record<string, string | number>;

/** Stand around what is put into a sentence while it is made; private to Unicode, so in no text. */
const opens = '\uE000';
const closes = '\uE001';

/** A Latin name in a Chinese sentence stands apart from its neighbours, as in 「Mei 想」; a Chinese one does not. */
const spaced = (sentence: string): string =>
  sentence
    .replace(/(?<=[A-Za-z])\uE001(?=\p{Script=Han})/gu, ' ')
    .replace(/(?<=\p{Script=Han})\uE000(?=[A-Za-z])/gu, ' ')
    .replace(/[\uE000\uE001]/g, '');

/**
 * What the console says, in the language of the person.
 *
 * `language` is a signal: whatever reads a text in a template or a computed is read again when it changes.
 */
@Service()
export class Texts {
  private readonly transloco = inject(TranslocoService);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly current = signal<Language>(preferredLanguage());

  readonly language = this.current.asReadonly();
  readonly chinese = computed(() => this.current() === 'zh-CN');

  /** Loads the words of a language, then speaks it. */
  async speak(language: Language): Promise<void> {
    await firstValueFrom(this.transloco.load(language));
    this.transloco.setActiveLang(language);
    this.root.lang = language;
    this.current.set(language);
  }

  /** As `speak`, and remembered in this browser. */
  async choose(language: Language): Promise<void> {
    await this.speak(language);
    rememberLanguage(language);
  }

  say(key: TextKey, params?: TextParams): string {
    if (!params || !this.chinese()) return this.transloco.translate(key, params, this.current());
    const bounded = Object.entries(params).map(([name, value]) => [name, `${opens}${value}${closes}`]);
    return spaced(this.transloco.translate(key, Object.fromEntries(bounded), this.current()));
  }

  /** A sentence about `n` things; `shown` is how the number is written when not plainly. */
  count(key: PluralKey, n: number, params?: TextParams, shown: string | number = n): string {
    const form = this.chinese() || n !== 1 ? 'other' : 'one';
    return this.say(`${key}.${form}` as TextKey, { ...params, n: shown });
  }

  /** True when there is a text under a key that came from outside, such as a code of the api. */
  knows(key: string): key is TextKey {
    return this.transloco.getTranslation(this.current())[key] !== undefined;
  }

  /** A name that travels in both languages. */
  of(name: { zh: string; en: string }): string {
    return this.chinese() ? name.zh : name.en;
  }
}
