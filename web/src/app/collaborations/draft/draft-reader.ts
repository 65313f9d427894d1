import {
  Component,
  computed,
  DOCUMENT,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import type { DraftComment, OrderDraft, TextAnchor } from '@poolrise/contracts';
import { isTextAnchor } from './media-comments';
import { MarkedText } from './marked-text';
import { type Pin, selectedIn } from './pins';

/** A draft as it was handed in, with the places of its comments; what is selected in it is told. */
@Component({
  selector: 'app-draft-reader',
  imports: [MarkedText],
  host: { '(document:selectionchange)': 'selection()' },
  template: `
    <h3 #title>
      <app-marked-text [text]="draft().title" [pins]="titlePins()" [active]="active()" />
    </h3>
    <div #body class="body">
      <app-marked-text [text]="draft().body" [pins]="bodyPins()" [active]="active()" />
    </div>
    @if (draft().topics.length) {
      <p class="topics">
        @for (topic of draft().topics; track topic) {
          <span>#{{ topic }} </span>
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
      max-width: 68ch;
    }
    h3 {
      font-size: 17px;
      font-weight: 650;
      line-height: 1.5;
      overflow-wrap: anywhere;
    }
    .body {
      font-size: 15px;
      line-height: 1.75;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .topics {
      color: var(--pr-action);
      font-size: 13px;
    }
  `,
})
export class DraftReader {
  private readonly document = inject(DOCUMENT);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  private readonly body = viewChild.required<ElementRef<HTMLElement>>('body');

  readonly draft = input.required<OrderDraft>();
  /** numbered from 1 in the order in which they stand here */
  readonly comments = input.required<readonly DraftComment[]>();
  readonly active = input<number | null>(null);
  readonly selected = output<TextAnchor>();

  protected readonly titlePins = computed(() => this.pinsIn('title'));
  protected readonly bodyPins = computed(() => this.pinsIn('body'));

  private pinsIn(field: TextAnchor['field']): Pin[] {
    return this.comments().flatMap(({ anchor }, index) =>
      isTextAnchor(anchor) && anchor.field === field ? [{ number: index + 1, anchor }] : [],
    );
  }

  protected selection(): void {
    const selection = this.document.getSelection();
    const inBody = selectedIn(this.body().nativeElement, selection);
    const inTitle = selectedIn(this.title().nativeElement, selection);
    if (inBody) this.selected.emit({ field: 'body', ...inBody });
    else if (inTitle) this.selected.emit({ field: 'title', ...inTitle });
  }
}
