import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  viewChild,
} from '@angular/core';
import type { MediaView } from '@poolrise/contracts';
import { type MediaKind, noteLimits, type NoteType, titleWidth } from '@poolrise/domain';
import { T } from '../../i18n/t';
import type { PlaceInText } from '../compliance/place-in-text';
import type { WordToAdd } from '../guidance/guidance-ask';
import { MediaField } from '../media/media-field';
import { Format } from '../ui/format';
import { noteWordLimits, topicsIn, type NoteWords } from './note-words';

/** Which of the words are not fit to go on, as far as that is to be shown. */
export type WordFaults = Record<keyof NoteWords, boolean>;
export const noFaults: WordFaults = { title: false, body: false, topics: false };

/** The fields that every note has while it is written, under an order or at one's own desk: pictures, title, text, topics. */
@Component({
  selector: 'app-note-fields',
  imports: [MediaField, T],
  templateUrl: './note-fields.html',
  styleUrls: ['./written-field.scss', './note-fields.scss'],
})
export class NoteFields {
  protected readonly format = inject(Format);
  private readonly injector = inject(Injector);
  private readonly pictures = viewChild(MediaField);
  private readonly titleField = viewChild.required<ElementRef<HTMLInputElement>>('title');
  private readonly bodyField = viewChild.required<ElementRef<HTMLTextAreaElement>>('body');
  protected readonly limits = noteWordLimits;
  protected readonly widthMost = noteLimits.titleWidth;

  readonly type = input.required<NoteType>();
  readonly words = input.required<NoteWords>();
  readonly media = input.required<readonly MediaView[]>();
  readonly cover = input.required<MediaView | null>();
  readonly faults = input<WordFaults>(noFaults);
  readonly typed = output<Partial<NoteWords>>();
  readonly mediaChange = output<readonly MediaView[]>();
  readonly coverChange = output<MediaView | null>();

  /** whether a picture is still on its way */
  readonly travels = computed(() => this.pictures()?.travels() ?? false);
  protected readonly mediaKind = computed((): MediaKind => (this.type() === 'video' ? 'video' : 'image'));
  protected readonly width = computed(() => titleWidth(this.words().title));
  protected readonly chips = computed(() => topicsIn(this.words().topics));

  /** Leads to the title. */
  focus(): void {
    const field = this.titleField().nativeElement;
    field.scrollIntoView?.({ block: 'center' });
    field.focus({ preventScroll: true });
  }

  /** Shows a place by selecting it where it is written. */
  select({ field, from, to }: PlaceInText): void {
    const { nativeElement } = field === 'title' ? this.titleField() : this.bodyField();
    // What is selected has to be in the field first.
    afterNextRender(
      () => {
        nativeElement.focus();
        nativeElement.setSelectionRange(from, to);
        nativeElement.scrollIntoView?.({ block: 'nearest' });
      },
      { injector: this.injector },
    );
  }
}

/** Other words in the place of some. */
export const replaced = (
  words: NoteWords,
  { field, from, to, text }: PlaceInText & { text: string },
): Partial<NoteWords> => ({ [field]: words[field].slice(0, from) + text + words[field].slice(to) });

/** A sentence on a line of its own at the end of the text. */
export const appended = ({ body }: NoteWords, sentence: string): Partial<NoteWords> => ({
  body: body.trim() ? `${body.trimEnd()}\n${sentence}` : sentence,
});

/** A word where it fits: in the title and the topics behind what stands there, in the text on a line of its own. */
export function withWord(words: NoteWords, { text, place }: WordToAdd, chinese: boolean): Partial<NoteWords> {
  if (place === 'body') return appended(words, text);
  if (place === 'title') return { title: `${words.title}${words.title ? ' ' : ''}${text}` };
  const topics = words.topics.trimEnd();
  return { topics: topics ? `${topics}${chinese ? '，' : ', '}${text}` : text };
}
