import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  CommentDraft,
  GiveAddress,
  HandInDraft,
  InviteCreator,
  MoveOrder,
  OrderView,
} from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { problemOf } from '../problems/problem-of';

const root = '/api/v1/orders';
export const deskRoot = '/api/v1/order-desk';

type Keyless<T> = T extends unknown ? Omit<T, 'requestKey'> : never;
/** A command as it is made on a screen; the key of the request is found here. */
export type MoveAsk = Keyless<MoveOrder>;
export type HandInAsk = Keyless<HandInDraft>;
export type CommentAsk = Keyless<CommentDraft>;
export type AddressAsk = Keyless<GiveAddress>;
export type InviteAsk = Keyless<InviteCreator>;

/** Commands about cooperation orders. */
@Service()
export class OrdersApi {
  private readonly http = inject(HttpClient);
  /** of commands of which we do not know what came of them, by what they ask */
  private readonly keys = new Map<string, string>();

  invite(ask: InviteAsk): Promise<OrderView> {
    return this.send(root, ask);
  }

  move(id: string, ask: MoveAsk): Promise<OrderView> {
    return this.send(`${root}/${id}/moves`, ask);
  }

  judge(id: string, ask: MoveAsk): Promise<OrderView> {
    return this.send(`${deskRoot}/${id}/moves`, ask);
  }

  handIn(id: string, ask: HandInAsk): Promise<OrderView> {
    return this.send(`${root}/${id}/drafts`, ask);
  }

  comment(id: string, ask: CommentAsk): Promise<OrderView> {
    return this.send(`${root}/${id}/comments`, ask);
  }

  giveAddress(id: string, ask: AddressAsk): Promise<OrderView> {
    return this.send(`${root}/${id}/address`, ask);
  }

  async forgetAddress(id: string): Promise<void> {
    await firstValueFrom(this.http.delete<void>(`${root}/${id}/address`));
  }

  /** The same command goes again under the same key until it was answered: what was lost on the way is not done twice. */
  private async send(path: string, ask: object): Promise<OrderView> {
    const what = `${path} ${JSON.stringify(ask)}`;
    const requestKey = this.keys.get(what) ?? crypto.randomUUID();
    this.keys.set(what, requestKey);
    try {
      const answer = await firstValueFrom(this.http.post<OrderView>(path, { ...ask, requestKey }));
      this.keys.delete(what);
      return answer;
    } catch (error) {
      if (problemOf(error).status < 500) this.keys.delete(what);
      throw error;
    }
  }
}
