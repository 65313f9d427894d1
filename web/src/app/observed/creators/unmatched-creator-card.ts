import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LikelyCreator, UnmatchedCreator } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { ObservedWords } from '../observed-words';
import { ShownValue } from '../shown-value';
import { SourceChips } from '../source-chips';
import { LikelyChoices, type LikelyWords } from '../unmatched/likely-choices';
import type { PickedCreator } from './choosing-creators';
import { FileCreatorWords } from './creator-words';

/** A creator of files who is nobody for certain, with those she may be and what speaks for each. */
@Component({
  selector: 'app-unmatched-creator-card',
  imports: [LikelyChoices, RouterLink, ShownValue, SourceChips, T],
  host: { class: 'pr-card' },
  templateUrl: './unmatched-creator-card.html',
  styleUrl: '../unmatched/name-card.scss',
})
export class UnmatchedCreatorCard {
  private readonly texts = inject(Texts);
  private readonly words = inject(ObservedWords);
  protected readonly said = inject(FileCreatorWords);
  protected readonly session = inject(Session);
  readonly creator = input.required<UnmatchedCreator>();
  readonly busy = input(false);
  /** who is meant; null for nobody else */
  readonly choose = output<PickedCreator | null>();
  readonly look = output();

  protected readonly facts = computed(() => {
    const { category, region } = this.creator();
    return [...(category ? [category] : []), ...(region ? [region] : [])].join(' · ');
  });
  protected readonly doubt = computed(() => {
    const { doubt } = this.creator();
    return doubt && this.texts.say(`observedCreators.doubt.${doubt}`);
  });
  protected readonly asked = computed((): LikelyWords => ({
    which: this.texts.say('observedCreators.queue.which'),
    noneLikely: this.texts.say('observedCreators.queue.noneLikely'),
    this: this.texts.say('observedCreators.queue.this'),
    another: this.texts.say('observedCreators.queue.another'),
    own: this.texts.say('observedCreators.queue.nobody'),
    readOnly: this.texts.say('observedCreators.queue.readOnly'),
  }));
  protected readonly likely = computed(() =>
    this.creator().likely.map((one) => {
      const value = this.picked(one);
      return {
        key: value.creatorId ?? value.sameAs ?? '',
        value,
        name: value.name,
        about: this.aboutOf(one),
        speaks: this.speaksFor(one),
      };
    }),
  );

  private picked({ creatorId, observedCreatorId, name, redId, platformId }: LikelyCreator): PickedCreator {
    const by = redId === null ? 'id' : 'red';
    const called = { by, source: null, id: redId ?? platformId ?? '' } as const;
    return { creatorId, sameAs: observedCreatorId, name: name ?? this.said.called({ called }) };
  }

  private aboutOf({ creatorId, name, redId, followers }: LikelyCreator): string {
    const { text } = this.words.figure(followers);
    return [
      this.texts.say(creatorId ? 'observedCreators.queue.inDirectory' : 'observedCreators.queue.inFiles'),
      ...(name && redId ? [this.texts.say('observedCreators.called.red', { id: redId })] : []),
      ...(followers === null
        ? []
        : [
            this.texts.count(
              'observedCreators.queue.followers',
              typeof followers === 'number' ? followers : followers.value,
              {},
              text,
            ),
          ]),
    ].join(' · ');
  }

  private speaksFor({ hints, sameFigures, figures }: LikelyCreator): string {
    return [
      ...hints.map((hint) => this.texts.say(`observedCreators.queue.hint.${hint}`)),
      ...(figures > 0
        ? [this.texts.say('observedCreators.queue.figures', { same: sameFigures, of: figures })]
        : []),
    ].join(' · ');
  }
}
