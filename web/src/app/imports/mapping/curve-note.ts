import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { CurveNotes, ImportFound, ImportMapping, ObservedNoteView } from '@poolrise/contracts';
import { readNoteId, readNoteLink } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { ObservedWords } from '../../observed/observed-words';
import { Icon } from '../../ui/icon';

type Answer = Pick<ImportMapping, 'noteId' | 'curveOf'>;

/** Which note the curves of a file are of: its id, one of the notes that are known, or nobody knows yet. */
@Component({
  selector: 'app-curve-note',
  imports: [Icon, MatButton, T],
  templateUrl: './curve-note.html',
  styleUrl: './curve-note.scss',
})
export class CurveNote {
  private readonly texts = inject(Texts);
  private readonly dialog = inject(MatDialog);
  protected readonly words = inject(ObservedWords);
  readonly importId = input.required<string>();
  readonly found = input.required<ImportFound>();
  readonly mapping = input.required<ImportMapping>();
  readonly editable = input.required<boolean>();
  readonly answered = output<Answer>();

  protected readonly wrong = signal(false);
  /** titles of notes that were picked here */
  private readonly picked = signal<Readonly<Record<string, string>>>({});

  private readonly suggested = httpResource<CurveNotes>(() =>
    this.editable() ? `/api/v1/imports/${this.importId()}/likely-notes` : undefined,
  );
  protected readonly likely = computed(() =>
    (this.suggested.hasValue() ? this.suggested.value().items : []).map((note) => ({
      ...note,
      speaks: this.words.speaksFor(note),
    })),
  );

  protected readonly later = computed(() => this.mapping().curveOf === 'later');
  protected readonly noteOf = computed(() => {
    const { noteId, curveOf } = this.mapping();
    return noteId === null && curveOf !== undefined && curveOf !== 'later' ? curveOf : null;
  });
  /** A note that was picked at another time is asked for by its id. */
  private readonly known = httpResource<ObservedNoteView>(() => {
    const id = this.noteOf();
    return id !== null && this.titleHere() === undefined ? `/api/v1/observed-notes/${id}` : undefined;
  });
  private readonly titleHere = computed(() => {
    const id = this.noteOf() ?? '';
    return this.picked()[id] ?? this.likely().find(({ noteId }) => noteId === id)?.title;
  });
  protected readonly title = computed(
    () =>
      (this.titleHere() ?? (this.known.hasValue() ? this.known.value().title : '')) ||
      this.texts.say('observed.untitled'),
  );

  protected readonly hint = computed(() => {
    if (this.wrong()) return 'imports.columns.noteWrong' as const;
    const { subject } = this.found().recognition;
    if (!subject || subject.noteId !== this.mapping().noteId) return 'imports.columns.noteHint' as const;
    return subject.from === 'file' ? 'imports.columns.noteInFile' : 'imports.columns.noteInName';
  });

  protected typed(value: string): void {
    const text = value.trim();
    const read = [readNoteId(text), readNoteLink(text)].find((reading) => reading.kind === 'value');
    this.wrong.set(text !== '' && !read);
    this.answered.emit({ noteId: read?.kind === 'value' ? read.value : null, curveOf: undefined });
  }

  protected pick(noteId: string, title: string): void {
    this.picked.update((known) => ({ ...known, [noteId]: title }));
    this.say(noteId);
  }

  protected say(curveOf: Answer['curveOf']): void {
    this.wrong.set(false);
    this.answered.emit({ noteId: null, curveOf });
  }

  protected async look(): Promise<void> {
    const { PickNoteDialog } = await import('../../observed/unmatched/pick-note-dialog');
    this.dialog
      .open(PickNoteDialog, { data: { title: '' }, width: '560px' })
      .afterClosed()
      .subscribe((note?: { id: string; title: string }) => {
        if (note) this.pick(note.id, note.title);
      });
  }
}
