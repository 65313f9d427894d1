import { inject } from '@angular/core';
import { type Language, languages } from '../../i18n/language';
import { Texts } from '../../i18n/texts';
import type { TextKey } from '../../i18n/text-key';
import { Theme, type ThemeName, themes } from './theme';

/** One of several looks of the console; exactly one is worn. */
export interface Choice {
  key: string;
  name: TextKey;
  /** the language that the name is written in, when it names itself */
  lang?: Language;
  worn: () => boolean;
  choose: () => unknown;
}

/** Each language names itself, so that a lost reader finds the way back. Call it where one may inject. */
export function languageChoices(texts = inject(Texts)): Choice[] {
  const names = { 'zh-CN': 'shell.language.chinese', en: 'shell.language.english' } as const;
  return languages.map((lang) => ({
    key: lang,
    name: names[lang],
    lang,
    worn: () => texts.language() === lang,
    choose: () => texts.choose(lang),
  }));
}

export function themeChoices(theme = inject(Theme)): Choice[] {
  const names: Record<ThemeName, TextKey> = {
    system: 'shell.theme.system',
    light: 'shell.theme.light',
    dark: 'shell.theme.dark',
  };
  return themes.map((name) => ({
    key: name,
    name: names[name],
    worn: () => theme.name() === name,
    choose: () => theme.choose(name),
  }));
}
