/** The languages of the console; the first is the default of an unknown browser. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const rememberedAs = 'poolrise.language';

/** What the person chose here before, else what the browser asks for. */
export function preferredLanguage(): Language {
  const remembered = localStorage.getItem(rememberedAs);
  if (languages.some((language) => language === remembered)) return remembered as Language;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(rememberedAs, language);
}
