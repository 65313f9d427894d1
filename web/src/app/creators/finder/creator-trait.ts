import { Component, computed, inject, input } from '@angular/core';
import type { CreatorRow } from '@poolrise/contracts';
import { Texts } from '../../../i18n/texts';
import { Format, unknown } from '../../ui/format';
import { CreatorWords } from '../ui/creator-words';
import type { TraitColumn } from './creator-columns';

/** What a column tells of a creator in words. */
@Component({
  selector: 'app-creator-trait',
  template: `{{ text() }}`,
})
export class CreatorTrait {
  private readonly format = inject(Format);
  private readonly texts = inject(Texts);
  private readonly words = inject(CreatorWords);
  readonly creator = input.required<CreatorRow>();
  readonly trait = input.required<TraitColumn>();

  protected readonly text = computed(() => {
    const creator = this.creator();
    switch (this.trait()) {
      case 'category':
        return this.words.joined([
          ...creator.categories.map((key) => this.words.value('category', key)),
          ...creator.subCategories.map((key) => this.words.value('subCategory', key)),
        ]);
      case 'place':
        return this.words.place(creator);
      case 'persona':
        return this.words.values('persona', creator.personas) || unknown;
      case 'mcn':
        return creator.mcn ?? this.texts.say('creators.mcn.independent');
      case 'accepts':
        return this.words.accepts(creator);
      case 'lastNoteAt':
        return this.format.ago(creator.lastNoteAt);
    }
  });
}
