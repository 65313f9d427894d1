import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { OrderView } from '@poolrise/contracts';
import { extensionMoves, type RightsState, rightsState } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import type { TextKey } from '../../../i18n/text-key';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Chip } from '../../ui/chip';
import { Format } from '../../ui/format';
import { MoneyRows, type MoneyRow } from '../order/money-rows';
import type { OrderCommands } from '../order/order-commands';
import { OrderWords } from '../order-words';
import { RightsWords, rightsTone } from './rights-words';

type Made = (typeof extensionMoves)[number];

/** What the brand may do with a published note, until when, and what it takes to make that longer. */
@Component({
  selector: 'app-rights-card',
  imports: [Chip, MatButton, MoneyRows, T],
  template: `
    @if (rights(); as rights) {
      <section class="pr-card">
        <header>
          <h2>{{ 'usageRights.title' | t }}</h2>
          <app-chip [tone]="tone(rights.state)">{{ stateKey(rights.state) | t }}</app-chip>
        </header>
        <p class="until">{{ rights.until }}</p>
        <p class="hint">{{ rights.what }}</p>

        @for (paid of extended(); track paid.at) {
          <p class="paid">{{ paid.words }}</p>
        }
        @if (asked(); as asked) {
          <div class="ask" [class.mine]="asked.mine">
            <b>{{ asked.sentence }}</b>
            <app-money-rows [rows]="asked.rows" />
            <p class="hint">{{ asked.due }}</p>
          </div>
        }
        @if (may() && moves().length) {
          <div class="moves">
            @for (kind of moves(); track kind; let first = $first) {
              <button
                [matButton]="first && asked()?.mine ? 'filled' : 'outlined'"
                type="button"
                (click)="make(kind)"
              >
                {{ moveKey(kind) | t }}
              </button>
            }
          </div>
        }
      </section>
    }
  `,
  styles: `
    header {
      display: flex;
      gap: 12px;
      align-items: center;
      justify-content: space-between;
    }
    .until {
      margin-top: 8px;
      font-weight: 600;
    }
    .hint {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    .paid {
      margin-top: 8px;
      font-size: 13px;
    }
    .ask {
      display: grid;
      gap: 8px;
      margin-top: 14px;
      padding: 12px 14px;
      border-radius: 12px;
      background: var(--pr-basin);
    }
    .ask.mine {
      background: var(--pr-tint);
    }
    b {
      font-weight: 600;
      text-wrap: pretty;
    }
    .moves {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-top: 14px;
    }
  `,
})
export class RightsCard {
  private readonly dialogs = inject(MatDialog);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(OrderWords);
  private readonly rightsWords = inject(RightsWords);
  protected readonly tone = rightsTone;
  protected readonly stateKey = (state: RightsState): TextKey => `usageRights.state.${state}`;
  protected readonly moveKey = (kind: Made): TextKey => `orderWords.move.${kind}`;

  readonly view = input.required<OrderView>();
  readonly commands = input.required<OrderCommands>();

  protected readonly rights = computed(() => {
    const { rightsUntil, terms } = this.view();
    if (!rightsUntil || !terms.rights) return null;
    const at = this.format.day(rightsUntil);
    const state = rightsState(Date.parse(rightsUntil), Date.now());
    return {
      state,
      until: this.texts.say(state === 'expired' ? 'usageRights.ended' : 'usageRights.lasts', {
        at,
        ago: this.format.ago(rightsUntil),
      }),
      what: [this.rightsWords.channels(terms.rights), this.rightsWords.terms(terms.rights)].join(' · '),
    };
  });
  protected readonly extended = computed(() =>
    this.view().extensions.map(({ at, until, quoteCents, netCents }) => ({
      at,
      words: this.texts.say(
        this.view().side === 'creator' ? 'usageRights.extension.earned' : 'usageRights.extension.paid',
        {
          at: this.format.day(at),
          until: this.format.day(until),
          money: this.format.money(this.view().side === 'creator' ? netCents : quoteCents),
        },
      ),
    })),
  );
  protected readonly asked = computed(() => {
    const view = this.view();
    const { extension, side } = view;
    if (!extension) return null;
    const { price } = extension;
    const rows: MoneyRow[] =
      side === 'creator'
        ? [{ label: 'orders.money.toYou', cents: price.netCents, strong: true }]
        : [
            { label: 'orders.money.total', cents: price.totalCents, strong: true },
            { label: 'orders.money.toCreator', cents: price.netCents },
          ];
    return {
      mine: extension.by !== side && side !== 'platform',
      sentence: this.texts.say('usageRights.extension.asked', {
        who: this.words.apart(this.words.who(extension.by, view)),
        until: this.format.day(extension.until),
        money: this.format.roundMoney(price.quoteCents),
      }),
      rows,
      due: this.texts.say('usageRights.extension.due', { at: this.format.dateTime(extension.lapsesAt) }),
    };
  });
  protected readonly moves = computed(() =>
    extensionMoves.filter((kind) => this.view().legal.includes(kind)),
  );
  protected readonly may = computed(() => this.session.may('write:orders'));

  protected async make(kind: Made): Promise<void> {
    const data = { commands: this.commands(), kind };
    if (kind === 'ask-extension' || kind === 'counter-extension') {
      const { ExtensionDialog } = await import('./extension-dialog');
      this.dialogs.open(ExtensionDialog, { width: '480px', data });
      return;
    }
    const { MoveDialog } = await import('../order/move-dialog');
    this.dialogs.open(MoveDialog, { width: '480px', data: { ...data, move: { kind } } });
  }
}
