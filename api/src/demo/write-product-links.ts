import type { NoteProduct } from '@poolrise/contracts';
import { rails, returnSale } from '@poolrise/domain';
import { type Cast, workspaceOf } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { KeptOpen, KeptReturn, KeptSale } from '../earnings/decide-product-events';
import { writeLinks } from '../earnings/product-rows';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Slots of no page that is served: pages are numbered from 1 on. */
const firstSlot = -1;

/** Opens from which on further reads bring fewer and fewer: they are of people who came for the pictures. */
const opensOfThoseWhoCare = 150;
/** Before that many days nothing is told of links. */
const daysTold = 29;
/** What was sold by then is certain today, with a day to spare. */
const daysUntilCertain = 16;

/** A link and how much its note sells: the share of reads that open it, one sale in so many opens, one return in so many sales. */
interface ToldLink extends NoteProduct {
  openShare: number;
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
    ...{ openShare: 0.045, opensASale: 14, salesAReturn: 5 },
  },
  {
    ...{
      title: '耐热玻璃冷泡瓶 500 ml',
      url: `${shop}/ware/bottle-500`,
      priceCents: 6_800,
      commissionPermyriad: 1_200,
    },
    ...{ openShare: 0.03, opensASale: 17, salesAReturn: 4 },
  },
  {
    ...{
      title: '桂花乌龙 50 g',
      url: `${shop}/tea/osmanthus-50`,
      priceCents: 8_800,
      commissionPermyriad: 1_000,
    },
    ...{ openShare: 0.06, opensASale: 15, salesAReturn: 4 },
  },
  {
    ...{
      title: '厨房电子秤 0.1 g',
      url: `${shop}/kitchen/scale-01`,
      priceCents: 5_900,
      commissionPermyriad: 1_200,
    },
    ...{ openShare: 0.06, opensASale: 16, salesAReturn: 4 },
  },
];

export const productOf = ({ title, url, priceCents, commissionPermyriad }: NoteProduct): NoteProduct => ({
  ...{ title, url, priceCents, commissionPermyriad },
});

interface SellingNote {
  id: string;
  workspaceId: string;
  title: string;
  products: NoteProduct[];
  /** reads of an hour by rail, as they were counted */
  hours: { at: number; rail: number; reads: number }[];
}

/** Notes of Xiaoman with links to buy: which of their readers opened them, what was sold, and what came back. */
export async function writeProductLinks(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const { rows } = await client.query<SellingNote>(
    `with own as (
       select id, workspace_id, title, products, products <> '[]' as linked, title ~ '茶|咖啡|拿铁' as drink from note
        where workspace_id = $1 and audit_state = 'passed' and category = 'food' and published_at < $2
     ), read as (
       select note_id, sum(clicks) as reads, coalesce(sum(clicks) filter (where hour < $5), 0) as early, json_agg(json_build_object('at', extract(epoch from hour) * 1000, 'rail', rail, 'reads', clicks)
                order by hour, rail, level) as hours
         from engagement_hour where workspace_id = $1 and clicks > 0 and hour between $3 and $4 group by note_id
     )
     select id, workspace_id as "workspaceId", title, products, hours from own join read on note_id = id
      order by linked desc, row_number() over (partition by linked order by early desc, id) <= 2 desc,
            row_number() over (partition by linked, drink order by reads desc, id), drink desc limit 6`,
    [
      workspaceOf(cast, 'xiaoman').id,
      new Date(now - dayMs),
      new Date(now - daysTold * dayMs),
      new Date(now - 2 * hourMs),
      new Date(now - daysUntilCertain * dayMs),
    ],
  );
  const { rows: keys } = await client.query<{ id: string }>(
    `select id from api_key where scopes @> '{engagements:write}' order by created_at limit 1`,
  );
  const application = keys[0]?.id;
  if (!application) return;
  let slot = firstSlot;
  for (const note of rows) {
    const told = linkFor(note.title);
    const products = told.map(productOf);
    await client.query('update note set products = $2 where id = $1', [note.id, JSON.stringify(products)]);
    await client.query('update note_draft set products = $2 where note_id = $1', [
      note.id,
      JSON.stringify(products),
    ]);
    const life = told.map((link, product) => lifeOf(note, { link, product: product + 1 }, now, () => slot--));
    await writeLinks((sql, parameters) => client.query(sql, parameters), application, {
      opens: life.flatMap(({ opens }) => opens),
      sales: life.flatMap(({ sales }) => sales),
      returns: life.flatMap(({ returns }) => returns),
      ...{ changed: new Set(), duplicates: 0, refused: [] },
    });
  }
}

/** What a note of this title links to: to a coffee goes the bottle, to what is cooked a scale. */
export function linkFor(title: string): ToldLink[] {
  const [tea, bottle, oolong, scale] = links;
  if (!tea || !bottle || !oolong || !scale) return [];
  if (/咖啡|拿铁/.test(title)) return [bottle];
  if (!/茶/.test(title)) return [scale];
  return /冷泡/.test(title) ? [tea, bottle] : [oolong];
}

/** Of the reads of every hour and rail a share opened the link, carried on until it makes a whole open: no chance in it. */
function lifeOf(
  { id: noteId, workspaceId, hours }: SellingNote,
  { link, product }: { link: ToldLink; product: number },
  now: number,
  slot: () => number,
): { opens: KeptOpen[]; sales: KeptSale[]; returns: KeptReturn[] } {
  const about = { workspaceId, noteId, product, url: link.url };
  const opens: KeptOpen[] = [];
  const sales: KeptSale[] = [];
  const returns: KeptReturn[] = [];
  const read = hours.reduce((sum, { reads }) => sum + reads, 0);
  const share = link.openShare / Math.sqrt(1 + (read * link.openShare) / opensOfThoseWhoCare);
  const carried = rails.map(() => 0);
  for (const { at, rail, reads } of hours) {
    const ripe = (carried[rail] ?? 0) + reads * share;
    const whole = Math.floor(ripe);
    carried[rail] = ripe - whole;
    for (let nth = 0; nth < whole; nth++) {
      const openedAt = at + ((nth + 1) * hourMs) / (whole + 1);
      const open = { id: randomUUID(), ...about, slot: slot(), rail, reader: 0, counted: true, openedAt };
      opens.push(open);
      if (opens.length % link.opensASale !== Math.floor(link.opensASale / 2)) continue;
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
