import { Component, computed, inject, input } from '@angular/core';
import type { DirectoryCreator } from '@poolrise/contracts';
import { Texts } from '../../i18n/texts';
import { CreatorWords } from '../creators/ui/creator-words';
import { Format } from '../ui/format';

/** A creator of the directory in two lines: enough to tell them from others of the same name. */
@Component({
  selector: 'app-directory-creator-line',
  template: `
    <b>{{ creator().name }}</b>
    <small>{{ about() }}</small>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    b,
    small {
      display: block;
      overflow-wrap: anywhere;
    }
    b {
      font-weight: 600;
    }
    small {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
  `,
})
export class DirectoryCreatorLine {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(CreatorWords);
  readonly creator = input.required<DirectoryCreator>();

  protected readonly about = computed(() => {
    const { redId, followers, categories } = this.creator();
    return [
      `@${redId}`,
      this.texts.say('desks.followers', { n: this.format.compact(followers) }),
      this.words.values('category', categories),
    ]
      .filter(Boolean)
      .join(' · ');
  });
}
