import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DraftAnchor, DraftComment, OrderDraft } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Refusal } from '../../problems/refusal';
import { sending } from '../../problems/sending';
import { Format } from '../../ui/format';
import { Toast } from '../../ui/toast';
import type { OrderCommands } from '../order/order-commands';
import { sentencesIn, shortened } from './pins';

const wordsMost = 1_000;

/** What was said about a draft, by number, and the field for more: about the whole, a sentence, or what is selected. */
@Component({
  selector: 'app-draft-comments',
  imports: [MatButton, Refusal, T],
  template: `
    <h3 [id]="headingId">{{ heading() }}</h3>
    @if (comments().length) {
      <ol [attr.aria-labelledby]="headingId">
        @for (comment of comments(); track comment.id; let index = $index) {
          <li (mouseenter)="look.emit(index + 1)" (mouseleave)="look.emit(null)">
            @if (comment.quoted !== null) {
              <span class="number" aria-hidden="true">{{ index + 1 }}</span>
            }
            <div>
              @if (comment.quoted; as quoted) {
                <q>{{ short(quoted) }}</q>
              }
              <p>{{ comment.words }}</p>
              <small>{{ 'orderDraft.of' | t: { name: comment.by, at: format.ago(comment.at) } }}</small>
            </div>
          </li>
        }
      </ol>
    } @else {
      <p class="none">{{ (may() ? 'orderDraft.noComments' : 'orderDraft.noCommentsRead') | t }}</p>
    }
    @if (may()) {
      <form novalidate (submit)="add($event)">
        <label>
          {{ 'orderDraft.place' | t }}
          <select
            class="pr-field"
            name="place"
            [value]="place()"
            (change)="place.set($any($event.target).value)"
          >
            @for (one of places(); track one.value) {
              <option [value]="one.value" [selected]="one.value === place()">{{ one.label }}</option>
            }
          </select>
        </label>
        <label>
          {{ 'orderDraft.comment' | t }}
          <textarea
            #field
            class="pr-field"
            name="comment"
            rows="2"
            [attr.maxlength]="wordsMost"
            [attr.aria-invalid]="missing() || null"
            [attr.aria-describedby]="headingId + '-fault'"
            [value]="words()"
            (input)="words.set(field.value)"
          ></textarea>
        </label>
        <p class="fault" [id]="headingId + '-fault'">
          @if (missing()) {
            {{ 'orderDraft.commentFault' | t }}
          }
        </p>
        <app-refusal [words]="sending.refusal()" />
        <button matButton="outlined" type="submit" disabledInteractive [disabled]="sending.busy()">
          {{ 'orderDraft.add' | t }}
        </button>
      </form>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
      align-content: start;
    }
    h3 {
      font-size: 13px;
      font-weight: 600;
    }
    ol {
      display: grid;
      gap: 10px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 8px;
      padding: 10px;
      border-radius: 10px;
      background: var(--pr-basin);
    }
    li > div {
      min-width: 0;
    }
    .number {
      flex: none;
      align-self: flex-start;
      min-width: 18px;
      padding: 0 5px;
      border-radius: 9px;
      background: var(--pr-paid-text);
      color: var(--pr-card);
      font-size: 11px;
      font-weight: 650;
      line-height: 18px;
      text-align: center;
    }
    q {
      display: block;
      margin-bottom: 2px;
      color: var(--pr-muted);
      font-size: 12.5px;
      overflow-wrap: anywhere;
    }
    p {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    small,
    .none {
      color: var(--pr-muted);
      font-size: 12px;
    }
    form {
      display: grid;
      gap: 8px;
      padding-top: 10px;
      border-top: 1px solid var(--pr-line);
    }
    label {
      display: grid;
      gap: 4px;
      min-width: 0;
      font-size: 13px;
    }
    select {
      min-width: 0;
      width: 100%;
      text-overflow: ellipsis;
    }
    textarea.pr-field {
      height: auto;
      padding-block: 8px;
      resize: vertical;
    }
    .fault {
      color: var(--pr-stopped);
      font-size: 12.5px;
    }
    .fault:empty {
      display: none;
    }
    button {
      justify-self: start;
    }
  `,
})
export class DraftComments {
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly wordsMost = wordsMost;
  protected readonly short = shortened;
  protected readonly headingId = `comments-${crypto.randomUUID()}`;

  readonly draft = input.required<OrderDraft>();
  readonly comments = input.required<readonly DraftComment[]>();
  readonly heading = input.required<string>();
  readonly commands = input.required<OrderCommands>();
  readonly may = input(false);
  /** what is selected in the draft */
  readonly selection = input<DraftAnchor | null>(null);
  /** the number of the comment that is looked at */
  readonly look = output<number | null>();
  readonly added = output();

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
              label: say.say('orderDraft.selection', { text: shortened(this.textAt(selection)) }),
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

  private textAt({ field, from, to }: DraftAnchor): string {
    return this.draft()[field].slice(from, to);
  }
}
