import { Component, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { MediaView, OrderView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { CompliancePanel } from '../../compliance/compliance-panel';
import type { PlaceInText } from '../../compliance/place-in-text';
import type { WordToAdd } from '../../guidance/guidance-ask';
import { GuidancePanel } from '../../guidance/guidance-panel';
import { namedMedia } from '../../media/named-media';
import { appended, NoteFields, noFaults, replaced, withWord } from '../../note-fields/note-fields';
import { noteWordLimits, topicsFault, topicsIn } from '../../note-fields/note-words';
import { Refusal } from '../../problems/refusal';
import { sending } from '../../problems/sending';
import { Toast } from '../../ui/toast';
import { movedOnWords } from '../order/moved-on-words';
import type { OrderCommands } from '../order/order-commands';
import { complianceOfDraft } from './compliance-of-draft';
import { guidanceOfDraft } from './guidance-of-draft';
import { forgetWriting, keepWriting, keptWriting, type Writing } from './kept-draft';

/** Where the creator writes an outline or a draft; what is typed survives a reload, a lost session and a quicker other side. */
@Component({
  selector: 'app-draft-editor',
  imports: [CompliancePanel, GuidancePanel, MatButton, NoteFields, Refusal, T],
  templateUrl: './draft-editor.html',
  styleUrls: ['../../note-fields/written-field.scss', './draft-editor.scss'],
})
export class DraftEditor {
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly fields = viewChild.required(NoteFields);
  protected readonly noFaults = noFaults;

  readonly view = input.required<OrderView>();
  readonly commands = input.required<OrderCommands>();
  readonly kind = input.required<'outline' | 'draft'>();

  private readonly last = computed(() => this.view().drafts.findLast(({ kind }) => kind === this.kind()));
  /** What is written: it begins anew with each version that was handed in, and with nothing else that happens to the order. */
  protected readonly subject = computed(
    () => `${this.view().id}.${this.kind()}.${this.last()?.version ?? 0}`,
  );
  private readonly start = computed((): Writing => {
    const last = this.last();
    return {
      title: last?.title ?? '',
      body: last?.body ?? '',
      topics: last?.topics.join(this.texts.chinese() ? '，' : ', ') ?? '',
      words: '',
      mediaIds: last?.media.map(({ id }) => id) ?? [],
      coverId: last?.cover?.id ?? null,
    };
  });
  protected readonly writing = linkedSignal<string, Writing>({
    source: this.subject,
    computation: (subject) => keptWriting(subject) ?? this.start(),
  });
  protected readonly restored = linkedSignal(() => keptWriting(this.subject()) !== null);
  protected readonly touched = linkedSignal({ source: this.subject, computation: () => false });
  protected readonly hasLast = computed(() => this.last() !== undefined);

  private readonly known = namedMedia(
    () => this.view().drafts.flatMap(({ media, cover }) => (cover ? [...media, cover] : media)),
    () => this.writing(),
    (gone) => this.forget(gone),
  );
  protected readonly media = computed(() => this.known.of(this.writing().mediaIds));
  protected readonly cover = computed(() => {
    const { coverId } = this.writing();
    return coverId ? (this.known.of([coverId])[0] ?? null) : null;
  });

  protected readonly topics = computed(() => topicsIn(this.writing().topics));
  protected readonly faults = computed(() => {
    const { title, body } = this.writing();
    return {
      title: !title.trim() || title.trim().length > noteWordLimits.title,
      body: !body.trim() || body.length > noteWordLimits.body,
      topics: topicsFault(this.topics()),
    };
  });
  protected readonly checked = computed(() => {
    const { title, body } = this.writing();
    return complianceOfDraft(this.view(), { title, body, topics: this.topics(), media: this.media() });
  });
  protected readonly guided = computed(() => {
    const { title, body } = this.writing();
    return guidanceOfDraft(this.view(), {
      title,
      body,
      topics: this.topics(),
      media: this.media(),
      cover: this.cover(),
    });
  });
  protected readonly tried = signal(false);
  protected readonly sending = sending();
  protected readonly travels = computed(() => this.fields().travels());
  private readonly outrun = movedOnWords(
    this.sending,
    computed(() => this.view()),
  );
  protected readonly refusal = computed(() => this.outrun() ?? this.sending.refusal());

  /** The button at the top of the page leads here. */
  focus(): void {
    this.fields().focus();
  }

  /** Puts other words in the place of some, where they still stand. */
  protected replace(place: PlaceInText & { text: string }): void {
    this.change(replaced(this.writing(), place));
    this.fields().select({ ...place, to: place.from + place.text.length });
    this.toast.say(this.texts.say('compliance.applied'));
  }

  protected append(sentence: string): void {
    this.change(appended(this.writing(), sentence));
    this.toast.say(this.texts.say('compliance.applied'));
  }

  /** Writes a word that readers search for where it was said to fit. */
  protected addWord(word: WordToAdd): void {
    this.change(withWord(this.writing(), word, this.texts.chinese()));
    const place = this.texts.say(`guidance.words.place.${word.place}`);
    this.toast.say(this.texts.say('guidance.words.added', { place }));
  }

  protected setMedia(media: readonly MediaView[]): void {
    this.known.add(media);
    this.change({ mediaIds: media.map(({ id }) => id) });
  }

  protected setCover(cover: MediaView | null): void {
    if (cover) this.known.add([cover]);
    this.change({ coverId: cover?.id ?? null });
  }

  /** An upload that was not used for a day is not there any more. */
  private forget(gone: string): void {
    this.writing.update(({ mediaIds, coverId, ...writing }) => ({
      ...writing,
      mediaIds: mediaIds.filter((id) => id !== gone),
      coverId: coverId === gone ? null : coverId,
    }));
  }

  protected change(change: Partial<Writing>): void {
    this.writing.update((writing) => ({ ...writing, ...change }));
    this.touched.set(true);
    keepWriting(this.subject(), this.writing());
  }

  protected discard(): void {
    forgetWriting(this.subject());
    this.writing.set(this.start());
    this.restored.set(false);
    this.touched.set(false);
  }

  protected async handIn(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const { title, body, topics } = this.faults();
    if (title || body || topics || this.travels()) return;
    const writing = this.writing();
    const subject = this.subject();
    const sent = await this.sending.send(() =>
      this.commands().handIn({
        title: writing.title.trim(),
        body: writing.body,
        topics: this.topics(),
        words: writing.words.trim(),
        mediaIds: writing.mediaIds,
        coverId: writing.coverId,
      }),
    );
    if (!sent) return;
    forgetWriting(subject);
    this.tried.set(false);
    this.toast.say(this.texts.say('orderDraft.editor.submitted'));
  }
}
