import { inject, Service } from '@angular/core';
import { Texts } from '../../i18n/texts';

/** "Textbook v2", 教科书口径 第 2 版: how a version is called wherever it is named. */
@Service()
export class PolicyLabel {
  private readonly texts = inject(Texts);

  name(name: string): string {
    const key = `policies.name.${name}`;
    return this.texts.knows(key) ? this.texts.say(key) : name;
  }

  of({ name, version }: { name: string; version: number }): string {
    return `${this.name(name)} ${this.texts.say('policies.version', { n: version })}`;
  }
}
