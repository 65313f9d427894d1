import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DraftAnchor, OrderDraft } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Refusal } from '../../problems/refusal';
import { sending } from '../../problems/sending';
import { Format } from '../../ui/format';
import { Toast } from '../../ui/toast';
import type { OrderCommands } from '../order/order-commands';
import { isMediaAnchor, type ListedComment, MediaPlaces } from './media-comments';
import { sentencesIn, shortened } from './pins';

const wordsMost = 1_000;

/** What was said about a draft, by number, and the field for more: about the whole, a sentence, or what is selected. */
@Component({
  selector: 'app-draft-comments',
  imports: [MatButton, Refusal, T],
  templateUrl: './draft-comments.html',
  styleUrl: './draft-comments.scss',
})
export class DraftComments {
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly wordsMost = wordsMost;
  private readonly mediaPlaces = inject(MediaPlaces);
  protected readonly short = shortened;
  protected readonly onMedia = isMediaAnchor;
  protected readonly headingId = `comments-${crypto.randomUUID()}`;

  readonly draft = input.required<OrderDraft>();
  readonly comments = input.required<readonly ListedComment[]>();
  readonly heading = input.required<string>();
  readonly commands = input.required<OrderCommands>();
  readonly may = input(false);
  /** what a version is called */
  readonly nameOf = input.required<(draft: OrderDraft) => string>();
  /** what is selected in the draft, or marked on a picture */
  readonly selection = input<DraftAnchor | null>(null);
  /** the number of the comment that is looked at */
  readonly look = output<number | null>();
  /** the pin of this number is to be shown */
  readonly show = output<number>();
  readonly added = output();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');
  protected readonly words = signal('');
  protected readonly tried = signal(false);
  protected readonly missing = computed(() => this.tried() && !this.words().trim());
  protected readonly sending = sending();
  /** What was selected last is what one is about to comment on; another choice holds until something else is selected. */
  protected readonly place = linkedSignal(() => (this.selection() ? 'selection' : 'whole'));

  protected readonly places = computed((): { value: string; label: string; anchor: DraftAnchor | null }[] => {
    const { title, body } = this.draft();
    const selection = this.selection();
    const say = this.texts;
    return [
      { value: 'whole', label: say.say('orderDraft.whole'), anchor: null },
      ...(selection
        ? [
            {
              value: 'selection',
              label: this.labelOf(selection),
              anchor: selection,
            },
          ]
        : []),
      {
        value: 'title',
        label: say.say('orderDraft.inTitle', { text: shortened(title) }),
        anchor: { field: 'title', from: 0, to: title.length },
      },
      ...sentencesIn(body).map(({ from, to }) => ({
        value: `${from}`,
        label: shortened(body.slice(from, to)),
        anchor: { field: 'body' as const, from, to },
      })),
    ];
  });

  /** What was just selected is what one writes about next. */
  focus(): void {
    const field = this.field()?.nativeElement;
    field?.scrollIntoView?.({ block: 'center' });
    field?.focus({ preventScroll: true });
  }

  /** The comment of a pin that was chosen. */
  focusComment(number: number): void {
    const item = this.host.nativeElement.querySelector<HTMLElement>(`[data-comment="${number}"]`);
    item?.scrollIntoView?.({ block: 'nearest' });
    item?.focus({ preventScroll: true });
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const words = this.words().trim();
    if (!words) return;
    const anchor = this.places().find(({ value }) => value === this.place())?.anchor ?? null;
    const ask = { draftVersion: this.draft().version, anchor, words };
    if (!(await this.sending.send(() => this.commands().comment(ask)))) return;
    this.words.set('');
    this.tried.set(false);
    this.added.emit();
    this.toast.say(this.texts.say('orderDraft.commented'));
  }

  protected aboutOf(one: ListedComment): string | null {
    return this.mediaPlaces.of(one, this.draft(), this.nameOf());
  }

  private labelOf(selection: DraftAnchor): string {
    if (isMediaAnchor(selection)) return this.mediaPlaces.name(selection, this.draft());
    const text = this.draft()[selection.field].slice(selection.from, selection.to);
    return this.texts.say('orderDraft.selection', { text: shortened(text) });
  }
}
