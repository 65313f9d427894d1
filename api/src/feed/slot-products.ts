import type { NoteProduct, SlotProduct } from '@poolrise/contracts';

/** The links of a note as its slots name them; nothing where it has none, so that most notes hold nothing in memory. */
export function slotProducts(products: readonly NoteProduct[] | null): readonly SlotProduct[] | undefined {
  if (!products?.length) return undefined;
  return products.map(({ title, url, priceCents }, at) => ({ product: at + 1, title, url, priceCents }));
}

/** Links in SQL: null where a note has none, since a page of candidates has hardly any. */
export const linkedProducts = (note: string): string => `nullif(${note}.products, '[]') as products`;
