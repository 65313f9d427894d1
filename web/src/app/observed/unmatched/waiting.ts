import { afterNextRender, computed, ElementRef, inject, Injector, type Signal, signal } from '@angular/core';
import type { Paged } from '../../live/paged';
import { Toast } from '../../ui/toast';

/**
 * What waits for a person, one card after the other: what was just decided goes at once, and the next card has the focus. Each
 * stands in an element whose `data-waits` is its id. Make it in an injection context of the queue's component.
 */
export class Waiting<Item> {
  private readonly toast = inject(Toast);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** The next answer of the server says the same. */
  private readonly gone = signal<ReadonlySet<string>>(new Set());
  /** a decision is on its way */
  readonly sending = signal(false);
  readonly items: Signal<Item[]>;

  constructor(
    private readonly list: Paged<Item>,
    private readonly choices: Pick<Paged<unknown>, 'reload'>,
    private readonly idOf: (item: Item) => string,
  ) {
    this.items = computed(() => list.items()?.filter((item) => !this.gone().has(idOf(item))) ?? []);
  }

  /** Sends a decision; says what went wrong, and asks both lists again in any case. */
  async send(command: () => Promise<void>): Promise<void> {
    this.sending.set(true);
    try {
      await command();
    } catch (error) {
      this.toast.problem(error);
    } finally {
      this.sending.set(false);
      this.list.reload();
      this.choices.reload();
    }
  }

  /** The card goes, and the next one has the focus; after the last, the way back. */
  leave(id: string): void {
    const all = this.items();
    const index = all.findIndex((item) => this.idOf(item) === id);
    const next = all[index + 1] ?? all[index - 1];
    this.gone.update((gone) => new Set([...gone, id]));
    afterNextRender(() => this.focus(next), { injector: this.injector });
  }

  /** Lets what was taken back stand there again. */
  comeBack(): void {
    this.gone.set(new Set());
  }

  private focus(item: Item | undefined): void {
    const cards = [...this.host.querySelectorAll<HTMLElement>('[data-waits]')];
    const card = item && cards.find(({ dataset }) => dataset['waits'] === this.idOf(item));
    (card ?? this.host).querySelector<HTMLElement>(card ? '[data-row]' : '[data-back]')?.focus();
  }
}
