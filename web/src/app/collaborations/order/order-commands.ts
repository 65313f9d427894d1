import type { Signal } from '@angular/core';
import type { HttpResourceRef } from '@angular/common/http';
import type { OrderView } from '@poolrise/contracts';
import { problemOf } from '../../problems/problem-of';
import type { AddressAsk, CommentAsk, HandInAsk, MoveAsk, OrdersApi } from '../orders-api';

type Versionless<T> = T extends unknown ? Omit<T, 'version'> : never;

/** Refusals that mean that the order on screen is not the order as it stands. */
export const outrun = ['order-moved-on', 'order-move-refused'] as const;
export const wasOutrun = (code: string | undefined): boolean =>
  (outrun as readonly (string | undefined)[]).includes(code);

/** What can be done to the order on screen; each command goes with the version that is shown, and its answer is shown at once. */
export class OrderCommands {
  constructor(
    private readonly api: OrdersApi,
    private readonly order: HttpResourceRef<OrderView | undefined>,
    /** the order on screen, kept while it reloads */
    readonly view: Signal<OrderView | undefined>,
    private readonly ofDesk: () => boolean,
  ) {}

  move(ask: Versionless<MoveAsk>): Promise<void> {
    return this.carryOut(({ id, version }) => {
      const now = { ...ask, version } as MoveAsk;
      return this.ofDesk() ? this.api.judge(id, now) : this.api.move(id, now);
    });
  }

  handIn(ask: Omit<HandInAsk, 'version'>): Promise<void> {
    return this.carryOut(({ id, version }) => this.api.handIn(id, { ...ask, version }));
  }

  comment(ask: CommentAsk): Promise<void> {
    return this.carryOut(({ id }) => this.api.comment(id, ask));
  }

  giveAddress(ask: Omit<AddressAsk, 'version'>): Promise<void> {
    return this.carryOut(({ id, version }) => this.api.giveAddress(id, { ...ask, version }));
  }

  /** Deletes the address; the page shows what is left of it once it has read it again. */
  async forgetAddress(): Promise<void> {
    const view = this.view();
    if (view) await this.api.forgetAddress(view.id);
  }

  /** A refusal goes on to whoever asked, once the page is on its way to what is true. */
  private async carryOut(command: (view: OrderView) => Promise<OrderView>): Promise<void> {
    const view = this.view();
    if (!view) return;
    try {
      this.order.set(await command(view));
    } catch (error) {
      if (wasOutrun(problemOf(error).code)) this.order.reload();
      throw error;
    }
  }
}
