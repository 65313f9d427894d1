import { Component, computed, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { NoteChoice, UnmatchedName } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';
import { Toast } from '../../ui/toast';
import { ObservedApi } from '../observed-api';
import { ChoicesList, type Said } from './choices-list';
import { NameCard } from './name-card';
import { QueueFrame } from './queue-frame';
import { Waiting } from './waiting';

/** Names and orders that belong to no note: a person says which is meant, one after the other. */
@Component({
  selector: 'app-name-queue',
  imports: [ChoicesList, NameCard, QueueFrame, T],
  template: `
    <app-queue-frame
      [list]="names"
      [choices]="choices"
      [any]="waiting.items().length > 0"
      [label]="'observed.unmatched.title' | t"
      [empty]="empty()"
    >
      @for (name of waiting.items(); track name.nameKey) {
        <li [attr.data-waits]="name.nameKey">
          <app-name-card
            [name]="name"
            [busy]="waiting.sending()"
            (choose)="choose(name, $event)"
            (look)="look(name)"
          />
        </li>
      }
      <app-choices-list below [said]="said()" [busy]="waiting.sending()" (takeBack)="drop($event)" />
    </app-queue-frame>
  `,
})
export class NameQueue {
  private readonly api = inject(ObservedApi);
  private readonly dialog = inject(MatDialog);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly session = inject(Session);

  protected readonly names = paged<UnmatchedName>(() => '/api/v1/unmatched-names', 'imports');
  protected readonly choices = paged<NoteChoice>(() => '/api/v1/unmatched-names/choices', 'imports');
  protected readonly waiting = new Waiting(this.names, this.choices, ({ nameKey }) => nameKey);
  protected readonly empty = computed(() => ({
    title: this.texts.say('observed.unmatched.empty.title'),
    text: this.texts.say('observed.unmatched.empty.text'),
    go: this.texts.say('observed.unmatched.empty.go'),
    to: this.session.to('observed'),
  }));
  protected readonly said = computed(() => this.choices.items()?.map((choice) => this.saidOf(choice)) ?? []);

  protected async choose(name: UnmatchedName, noteId: string | null, title?: string): Promise<void> {
    if (this.waiting.sending()) return;
    await this.waiting.send(async () => {
      await this.api.choose(name.nameKey, noteId);
      this.waiting.leave(name.nameKey);
      const note = title ?? name.likely.find((one) => one.noteId === noteId)?.title;
      this.toast.sayWithWayBack(
        note === undefined
          ? this.texts.say('observed.unmatched.ownDone')
          : this.texts.say('observed.unmatched.done', { note: note || this.texts.say('observed.untitled') }),
        this.texts.say('observed.unmatched.undo'),
        () => void this.drop(name.nameKey),
      );
    });
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

  protected drop(nameKey: string): Promise<void> {
    return this.waiting.send(async () => {
      await this.api.drop(nameKey);
      this.waiting.comeBack();
      this.toast.say(this.texts.say('observed.unmatched.dropped'));
    });
  }

  private saidOf({ nameKey, title, orderId, note, chosenBy, chosenAt, rows }: NoteChoice): Said {
    const untitled = this.texts.say('observed.untitled');
    return {
      key: nameKey,
      name: title || (orderId ? this.texts.say('observed.unmatched.orderId', { id: orderId }) : untitled),
      means: note.title || untitled,
      to: this.session.to('observed', note.id),
      by: this.texts.say('observed.choices.by', {
        name: chosenBy ?? this.texts.say('common.unknown'),
        ago: this.format.ago(chosenAt),
        rows: this.texts.count('observed.files.rows', rows),
      }),
    };
  }
}
