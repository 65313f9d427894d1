import { afterNextRender, Component, computed, ElementRef, inject, Injector, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { NoteChoice, UnmatchedName } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { Session } from '../../session/session';
import { EmptyState } from '../../ui/empty-state';
import { ListFrame } from '../../ui/list-frame';
import { RowKeys } from '../../ui/row-keys';
import { Toast } from '../../ui/toast';
import { ObservedApi } from '../observed-api';
import { ChoicesList } from './choices-list';
import { NameCard } from './name-card';

/** Names and orders that belong to no note: a person says which is meant, one after the other. */
@Component({
  selector: 'app-name-queue',
  imports: [ChoicesList, EmptyState, ListFrame, MatButton, NameCard, RouterLink, RowKeys, T],
  template: `
    <app-list-frame [list]="names">
      @if (waiting().length > 0) {
        <p class="keys">{{ 'observed.unmatched.keys' | t }}</p>
        <ul appRowKeys [attr.aria-label]="'observed.unmatched.title' | t">
          @for (name of waiting(); track name.nameKey) {
            <li [attr.data-name]="name.nameKey">
              <app-name-card
                [name]="name"
                [busy]="sending() !== null"
                (choose)="choose(name, $event)"
                (look)="look(name)"
              />
            </li>
          }
        </ul>
      } @else {
        <section class="pr-card">
          <app-empty-state
            icon="check-circle"
            [title]="'observed.unmatched.empty.title' | t"
            [text]="'observed.unmatched.empty.text' | t"
          >
            <a matButton="filled" data-back [routerLink]="session.to('observed')">{{
              'observed.unmatched.empty.go' | t
            }}</a>
          </app-empty-state>
        </section>
      }
    </app-list-frame>

    @if (choices.items(); as chosen) {
      @if (chosen.length > 0) {
        <app-choices-list [choices]="chosen" [busy]="sending() !== null" (takeBack)="drop($event)" />
        @if (choices.hasMore()) {
          <button matButton="outlined" type="button" class="more" (click)="choices.loadMore()">
            {{ (choices.loading() ? 'common.loadingMore' : 'common.loadMore') | t }}
          </button>
        }
      }
    }
  `,
  styleUrl: './queue.scss',
})
export class NameQueue {
  private readonly api = inject(ObservedApi);
  private readonly dialog = inject(MatDialog);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly session = inject(Session);

  protected readonly names = paged<UnmatchedName>(() => '/api/v1/unmatched-names', 'imports');
  protected readonly choices = paged<NoteChoice>(() => '/api/v1/unmatched-names/choices', 'imports');
  /** the name whose choice is on its way */
  protected readonly sending = signal<string | null>(null);
  /** What was just decided goes at once; the next answer of the server says the same. */
  private readonly gone = signal<ReadonlySet<string>>(new Set());
  protected readonly waiting = computed(
    () => this.names.items()?.filter(({ nameKey }) => !this.gone().has(nameKey)) ?? [],
  );

  protected async choose(name: UnmatchedName, noteId: string | null, title?: string): Promise<void> {
    if (this.sending() !== null) return;
    this.sending.set(name.nameKey);
    try {
      await this.api.choose(name.nameKey, noteId);
      this.leave(name.nameKey);
      const note = title ?? name.likely.find((one) => one.noteId === noteId)?.title;
      this.toast.sayWithWayBack(
        note === undefined
          ? this.texts.say('observed.unmatched.ownDone')
          : this.texts.say('observed.unmatched.done', { note: note || this.texts.say('observed.untitled') }),
        this.texts.say('observed.unmatched.undo'),
        () => void this.drop(name.nameKey),
      );
    } catch (error) {
      this.toast.problem(error);
    } finally {
      this.sending.set(null);
      this.reload();
    }
  }

  protected async look(name: UnmatchedName): Promise<void> {
    const { PickNoteDialog } = await import('./pick-note-dialog');
    this.dialog
      .open(PickNoteDialog, { data: { title: name.title ?? '' }, width: '560px' })
      .afterClosed()
      .subscribe((note?: { id: string; title: string }) => {
        if (note) void this.choose(name, note.id, note.title);
      });
  }

  protected async drop(nameKey: string): Promise<void> {
    this.sending.set(nameKey);
    try {
      await this.api.drop(nameKey);
      this.gone.update((gone) => new Set([...gone].filter((one) => one !== nameKey)));
      this.toast.say(this.texts.say('observed.unmatched.dropped'));
    } catch (error) {
      this.toast.problem(error);
    } finally {
      this.sending.set(null);
      this.reload();
    }
  }

  /** The card goes, and the next one has the focus; after the last, the way back to the notes. */
  private leave(nameKey: string): void {
    const all = this.waiting();
    const index = all.findIndex((one) => one.nameKey === nameKey);
    const next = all[index + 1] ?? all[index - 1];
    this.gone.update((gone) => new Set([...gone, nameKey]));
    afterNextRender(
      () => {
        const card = [...this.host.querySelectorAll<HTMLElement>('[data-name]')].find(
          ({ dataset }) => dataset['name'] === next?.nameKey,
        );
        (card ?? this.host).querySelector<HTMLElement>(card ? '[data-row]' : '[data-back]')?.focus();
      },
      { injector: this.injector },
    );
  }

  private reload(): void {
    this.names.reload();
    this.choices.reload();
  }
}
