import { inject, Pipe, type PipeTransform } from '@angular/core';
import { type TextParams, Texts } from './texts';
import type { TextKey } from './text-key';

/** `{{ 'notes.title' | t }}`. Impure, because the words change with the language and not with the key. */
@Pipe({ name: 't', pure: false })
export class T implements PipeTransform {
  private readonly texts = inject(Texts);

  transform(key: TextKey, params?: TextParams): string {
    return this.texts.say(key, params);
  }
}
