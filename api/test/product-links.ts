import type { NoteProduct, ProductReceipt } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { ProductEventsService } from '../src/earnings/product-events.service';
import { TokenSecret } from '../src/engagement/token-secret';
import type { TestDatabase } from './database';
import { application, type Engine } from './engine';
import { aNoteInPool } from './notes';

export const aProduct = (changes: Partial<NoteProduct> = {}): NoteProduct => ({
  title: '茉莉冷泡茶 12 包',
  url: 'https://shop.example.com/tea/jasmine-12',
  priceCents: 4_900,
  commissionPermyriad: 800,
  ...changes,
});

/** A note of a desk with links to buy. */
export async function aNoteThatSells(
  database: TestDatabase,
  workspaceId: string,
  products: NoteProduct[] = [aProduct()],
): Promise<string> {
  const { noteId } = await aNoteInPool(database.db, { workspaceId });
  await database.owner('update note set products = $2 where id = $1', [noteId, JSON.stringify(products)]);
  return noteId;
}

type Fields = Record<string, unknown>;
/** What a reader application tells of product links, on a spec's database. */
export function linksOn(database: TestDatabase, engine: Engine) {
  const service = new ProductEventsService(database.db, new TokenSecret(engine.engine));
  const send = (events: Fields[], now?: number, of = application): Promise<ProductReceipt> =>
    service.record(of, { events }, now);
  const open = (
    noteId: string,
    changes: Fields = {},
    slot: Parameters<Engine['slot']>[1] = {},
  ): Fields & { id: string } => ({
    ...{ id: randomUUID(), kind: 'open', token: engine.slot(noteId, slot), product: 1, ...changes },
  });
  const amount =
    (kind: 'sale' | 'return') =>
    (openId: string, cents: number, changes: Fields = {}): Fields & { id: string } => ({
      ...{ id: randomUUID(), kind, openId, reference: `T-${openId}`, cents, ...changes },
    });
  return { service, send, open, sale: amount('sale'), back: amount('return') };
}
export type Links = ReturnType<typeof linksOn>;
