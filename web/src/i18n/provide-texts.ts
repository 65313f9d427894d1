import {
  type EnvironmentProviders,
  inject,
  isDevMode,
  makeEnvironmentProviders,
  provideAppInitializer,
  Service,
} from '@angular/core';
import { provideTransloco, type Translation, type TranslocoLoader } from '@jsverse/transloco';
import { languages, preferredLanguage } from './language';
import { Texts } from './texts';

/** One lazy chunk a language: nobody downloads the words of the other. */
@Service()
class ChunkLoader implements TranslocoLoader {
  async getTranslation(language: string): Promise<Translation> {
    const chunk = language === 'en' ? await import('./en') : await import('./zh-CN');
    return chunk.default;
  }
}

/** The texts of the console, the person's language loaded before anything is drawn. */
export function provideTexts(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: { availableLangs: [...languages], defaultLang: preferredLanguage(), prodMode: !isDevMode() },
      loader: ChunkLoader,
    }),
    provideAppInitializer(() => inject(Texts).speak(preferredLanguage())),
  ]);
}
