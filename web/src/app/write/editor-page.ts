import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { disclosures, type MediaView, type NoteDraftView } from '@poolrise/contracts';
import {
  type AiLabel,
  aiLabels,
  categories,
  type Category,
  type Language,
  languages,
  type NoteType,
  noteTypes,
} from '@poolrise/domain';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { CompliancePanel } from '../compliance/compliance-panel';
import type { PlaceInText } from '../compliance/place-in-text';
import type { WordToAdd } from '../guidance/guidance-ask';
import { GuidancePanel } from '../guidance/guidance-panel';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { namedMedia } from '../media/named-media';
import { appended, NoteFields, replaced, withWord } from '../note-fields/note-fields';
import { topicsFault, topicsIn } from '../note-fields/note-words';
import { ProblemText } from '../problems/problem-text';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { SureDialog } from '../ui/sure-dialog';
import { Session } from '../session/session';
import { PageTitle } from '../shell/page-title';
import { ChoiceField } from '../ui/choice-field';
import { Chip, type Tone } from '../ui/chip';
import { FailedState } from '../ui/failed-state';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { complianceOfNote } from './compliance-of-note';
import { guidanceOfNote } from './guidance-of-note';
import { NotePreview } from './note-preview';
import { noteWriting } from './note-writing';
import { ProductRows } from './product-rows';
import type { TypedNote } from './typed-note';
import { draftsPath, WriteApi } from './write-api';

const dialogLook = { width: '480px', maxWidth: 'calc(100vw - 32px)' };

/** Where a creator writes a note: saved as it is typed, checked beside it, published now or at a time. */
@Component({
  selector: 'app-editor-page',
  imports: [
    ChoiceField,
    Chip,
    CompliancePanel,
    FailedState,
    FilterChips,
    GuidancePanel,
    Icon,
    MatButton,
    NoteFields,
    NotePreview,
    PageHeader,
    ProductRows,
    Refusal,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page', '(document:keydown)': 'pressed($event)' },
  templateUrl: './editor-page.html',
  styleUrl: './editor-page.scss',
})
export default class EditorPage {
  private readonly api = inject(WriteApi);
  private readonly dialog = inject(MatDialog);
  private readonly format = inject(Format);
  private readonly router = inject(Router);
  private readonly says = inject(ProblemText);
  private readonly texts = inject(Texts);
  private readonly title = inject(PageTitle);
  private readonly toast = inject(Toast);
  protected readonly session = inject(Session);
  protected readonly sending = sending();
  protected readonly fields = viewChild.required(NoteFields);

  protected readonly types = noteTypes;
  protected readonly categories = categories;
  protected readonly languages = languages;
  protected readonly disclosures = disclosures;
  protected readonly aiLabels = aiLabels;
  protected readonly typeWord = (type: NoteType): string => this.texts.say(`common.noteType.${type}`);
  protected readonly categoryWord = (one: Category): string => this.texts.say(`common.category.${one}`);
  protected readonly languageWord = (one: Language): string => this.texts.say(`write.languages.${one}`);
  protected readonly disclosureWord = (one: TypedNote['disclosure']): string =>
    this.texts.say(`write.disclosures.${one}`);
  protected readonly aiWord = (one: AiLabel): string => this.texts.say(`write.aiLabels.${one}`);

  readonly draftId = input.required<string>();
  protected readonly draft = httpResource<NoteDraftView>(() => `${draftsPath}/${this.draftId()}`);
  private readonly found = kept(this.draftId, this.draft);
  protected readonly writing = noteWriting(this.api, this.found);
  protected readonly view = computed(() =>
    this.writing.view()?.id === this.draftId() ? this.writing.view() : undefined,
  );

  private readonly known = namedMedia(
    () => {
      const view = this.view();
      return view ? [...view.media, ...(view.cover ? [view.cover] : [])] : [];
    },
    () => this.writing.typed() ?? { mediaIds: [], coverId: null },
    (gone) => this.forget(gone),
  );
  protected readonly media = computed(() => this.known.of(this.writing.typed()?.mediaIds ?? []));
  protected readonly cover = computed(() => {
    const coverId = this.writing.typed()?.coverId;
    return coverId ? (this.known.of([coverId])[0] ?? null) : null;
  });
  /** What the note had before its type was changed, so that changing it back loses nothing. */
  private readonly before = new Map<NoteType, Pick<TypedNote, 'mediaIds' | 'coverId'>>();

  protected readonly faults = computed(() => ({
    title: false,
    body: false,
    topics: topicsFault(topicsIn(this.writing.typed()?.topics ?? '')),
  }));
  protected readonly checked = computed(() => {
    const typed = this.writing.typed();
    return typed ? complianceOfNote(typed, this.media()) : { title: '', body: '', topics: [] };
  });
  protected readonly guided = computed(() => {
    const typed = this.writing.typed();
    return typed ? guidanceOfNote(typed, this.media(), this.cover()) : { title: '', body: '', topics: [] };
  });
  protected readonly tone = computed((): Tone => {
    const state = this.view()?.state;
    return state === 'published' ? 'passed' : state === 'scheduled' ? 'action' : 'neutral';
  });
  protected readonly isBad = computed(() => ['away', 'refused', 'outrun'].includes(this.writing.state()));
  protected readonly saving = computed((): string => {
    const state = this.writing.state();
    const problem = this.writing.problem();
    switch (state) {
      case 'saved':
        return this.texts.say('write.saving.saved', { at: this.format.time(this.view()?.changedAt ?? null) });
      case 'refused':
        return this.texts.say('write.saving.refused', {
          why: problem ? this.says.sentence(problem) : this.texts.say('write.saving.faulty'),
        });
      case 'outrun':
        return '';
      default:
        return this.texts.say(`write.saving.${state}`);
    }
  });
  /** What has to be known before anything is typed. */
  protected readonly banner = computed((): string | null => {
    const view = this.view();
    if (!view) return null;
    const { state, scheduledFor, publishedAt, failure } = view;
    if (state !== 'draft')
      return this.texts.say(`write.locked.${state}`, {
        at: this.format.dateTime(state === 'scheduled' ? scheduledFor : publishedAt),
      });
    if (!failure) return null;
    const why = this.says.title({ code: failure.code });
    return this.texts.say('write.failure', {
      at: this.format.dateTime(failure.at),
      why: failure.code === 'compliance-blocks' ? `${why} · ${failure.detail}` : why,
    });
  });

  constructor() {
    reloadOn(this.draft, 'note-drafts');
    effect(() => {
      const name = this.writing.typed()?.title.trim();
      if (name) this.title.name(name);
    });
  }

  protected setType(type: NoteType): void {
    const typed = this.writing.typed();
    if (!typed || type === typed.type) return;
    this.before.set(typed.type, { mediaIds: typed.mediaIds, coverId: typed.coverId });
    this.writing.change({ type, ...(this.before.get(type) ?? { mediaIds: [], coverId: null }) });
  }

  protected setMedia(media: readonly MediaView[]): void {
    this.known.add(media);
    this.writing.change({ mediaIds: media.map(({ id }) => id) });
  }

  protected setCover(cover: MediaView | null): void {
    if (cover) this.known.add([cover]);
    this.writing.change({ coverId: cover?.id ?? null });
  }

  protected replace(place: PlaceInText & { text: string }): void {
    const typed = this.writing.typed();
    if (!typed) return;
    this.writing.change(replaced(typed, place));
    this.fields().select({ ...place, to: place.from + place.text.length });
    this.toast.say(this.texts.say('compliance.applied'));
  }

  protected append(sentence: string): void {
    const typed = this.writing.typed();
    if (!typed) return;
    this.writing.change(appended(typed, sentence));
    this.toast.say(this.texts.say('compliance.applied'));
  }

  protected addWord(word: WordToAdd): void {
    const typed = this.writing.typed();
    if (!typed) return;
    this.writing.change(withWord(typed, word, this.texts.chinese()));
    const place = this.texts.say(`guidance.words.place.${word.place}`);
    this.toast.say(this.texts.say('guidance.words.added', { place }));
  }

  protected async settle(whose: 'mine' | 'theirs'): Promise<void> {
    await this.sending.send(() => this.writing.settle(whose));
  }

  protected pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || this.dialog.openDialogs.length) return;
    if (!this.view() || this.view()?.state === 'published') return;
    event.preventDefault();
    void this.publish();
  }

  /** Asks whether it is meant, on what is saved; what cannot be saved is not published. */
  protected async publish(): Promise<void> {
    const draft = await this.settled();
    if (!draft) return;
    const { PublishDialog } = await import('./publish-dialog');
    const dialog = this.dialog.open<unknown, NoteDraftView, string>(PublishDialog, {
      ...dialogLook,
      data: draft,
    });
    const noteId = await firstValueFrom(dialog.afterClosed());
    if (!noteId) return;
    this.toast.say(this.texts.say('write.publish.done'));
    await this.router.navigate(this.session.to('notes', noteId));
  }

  protected async schedule(): Promise<void> {
    const draft = await this.settled();
    if (!draft) return;
    const { ScheduleDialog } = await import('./schedule-dialog');
    const dialog = this.dialog.open<unknown, NoteDraftView, boolean>(ScheduleDialog, {
      ...dialogLook,
      data: draft,
    });
    if (!(await firstValueFrom(dialog.afterClosed()))) return;
    this.toast.say(this.texts.say('write.schedule.done'));
    this.draft.reload();
  }

  protected async unschedule(): Promise<void> {
    const done = await this.sending.send(async () =>
      this.writing.arrive(await this.api.unschedule(this.draftId())),
    );
    if (done) this.toast.say(this.texts.say('write.schedule.off'));
  }

  protected remove(): void {
    const data = {
      title: this.texts.say('write.delete.title'),
      effect: this.texts.say('write.delete.effect'),
      confirm: this.texts.say('write.delete.go'),
      send: async () => {
        await this.api.remove(this.draftId());
        this.writing.drop();
        await this.router.navigate(this.session.to('write'));
        this.toast.say(this.texts.say('write.delete.done'));
      },
    };
    this.dialog.open(SureDialog, { ...dialogLook, data });
  }

  /** The draft with all that is typed; null while that is not saved, or pictures are on their way. */
  private async settled(): Promise<NoteDraftView | null> {
    if (this.fields().travels()) {
      this.toast.say(this.texts.say('media.stillUploading'));
      return null;
    }
    return (await this.writing.flush()) || this.writing.locked() ? (this.view() ?? null) : null;
  }

  /** An upload that was not used for a day is not there any more. */
  private forget(gone: string): void {
    const typed = this.writing.typed();
    if (!typed) return;
    this.writing.change({
      mediaIds: typed.mediaIds.filter((id) => id !== gone),
      coverId: typed.coverId === gone ? null : typed.coverId,
    });
  }
}
