import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { OrderView } from '@poolrise/contracts';
import { hasEnded } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { deadlineOf, OrderWords } from '../order-words';
import { movesShown, type Shown } from './main-moves';
import type { WordsMove } from './move-dialog';
import type { OrderCommands } from './order-commands';

const grave: readonly Shown[] = ['decline', 'withdraw', 'cancel'];

/** What happens next and until when, and what this side can do about it. */
@Component({
  selector: 'app-order-next',
  imports: [Icon, MatButton, MatMenu, MatMenuItem, MatMenuTrigger, T],
  host: { '[class.mine]': 'mine()' },
  template: `
    <div class="words">
      <p class="sentence">{{ words.next(view()) }}</p>
      @if (due(); as due) {
        <p class="due" [class.over]="due.over">
          <time [attr.datetime]="due.at">{{ due.words }}</time>
        </p>
      }
    </div>
    @if (may()) {
      <div class="moves">
        @for (kind of moves().buttons; track kind; let first = $first) {
          <button [matButton]="first ? 'filled' : 'outlined'" type="button" (click)="make(kind)">
            {{ word(kind) }}
          </button>
        }
        @if (moves().menu.length) {
          <button
            class="pr-icon-button"
            type="button"
            [matMenuTriggerFor]="menu"
            [attr.aria-label]="'orders.moreMoves' | t"
          >
            <app-icon name="more" />
          </button>
          <mat-menu #menu="matMenu">
            @for (kind of moves().menu; track kind) {
              <button mat-menu-item type="button" [class.grave]="isGrave(kind)" (click)="make(kind)">
                {{ word(kind) }}
              </button>
            }
          </mat-menu>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 12px 20px;
      align-items: center;
      padding: 16px 18px;
      border: 1px solid var(--pr-line);
      border-radius: var(--pr-radius);
      background: var(--pr-card);
    }
    :host(.mine) {
      border-color: var(--pr-action);
      background: var(--pr-tint);
    }
    .words {
      flex: 1 1 340px;
      min-width: 0;
    }
    .sentence {
      font-size: 15px;
      font-weight: 600;
      text-wrap: pretty;
    }
    .due {
      margin-top: 2px;
      color: var(--pr-muted);
      font-size: 13px;
    }
    :host(.mine) .due {
      color: var(--pr-ink);
    }
    :host .due.over {
      color: var(--pr-stopped);
      font-weight: 600;
    }
    .moves {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
    }
    .grave {
      --mat-menu-item-label-text-color: var(--pr-stopped);
    }
  `,
})
export class OrderNext {
  private readonly dialogs = inject(MatDialog);
  private readonly session = inject(Session);
  private readonly format = inject(Format);
  private readonly texts = inject(Texts);
  protected readonly words = inject(OrderWords);

  readonly view = input.required<OrderView>();
  readonly commands = input.required<OrderCommands>();
  /** the creator is to write */
  readonly write = output();

  protected readonly moves = computed(() => movesShown(this.view()));
  protected readonly mine = computed(
    () => !hasEnded(this.view()) && this.view().waitsFor === this.view().side,
  );
  protected readonly may = computed(() =>
    this.session.may(this.view().side === 'platform' ? 'judge:orders' : 'write:orders'),
  );
  protected readonly due = computed(() => {
    if (hasEnded(this.view())) return null;
    const due = deadlineOf(this.view(), new Date());
    if (!due) return null;
    const at = this.format.dateTime(due.at);
    const words = due.over
      ? this.texts.say('orders.due.over', { at })
      : `${this.texts.say('orders.due.left', { ago: this.format.ago(due.at) })} · ${at}`;
    return { ...due, words };
  });

  protected word(kind: Shown): string {
    return this.texts.say(`orderWords.move.${kind}`);
  }

  protected isGrave(kind: Shown): boolean {
    return grave.includes(kind);
  }

  protected async make(kind: Shown): Promise<void> {
    const data = { commands: this.commands() };
    switch (kind) {
      case 'submit-outline':
      case 'submit-draft':
        return this.write.emit();
      case 'counter': {
        const { CounterDialog } = await import('./counter-dialog');
        this.dialogs.open(CounterDialog, { width: '480px', data });
        return;
      }
      case 'give-address': {
        const { AddressDialog } = await import('../sample/address-dialog');
        this.dialogs.open(AddressDialog, { width: '480px', data: { ...data, before: null } });
        return;
      }
      case 'send-sample': {
        const { SendDialog } = await import('../sample/send-dialog');
        this.dialogs.open(SendDialog, { width: '480px', data });
        return;
      }
      case 'promise-sample': {
        const { PromiseDialog } = await import('../sample/promise-dialog');
        this.dialogs.open(PromiseDialog, { width: '480px', data });
        return;
      }
      case 'resolve': {
        const { ResolveDialog } = await import('./resolve-dialog');
        this.dialogs.open(ResolveDialog, { width: '480px', data });
        return;
      }
      case 'hide':
      case 'delete':
        return this.say({ kind: 'ask-removal', removal: kind });
      default:
        return this.say({ kind });
    }
  }

  private async say(move: WordsMove): Promise<void> {
    const { MoveDialog } = await import('./move-dialog');
    this.dialogs.open(MoveDialog, { width: '480px', data: { move, commands: this.commands() } });
  }
}
