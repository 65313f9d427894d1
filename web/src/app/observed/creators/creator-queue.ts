import { afterNextRender, Component, computed, ElementRef, inject, Injector, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CreatorChoice, UnmatchedCreator } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { Session } from '../../session/session';
import { EmptyState } from '../../ui/empty-state';
import { ListFrame } from '../../ui/list-frame';
import { RowKeys } from '../../ui/row-keys';
import { Toast } from '../../ui/toast';
import { ChoosingCreators, type PickedCreator } from './choosing-creators';
import { CreatorChoices } from './creator-choices';
import { UnmatchedCreatorCard } from './unmatched-creator-card';

/** Creators of files who are nobody for certain: a person says who is meant, one after the other. */
@Component({
  selector: 'app-creator-queue',
  imports: [CreatorChoices, EmptyState, ListFrame, MatButton, RouterLink, RowKeys, T, UnmatchedCreatorCard],
  template: `
    <app-list-frame [list]="creators">
      @if (waiting().length > 0) {
        <p class="keys">{{ 'observed.unmatched.keys' | t }}</p>
        <ul appRowKeys [attr.aria-label]="'observedCreators.queue.creators' | t">
          @for (one of waiting(); track one.id) {
            <li [attr.data-creator]="one.id">
              <app-unmatched-creator-card
                [creator]="one"
                [busy]="sending()"
                (choose)="choose(one, $event)"
                (look)="look(one)"
              />
            </li>
          }
        </ul>
      } @else {
        <section class="pr-card">
          <app-empty-state
            icon="check-circle"
            [title]="'observedCreators.queue.empty.title' | t"
            [text]="'observedCreators.queue.empty.text' | t"
          >
            <a matButton="filled" data-back [routerLink]="session.to('observed', 'creators')">{{
              'observedCreators.queue.empty.go' | t
            }}</a>
          </app-empty-state>
        </section>
      }
    </app-list-frame>

    @if (choices.items(); as chosen) {
      @if (chosen.length > 0) {
        <app-creator-choices [choices]="chosen" [busy]="sending()" (takeBack)="drop($event)" />
        @if (choices.hasMore()) {
          <button matButton="outlined" type="button" class="more" (click)="choices.loadMore()">
            {{ (choices.loading() ? 'common.loadingMore' : 'common.loadMore') | t }}
          </button>
        }
      }
    }
  `,
  styleUrl: '../unmatched/queue.scss',
})
export class CreatorQueue {
  private readonly choosing = inject(ChoosingCreators);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly session = inject(Session);

  protected readonly creators = paged<UnmatchedCreator>(() => '/api/v1/unmatched-creators', 'imports');
  protected readonly choices = paged<CreatorChoice>(() => '/api/v1/unmatched-creators/choices', 'imports');
  protected readonly sending = signal(false);
  /** What was just decided goes at once; the next answer of the server says the same. */
  private readonly gone = signal<ReadonlySet<string>>(new Set());
  protected readonly waiting = computed(
    () => this.creators.items()?.filter(({ id }) => !this.gone().has(id)) ?? [],
  );

  protected choose(one: UnmatchedCreator, who: PickedCreator | null): Promise<void> {
    return this.send(async () => {
      await this.choosing.choose(one.id, who);
      this.leave(one.id);
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

  protected drop(choice: CreatorChoice): Promise<void> {
    return this.send(async () => {
      await this.choosing.drop(choice.nameKey);
      this.gone.set(new Set());
      this.toast.say(this.texts.say('observedCreators.queue.dropped'));
    });
  }

  private async send(command: () => Promise<void>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    try {
      await command();
    } catch (error) {
      this.toast.problem(error);
    } finally {
      this.sending.set(false);
      this.creators.reload();
      this.choices.reload();
    }
  }

  /** The card goes, and the next one has the focus; after the last, the way back to the creators. */
  private leave(id: string): void {
    const all = this.waiting();
    const index = all.findIndex((one) => one.id === id);
    const next = all[index + 1] ?? all[index - 1];
    this.gone.update((gone) => new Set([...gone, id]));
    afterNextRender(
      () => {
        const card = next && this.host.querySelector<HTMLElement>(`[data-creator="${next.id}"]`);
        (card ?? this.host).querySelector<HTMLElement>(card ? '[data-row]' : '[data-back]')?.focus();
      },
      { injector: this.injector },
    );
  }
}
