import { booleanAttribute, Component, effect, input, linkedSignal, output } from '@angular/core';
import { Icon } from './icon';

/** Typing pauses this long before the list follows, in milliseconds. */
const pause = 250;

/** The field above a list that is searched as one types. The address is what was asked; `ask` says what it is to become. */
@Component({
  selector: 'app-search-field',
  imports: [Icon],
  host: { '[class.large]': 'large()' },
  template: `
    <app-icon name="search" />
    <input
      type="search"
      autocomplete="off"
      [attr.maxlength]="lengthMax()"
      [attr.aria-label]="label()"
      [placeholder]="placeholder() ?? label()"
      [value]="typed()"
      (input)="typed.set($any($event.target).value)"
      (keydown.escape)="$any($event.target).blur()"
    />
    <kbd aria-hidden="true">/</kbd>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 8px;
      min-width: 0;
      height: 34px;
      padding: 0 8px 0 10px;
      border: 1px solid var(--pr-line-strong);
      border-radius: 10px;
      background: var(--pr-card);
      color: var(--pr-muted);
      --icon-size: 18px;
    }
    :host(.large) {
      gap: 10px;
      height: 42px;
      padding: 0 10px 0 12px;
      border-radius: 12px;
      --icon-size: 20px;
    }
    :host(:focus-within) {
      border-color: var(--pr-action);
      outline: 1px solid var(--pr-action);
    }
    :host(:focus-within) kbd {
      visibility: hidden;
    }
    input {
      flex: 1;
      min-width: 0;
      border: 0;
      outline: 0;
      background: none;
      color: var(--pr-ink);
      font-size: 13px;
    }
    :host(.large) input {
      font-size: 14px;
    }
    input::placeholder {
      color: var(--pr-muted);
      opacity: 1;
      text-overflow: ellipsis;
    }
    @media (max-width: 1023px) {
      :host(.large) input {
        font-size: 16px;
      }
      :host(.large) kbd {
        display: none;
      }
    }
    @media (max-width: 719px) {
      :host {
        height: 42px;
      }
      input {
        font-size: 16px;
      }
      kbd {
        display: none;
      }
    }
  `,
})
export class SearchField {
  readonly asked = input.required<string>();
  readonly label = input.required<string>();
  /** where it says more than the label */
  readonly placeholder = input<string>();
  readonly lengthMax = input(100);
  /** it is what the page is for */
  readonly large = input(false, { transform: booleanAttribute });
  readonly ask = output<string | undefined>();

  // A blank at the end is on its way to the next word, and does not come back from the address.
  protected readonly typed = linkedSignal<string, string>({
    source: this.asked,
    computation: (now, before) => (before?.value.trim() === now ? before.value : now),
  });

  constructor() {
    effect((onCleanup) => {
      const text = this.typed().trim().slice(0, this.lengthMax());
      if (text === this.asked()) return;
      const timer = setTimeout(() => this.ask.emit(text || undefined), pause);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** Forgets what is typed and not yet asked. */
  clear(): void {
    this.typed.set('');
  }
}
