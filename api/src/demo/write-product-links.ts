import type { NoteProduct } from '@poolrise/contracts';
import { rails, returnSale } from '@poolrise/domain';
import { type Cast, workspaceOf } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { KeptOpen, KeptReturn, KeptSale } from '../earnings/decide-product-events';
import { writeLinks } from '../earnings/product-rows';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Slots of no page that is served: pages are numbered from 1 on. */
const firstSlot = -1;

/** A link and how much its note sells: opens a day at its best, one sale in so many of them, one return in so many sales. */
interface ToldLink extends NoteProduct {
  opens: number;
  opensASale: number;
  salesAReturn: number;
}
const shop = 'https://shop.example.com';
const links: ToldLink[] = [
  {
    ...{
      title: '茉莉冷泡茶 12 包',
      url: `${shop}/tea/jasmine-12`,
      priceCents: 4_900,
      commissionPermyriad: 800,
    },
    ...{ opens: 11, opensASale: 12, salesAReturn: 6 },
  },
  {
    ...{
      title: '耐热玻璃冷泡瓶 500 ml',
      url: `${shop}/ware/bottle-500`,
      priceCents: 6_800,
      commissionPermyriad: 1_200,
    },
    ...{ opens: 6, opensASale: 14, salesAReturn: 5 },
  },
  {
    ...{
      title: '桂花乌龙 50 g',
      url: `${shop}/tea/osmanthus-50`,
      priceCents: 8_800,
      commissionPermyriad: 1_000,
    },
    ...{ opens: 8, opensASale: 19, salesAReturn: 7 },
  },
];

interface SellingNote {
  id: string;
  workspaceId: string;
  publishedAt: Date;
  title: string;
  products: NoteProduct[];
}

/** Notes of desks with links to buy: who opened them since they were published, what was sold, and what came back. */
export async function writeProductLinks(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const deskId = workspaceOf(cast, 'xiaoman').id;
  const { rows } = await client.query<SellingNote>(
    `(select id, workspace_id as "workspaceId", published_at as "publishedAt", title, products from note
       where workspace_id = $1 and audit_state = 'passed' and published_at < $2
       order by products = '[]', published_at > $3, title !~ '茶|泡|喝|咖啡|拿铁', published_at, id limit 3)
     union all
     (select note.id, workspace_id, published_at, title, products from note join workspace w on w.id = workspace_id
       where w.kind = 'creator' and w.id <> $1 and audit_state = 'passed' and published_at < $2
       order by published_at > $3, title !~ '茶|泡|喝|咖啡|拿铁', published_at, note.id limit 2)`,
    [deskId, new Date(now - dayMs), new Date(now - 16 * dayMs)],
  );
  const { rows: keys } = await client.query<{ id: string }>(
    `select id from api_key where scopes @> '{engagements:write}' order by created_at limit 1`,
  );
  const application = keys[0]?.id;
  if (!application) return;
  let slot = firstSlot;
  for (const [index, note] of rows.entries()) {
    const told = linksOf(note, index);
    const products = told.map(({ title, url, priceCents, commissionPermyriad }) => ({
      ...{ title, url, priceCents, commissionPermyriad },
    }));
    await client.query('update note set products = $2 where id = $1', [note.id, JSON.stringify(products)]);
    await client.query('update note_draft set products = $2 where note_id = $1', [
      note.id,
      JSON.stringify(products),
    ]);
    const life = told.map((link, product) =>
      lifeOf(note, { link, product: product + 1, share: 4 / (4 + index) }, now, () => slot--),
    );
    await writeLinks((sql, parameters) => client.query(sql, parameters), application, {
      opens: life.flatMap(({ opens }) => opens),
      sales: life.flatMap(({ sales }) => sales),
      returns: life.flatMap(({ returns }) => returns),
      ...{ changed: new Set(), duplicates: 0, refused: [] },
    });
  }
}

/** The note that came from a draft keeps its link and has a bottle beside it; to a coffee goes the bottle, to the others a tea. */
function linksOf({ title, products }: SellingNote, index: number): ToldLink[] {
  const [tea, bottle, oolong] = links;
  if (!tea || !bottle || !oolong) return [];
  if (products.length > 0) return [tea, bottle];
  if (/咖啡|拿铁/.test(title)) return [bottle];
  return [index % 2 === 0 ? tea : oolong];
}

/** The same for the same hour: how many a day is a matter of the day's number and not of chance. */
function lifeOf(
  { id: noteId, workspaceId, publishedAt }: SellingNote,
  { link, product, share }: { link: ToldLink; product: number; share: number },
  now: number,
  slot: () => number,
): { opens: KeptOpen[]; sales: KeptSale[]; returns: KeptReturn[] } {
  const about = { workspaceId, noteId, product, url: link.url };
  const opens: KeptOpen[] = [];
  const sales: KeptSale[] = [];
  const returns: KeptReturn[] = [];
  const days = Math.min(26, Math.floor((now - publishedAt.getTime()) / dayMs));
  for (let day = days; day >= 1; day--) {
    const today = Math.max(
      1,
      Math.round(share * link.opens * (0.45 + (0.55 * ((day * 5 + product) % 7)) / 6)),
    );
    for (let nth = 0; nth < today; nth++) {
      const openedAt = now - day * dayMs + ((nth + 1) * dayMs) / (today + 2);
      const rail = rails.indexOf(
        opens.length % 4 === 3 ? 'paid' : opens.length % 5 === 2 ? 'search' : 'organic',
      );
      const open = { id: randomUUID(), ...about, slot: slot(), rail, reader: 0, counted: true, openedAt };
      opens.push(open);
      if (opens.length % link.opensASale !== 0) continue;
      const cents = link.priceCents ?? 0;
      const sale: KeptSale = {
        ...{ ...about, id: randomUUID(), title: link.title, openId: open.id, countedOpenId: open.id, cents },
        ...{ reference: `D${noteId.slice(0, 8)}-${product}-${sales.length + 1}` },
        ...{ returnedCents: 0, rate: link.commissionPermyriad, soldAt: openedAt + 35 * minuteMs },
      };
      sales.push(sale);
      const returnedAt = sale.soldAt + 3 * dayMs;
      const back = sales.length % link.salesAReturn === 0 ? returnSale(sale, cents) : null;
      if (back === null || back === 'return-above-sale' || returnedAt > now) continue;
      sale.returnedCents = back.returnedCents;
      const { reversedCents } = back;
      returns.push({ id: randomUUID(), saleId: sale.id, openId: open.id, cents, reversedCents, returnedAt });
    }
  }
  return { opens, sales, returns };
}
