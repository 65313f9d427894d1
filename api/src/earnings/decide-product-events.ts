import type { NoteProduct, ProductRefusal } from '@poolrise/contracts';
import {
  attributeSale,
  attributionWindowMs,
  commissionCents,
  confirmsAt,
  lateMsMax,
  returnSale,
} from '@poolrise/domain';

/** An event of a batch; `at` is when it happened, in ms since 1970, or why it cannot have happened then. */
export type ReadProductEvent =
  | {
      kind: 'open';
      index: number;
      id: string;
      at: number | ProductRefusal;
      noteId: string;
      product: number;
      slot: number;
      rail: number;
      reader: number;
    }
  | {
      kind: 'sale' | 'return';
      index: number;
      id: string;
      at: number | ProductRefusal;
      openId: string;
      reference: string;
      cents: number;
    };

export interface KeptOpen {
  id: string;
  workspaceId: string;
  noteId: string;
  product: number;
  url: string;
  slot: number;
  rail: number;
  reader: number;
  counted: boolean;
  openedAt: number;
}

export interface KeptSale {
  id: string;
  workspaceId: string;
  noteId: string;
  product: number;
  title: string;
  url: string;
  openId: string;
  countedOpenId: string;
  reference: string;
  cents: number;
  returnedCents: number;
  rate: number;
  soldAt: number;
}

export interface KeptReturn {
  id: string;
  saleId: string;
  openId: string;
  cents: number;
  reversedCents: number;
  returnedAt: number;
}

/** What is known of one application before a batch: all that its events can be about. */
export interface KnownLinks {
  opens: KeptOpen[];
  sales: KeptSale[];
  returns: KeptReturn[];
  /** impressions with a product whose open has been counted, as `slot product` */
  counted: Set<string>;
  notes: Map<string, { workspaceId: string; products: readonly NoteProduct[] }>;
}

export interface DecidedLinks {
  opens: KeptOpen[];
  sales: KeptSale[];
  returns: KeptReturn[];
  /** sales of before that something came back of */
  changed: Set<KeptSale>;
  duplicates: number;
  refused: { index: number; id: string; reason: ProductRefusal }[];
}

const rank = { open: 0, sale: 1, return: 2 };
export const slotKey = (slot: number, product: number): string => `${slot} ${product}`;
const saleKey = (url: string, reference: string): string => `${url}\n${reference}`;

/**
 * Takes the events of a batch one by one: what was opened first, then what was sold, then what came back, so that one batch
 * may tell all three. What is known already is a repeat, even where it could not be told for the first time any more.
 */
export class LinkDecisions {
  readonly decided: DecidedLinks = {
    opens: [],
    sales: [],
    returns: [],
    changed: new Set(),
    duplicates: 0,
    refused: [],
  };
  private readonly opens: Map<string, KeptOpen>;
  private readonly sales = new Map<string, KeptSale>();
  /** what each id said, so that the same is a repeat and something else under it is not */
  private readonly said = new Map<string, string>();

  constructor(
    private readonly known: KnownLinks,
    private readonly now: number,
  ) {
    this.opens = new Map(known.opens.map((open) => [open.id, open]));
    const byId = new Map(known.sales.map((sale) => [sale.id, sale]));
    for (const open of known.opens) this.said.set(open.id, saysOpen(open));
    for (const sale of known.sales) {
      this.sales.set(saleKey(sale.url, sale.reference), sale);
      this.said.set(sale.id, saysAmount('sale', sale));
    }
    for (const back of known.returns)
      this.said.set(
        back.id,
        saysAmount('return', { ...back, reference: byId.get(back.saleId)?.reference ?? '' }),
      );
  }

  take(events: readonly ReadProductEvent[]): DecidedLinks {
    const inOrder = [...events].sort((a, b) => rank[a.kind] - rank[b.kind] || a.index - b.index);
    for (const event of inOrder) {
      const says = event.kind === 'open' ? saysOpen(event) : saysAmount(event.kind, event);
      const before = this.said.get(event.id);
      if (before === says) this.decided.duplicates++;
      else {
        const reason = before === undefined ? this.record(event) : 'event-id-reused';
        if (reason === null) this.said.set(event.id, says);
        else this.decided.refused.push({ index: event.index, id: event.id, reason });
      }
    }
    return this.decided;
  }

  private record(event: ReadProductEvent): ProductRefusal | null {
    if (typeof event.at !== 'number') return event.at;
    if (event.kind === 'open') return this.open(event, event.at);
    const named = this.opens.get(event.openId);
    if (!named) return 'open-unknown';
    return event.kind === 'sale' ? this.sell(event, event.at, named) : this.giveBack(event, event.at, named);
  }

  private open(event: Extract<ReadProductEvent, { kind: 'open' }>, openedAt: number): ProductRefusal | null {
    const note = this.known.notes.get(event.noteId);
    const product = note?.products[event.product - 1];
    if (!note || !product) return 'product-unknown';
    const { id, noteId, slot, rail, reader } = event;
    const key = slotKey(slot, event.product);
    const counted = !this.known.counted.has(key);
    this.known.counted.add(key);
    const { workspaceId } = note;
    const open = { id, workspaceId, noteId, product: event.product, url: product.url, slot, rail, reader };
    const kept = { ...open, counted, openedAt };
    this.opens.set(id, kept);
    this.decided.opens.push(kept);
    return null;
  }

  private sell(
    { id, openId, reference, cents }: Extract<ReadProductEvent, { kind: 'sale' | 'return' }>,
    soldAt: number,
    named: KeptOpen,
  ): ProductRefusal | null {
    if (this.now - soldAt > lateMsMax) return 'event-too-late';
    if (soldAt < named.openedAt) return 'sale-before-open';
    if (soldAt - named.openedAt > attributionWindowMs) return 'sale-outside-window';
    if (this.sales.has(saleKey(named.url, reference))) return 'sale-known';
    // Whoever is not known has opened nothing but what is named.
    const opened = named.reader
      ? [...this.opens.values()].filter(({ reader, url }) => reader === named.reader && url === named.url)
      : [named];
    const { workspaceId, noteId, product, url, id: countedOpenId } = attributeSale(opened, soldAt) ?? named;
    const link = this.known.notes.get(noteId)?.products[product - 1];
    if (!link) return 'product-unknown';
    const sale: KeptSale = {
      ...{ id, workspaceId, noteId, product, url, openId, countedOpenId, reference, cents, soldAt },
      title: link.title,
      rate: link.commissionPermyriad,
      returnedCents: 0,
    };
    this.sales.set(saleKey(url, reference), sale);
    this.decided.sales.push(sale);
    return null;
  }

  private giveBack(
    { id, openId, reference, cents }: Extract<ReadProductEvent, { kind: 'sale' | 'return' }>,
    returnedAt: number,
    named: KeptOpen,
  ): ProductRefusal | null {
    const sale = this.sales.get(saleKey(named.url, reference));
    if (!sale) return 'sale-unknown';
    if (returnedAt < sale.soldAt) return 'return-before-sale';
    // By when it arrives: what is confirmed once stays so.
    if (this.now >= confirmsAt(sale.soldAt)) return 'commission-confirmed';
    const back = returnSale(sale, cents);
    if (back === 'return-above-sale') return back;
    sale.returnedCents = back.returnedCents;
    this.decided.changed.add(sale);
    this.decided.returns.push({
      ...{ id, saleId: sale.id, openId, cents, reversedCents: back.reversedCents, returnedAt },
    });
    return null;
  }
}

const saysOpen = ({ slot, product }: { slot: number; product: number }): string => `open ${slot} ${product}`;
const saysAmount = (
  kind: 'sale' | 'return',
  { openId, reference, cents }: { openId: string; reference: string; cents: number },
): string => `${kind} ${openId} ${cents} ${reference}`;

export const keptCommission = ({ cents, returnedCents, rate }: KeptSale): number =>
  commissionCents(cents - returnedCents, rate);
