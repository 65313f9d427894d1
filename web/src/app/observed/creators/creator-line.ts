import { Component, computed, inject, input } from '@angular/core';
import type { ObservedCreatorRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Chip } from '../../ui/chip';
import { FileCreatorWords } from './creator-words';

/** The second line of a creator of files: how files call her, her field and place, and whether she is known here. */
@Component({
  selector: 'app-creator-line',
  imports: [Chip, T],
  template: `
    <small class="pr-clip">{{ about() }}</small>
    @if (row().doubt; as doubt) {
      <app-chip tone="paid" icon="error" [attr.title]="doubtOf(doubt) | t">{{
        'observedCreators.waits' | t
      }}</app-chip>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 8px;
      align-items: center;
    }
    small {
      min-width: 0;
      color: var(--pr-muted);
      font-size: 11.5px;
    }
    app-chip {
      flex: none;
    }
  `,
})
export class CreatorLine {
  private readonly texts = inject(Texts);
  private readonly words = inject(FileCreatorWords);
  readonly row = input.required<ObservedCreatorRow>();

  protected readonly doubtOf = (doubt: NonNullable<ObservedCreatorRow['doubt']>) =>
    `observedCreators.doubt.${doubt}` as const;
  protected readonly about = computed(() => {
    const { creator, redId, platformId, category, region, doubt } = this.row();
    const number = redId
      ? this.texts.say('observedCreators.called.red', { id: redId })
      : platformId && this.texts.say('observedCreators.called.id', { id: platformId });
    return [
      // Who has no name here is called by her number already.
      ...(number && number !== this.words.name(this.row()) ? [number] : []),
      ...(category ? [category] : []),
      ...(region ? [region] : []),
      ...(creator || doubt ? [] : [this.texts.say('observedCreators.notKnown')]),
    ].join(' · ');
  });
}
