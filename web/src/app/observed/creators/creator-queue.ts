import { Component, computed, inject } from '@angular/core';
import type { CreatorChoice, UnmatchedCreator } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';
import { Toast } from '../../ui/toast';
import { ChoicesList, type Said } from '../unmatched/choices-list';
import { QueueFrame } from '../unmatched/queue-frame';
import { Waiting } from '../unmatched/waiting';
import { ChoosingCreators, type PickedCreator } from './choosing-creators';
import { FileCreatorWords } from './creator-words';
import { UnmatchedCreatorCard } from './unmatched-creator-card';

/** Creators of files who are nobody for certain: a person says who is meant, one after the other. */
@Component({
  selector: 'app-creator-queue',
  imports: [ChoicesList, QueueFrame, T, UnmatchedCreatorCard],
  template: `
    <app-queue-frame
      [list]="creators"
      [choices]="choices"
      [any]="waiting.items().length > 0"
      [label]="'observedCreators.queue.creators' | t"
      [empty]="empty()"
    >
      @for (one of waiting.items(); track one.id) {
        <li [attr.data-waits]="one.id">
          <app-unmatched-creator-card
            [creator]="one"
            [busy]="waiting.sending()"
            (choose)="choose(one, $event)"
            (look)="look(one)"
          />
        </li>
      }
      <app-choices-list below [said]="said()" [busy]="waiting.sending()" (takeBack)="drop($event)" />
    </app-queue-frame>
  `,
})
export class CreatorQueue {
  private readonly choosing = inject(ChoosingCreators);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(FileCreatorWords);
  private readonly session = inject(Session);

  protected readonly creators = paged<UnmatchedCreator>(() => '/api/v1/unmatched-creators', 'imports');
  protected readonly choices = paged<CreatorChoice>(() => '/api/v1/unmatched-creators/choices', 'imports');
  protected readonly waiting = new Waiting(this.creators, this.choices, ({ id }) => id);
  protected readonly empty = computed(() => ({
    title: this.texts.say('observedCreators.queue.empty.title'),
    text: this.texts.say('observedCreators.queue.empty.text'),
    go: this.texts.say('observedCreators.queue.empty.go'),
    to: this.session.to('observed', 'creators'),
  }));
  protected readonly said = computed(() => this.choices.items()?.map((choice) => this.saidOf(choice)) ?? []);

  protected async choose(one: UnmatchedCreator, who: PickedCreator | null): Promise<void> {
    if (this.waiting.sending()) return;
    await this.waiting.send(async () => {
      await this.choosing.choose(one.id, who);
      this.waiting.leave(one.id);
      this.toast.say(
        who
          ? this.texts.say('observedCreators.queue.done', { name: who.name })
          : this.texts.say('observedCreators.queue.nobodyDone'),
      );
    });
  }

  protected async look(one: UnmatchedCreator): Promise<void> {
    const picked = await this.choosing.pick(one.id);
    if (picked) await this.choose(one, picked);
  }

  protected async drop(nameKey: string): Promise<void> {
    if (this.waiting.sending()) return;
    await this.waiting.send(async () => {
      await this.choosing.drop(nameKey);
      this.waiting.comeBack();
      this.toast.say(this.texts.say('observedCreators.queue.dropped'));
    });
  }

  private saidOf(choice: CreatorChoice): Said {
    const { nameKey, observed, joined, chosenBy, chosenAt } = choice;
    const means =
      joined && observed ? this.words.name(observed) : this.texts.say('observedCreators.queue.own');
    return {
      key: nameKey,
      name: this.words.called(choice),
      means: observed ? means : this.texts.say('observedCreators.queue.gone'),
      to: observed && this.session.to('observed', 'creators', observed.id),
      by: `${chosenBy ?? this.texts.say('common.unknown')} · ${this.format.ago(chosenAt)}`,
    };
  }
}
