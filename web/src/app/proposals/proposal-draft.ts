import type { CreatorRow, ProposalItem, ProposalItemAsk } from '@poolrise/contracts';
import { centsOf } from '../ui/cents-of';

/** One place of a proposal while it is being edited; the price is what stands in the field. */
export interface DraftItem {
  creatorId: string;
  name: string;
  redId: string;
  kind: ProposalItemAsk['kind'];
  notes: number;
  price: string;
  note: string;
  /** why the client wants another; null: they do not */
  replace: string | null;
}

export const draftOf = (item: ProposalItem): DraftItem => ({
  creatorId: item.creatorId,
  name: item.creator.name,
  redId: item.creator.redId,
  kind: item.kind,
  notes: item.notes,
  price: String(item.priceCents / 100),
  note: item.note,
  replace:
    item.verdict === 'replace' ? (item.answers.findLast(({ verdict }) => verdict)?.comment ?? '') : null,
});

/** A place for a creator who was chosen elsewhere, at the quote for what they take orders for. */
export function draftFor({ id, name, redId, figures, acceptsImage }: CreatorRow): DraftItem {
  const kind = acceptsImage || figures.videoCents === null ? 'image' : 'video';
  const cents = kind === 'image' ? figures.imageCents : figures.videoCents;
  return {
    creatorId: id,
    name,
    redId,
    kind,
    notes: 1,
    price: cents === null ? '' : String(cents / 100),
    note: '',
    replace: null,
  };
}

/** The places as they are sent; null while a field of one of them is not usable. */
export function asksOf(items: readonly DraftItem[]): ProposalItemAsk[] | null {
  const asks = items.map(({ creatorId, kind, notes, price, note }) => {
    const priceCents = centsOf(price);
    const fits = priceCents !== null && Number.isInteger(notes) && notes >= 1 && notes <= 20;
    return fits ? { creatorId, kind, notes, priceCents, note } : null;
  });
  return asks.every((ask) => ask !== null) && asks.length > 0 ? asks : null;
}
