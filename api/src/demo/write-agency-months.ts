import {
  dayInShanghai,
  type Month,
  monthAfter,
  monthOf,
  partOf,
  shiftDay,
  spanOfMonth,
  sumOfRails,
  usualRights,
} from '@poolrise/domain';
import { type Cast, workspaceOf, type WorkspaceKey } from '@poolrise/scenario';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { bookOf } from '../agency-desk/books.queries';
import { keepMonth } from '../agency-desk/statements.service';
import { writeCampaign } from './write-campaigns';
import { type Desk, writeDesk } from './write-desks';
import type { ToldOrder } from './told-orders';
import { DemoPictures } from './write-media';
import { type Sides, writeOrder } from './write-orders';
import { insert, topUp } from './write-rows';

const minuteMs = 60_000;
const hour = 60;
const day = 24 * hour;
const rebateBasisPoints = 1_500;

/** Behind the desks of recruitments and of the tea brand's note. */
const firstDesk = 20;

interface ToldClient {
  key: WorkspaceKey;
  campaign: string;
  category: string;
  budgetCents: number;
  fee: { percentBasisPoints: number; retainerCents: number; rebateShareBasisPoints: number };
  /** quotes of orders that were paid two months ago, and last month */
  paid: readonly [before: readonly number[], last: readonly number[]];
}

const clients: readonly ToldClient[] = [
  {
    key: 'islet',
    campaign: '冷萃新品上市 Cold brew launch',
    category: 'food',
    budgetCents: 1_600_000,
    fee: { percentBasisPoints: 1_000, retainerCents: 300_000, rebateShareBasisPoints: 5_000 },
    paid: [[320_000], [280_000, 190_000]],
  },
  {
    key: 'meadow',
    campaign: '低糖酸奶试吃 Low-sugar tasting',
    category: 'food',
    budgetCents: 900_000,
    fee: { percentBasisPoints: 1_200, retainerCents: 0, rebateShareBasisPoints: 0 },
    paid: [[150_000], [210_000]],
  },
  {
    key: 'drizzle',
    campaign: '雨季香氛 Rainy-day scents',
    category: 'beauty',
    budgetCents: 700_000,
    fee: { percentBasisPoints: 0, retainerCents: 450_000, rebateShareBasisPoints: 10_000 },
    paid: [[], [160_000]],
  },
];

const plain = {
  noteType: 'image',
  withSample: false,
  withOutline: false,
  withAdAudit: false,
  effectMode: false,
  rights: usualRights,
} as const;

/**
 * What the agency of the demo does for its three clients: a campaign each, orders that were paid in the last two months and some
 * that wait for it, a month that is settled, and one that is to be closed.
 */
export async function writeAgencyMonths(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const owner = cast.people.find(({ email }) => email === 'zhou@poolrise.demo')?.id ?? '';
  const colleague = cast.people.find(({ email }) => email === 'he@poolrise.demo')?.id ?? '';
  const agency = workspaceOf(cast, 'shanhai');
  const desks = await desksOf(client, now);
  const current = monthOf(new Date(now));
  for (const [place, told] of clients.entries()) {
    const desk = desks[place];
    if (!desk) throw new Error('there are too few creators who write about food in the demo');
    const room = workspaceOf(cast, told.key);
    await insert(client, 'agency_fee', {
      workspace_id: agency.id,
      client_id: room.id,
      from_month: monthAfter(current, -3),
      percent_basis_points: told.fee.percentBasisPoints,
      retainer_cents: told.fee.retainerCents,
      rebate_share_basis_points: told.fee.rebateShareBasisPoints,
      written_by: owner,
      written_at: new Date(now - 100 * day * minuteMs),
    });
    await agreeRebate(client, agency.id, desk.creatorId, owner, now);
    await topUp(client, room.id, 6_000_000, now - 130 * day * minuteMs);
    const campaignId = await writeCampaign(client, room.id, owner, campaignOf(told, now));
    const sides: Sides = {
      brand: room,
      desk,
      creatorId: desk.creatorId,
      people: { brand: owner, creator: desk.personId, platform: null },
      // Their drafts are words alone.
      pictures: new DemoPictures(client, null),
    };
    const pastId = await writeCampaign(client, room.id, owner, pastCampaignOf(told, now));
    await writePaid(client, { agencyId: agency.id, owner, sides, told, campaignId: pastId, current, now });
    for (const story of waiting[place] ?? []) await writeOrder(client, sides, { ...story, campaignId }, now);
    if (told.key !== 'meadow')
      await insert(client, 'agency_assignment', {
        workspace_id: agency.id,
        subject: 'campaign',
        subject_id: campaignId,
        client_id: room.id,
        person_id: told.key === 'islet' ? colleague : owner,
        assigned_by: owner,
        assigned_at: new Date(now - 10 * day * minuteMs),
      });
  }
  const asked = new Date(now - 30 * hour * minuteMs);
  await insert(client, 'top_up', {
    workspace_id: workspaceOf(cast, 'meadow').id,
    request_key: agency.id,
    request_hash: 'demo',
    cents: 1_200_000,
    reference: '追加预算 More budget',
    state: 'waiting',
    asked_by: owner,
    asked_at: asked,
  });
  await settle(client, agency.id, workspaceOf(cast, 'islet').id, owner, monthAfter(current, -2), now);
}

async function desksOf(client: pg.Client, now: number): Promise<Omit<Desk, 'unusual'>[]> {
  const { rows } = await client.query<{ id: string; name: string }>(
    `select id, name from creator where categories[1] = 'food' and accepts_image and image_cents is not null
        and followers between 2000 and 90000 and not exists (select from workspace where creator_id = creator.id)
        and not exists (select from creator_contact where creator_id = creator.id)
      order by id desc limit $1`,
    [clients.length],
  );
  const desks: Omit<Desk, 'unusual'>[] = [];
  for (const [place, creator] of rows.entries())
    desks.push(
      await writeDesk(client, creator, {
        index: firstDesk + place,
        approved: true,
        at: now - 140 * day * minuteMs,
      }),
    );
  return desks;
}

const agreeRebate = (client: pg.Client, agencyId: string, creatorId: string, owner: string, now: number) =>
  insert(client, 'creator_contact', {
    workspace_id: agencyId,
    creator_id: creatorId,
    rebate_basis_points: rebateBasisPoints,
    state: 'agreed',
    owner_id: owner,
    note: '按单结算返点。',
    changed_at: new Date(now - 90 * day * minuteMs),
  });

function campaignOf({ campaign, budgetCents }: ToldClient, now: number): Parameters<typeof writeCampaign>[3] {
  const today = dayInShanghai(new Date(now));
  const startOf = (days: number) => new Date(`${shiftDay(today, days)}T00:00:00+08:00`).toISOString();
  const boosts = Math.round(budgetCents / 1_000) * 100;
  const rails = { creators: budgetCents - boosts, boosts, search: 0 };
  return {
    name: campaign,
    state: 'live',
    flights: [{ name: '首轮 First', from: startOf(-12), to: startOf(9), budgetCents: sumOfRails(rails) }],
    rails,
    keywords: [],
    negatives: [],
    kpis: [],
    guards: [],
    createdAt: new Date(now - 16 * day * minuteMs),
  };
}

/** The campaign before, to which the orders of the last months belong. */
const pastCampaignOf = (told: ToldClient, now: number): Parameters<typeof writeCampaign>[3] => ({
  ...campaignOf({ ...told, campaign: '秋季首轮 First round, autumn' }, now - 80 * day * minuteMs),
  state: 'ended',
});

interface PaidAbout {
  agencyId: string;
  owner: string;
  sides: Sides;
  told: ToldClient;
  campaignId: string;
  current: Month;
  now: number;
}

/** Orders of the last two months: published so long before that the clock has paid them in the month, and their rebates. */
async function writePaid(client: pg.Client, about: PaidAbout): Promise<void> {
  const { sides, told, current, now } = about;
  for (const [place, quotes] of told.paid.entries()) {
    const month = spanOfMonth(monthAfter(current, place - 2)).from.getTime();
    for (const [number, quoteCents] of quotes.entries()) {
      const paidAt = month + (10 + 4 * number) * day * minuteMs;
      // Protected for 30 days, and paid a week after.
      const out = Math.round((now - paidAt) / minuteMs) + 37 * day;
      const orderId = await writeOrder(
        client,
        sides,
        { ...paidStory(told, quoteCents, out, number), campaignId: about.campaignId },
        now,
      );
      if (place === 0 || number === 0)
        await insert(client, 'agency_rebate', {
          workspace_id: about.agencyId,
          client_id: sides.brand.id,
          order_id: orderId,
          cents: partOf(quoteCents, rebateBasisPoints),
          received_on: dayInShanghai(new Date(paidAt + 5 * day * minuteMs)),
          month: monthAfter(current, place - 2),
          request_key: orderId,
          request_hash: 'demo',
          written_by: about.owner,
          written_at: new Date(paidAt + 5 * day * minuteMs),
        });
    }
  }
}

/** `out` minutes ago it was published; the second of a month was reviewed late. */
const paidStory = (told: ToldClient, quoteCents: number, out: number, number: number): ToldOrder => ({
  name: `${told.campaign.split(' ')[0] ?? ''} · ${number === 0 ? '开箱 Unboxing' : '一周记录 A week of it'}`,
  brief: '写自己平时怎么用，不写功效。\nHow you use it on an ordinary day; no claims.',
  quoteCents,
  terms: plain,
  invited: out + 8 * day,
  moves: [
    { by: 'creator', minutes: out + 7 * day, move: { kind: 'accept' } },
    { by: 'creator', minutes: out + 3 * day, move: { kind: 'submit-draft' } },
    { by: 'platform', minutes: out + 3 * day, move: { kind: 'pass-audit' } },
    {
      by: 'brand',
      minutes: out + 3 * day - (number === 0 ? 5 : 40) * hour,
      move: { kind: 'approve' },
    },
    { by: 'creator', minutes: out, move: { kind: 'publish' } },
  ],
  drafts: [{ title: '日常里的一件小事', body: '不赶的时候，慢慢来。', topics: ['日常'] }],
});

const drafted = (name: string, quoteCents: number, waits: number): ToldOrder => ({
  name,
  brief: '按简报写，图片用自然光。\nAs the brief says; daylight pictures.',
  quoteCents,
  terms: plain,
  invited: waits + 4 * day,
  moves: [
    { by: 'creator', minutes: waits + 3 * day, move: { kind: 'accept' } },
    { by: 'creator', minutes: waits, move: { kind: 'submit-draft' } },
    { by: 'platform', minutes: waits, move: { kind: 'pass-audit' } },
  ],
  drafts: [
    { title: '上班路上的一杯', body: '拧开瓶盖，先闻到香。\n三分钟路程，刚好喝完。', topics: ['通勤'] },
  ],
});
const countered = (name: string, quoteCents: number, waits: number): ToldOrder => ({
  name,
  brief: '一篇图文，两周内发布。\nOne image note within two weeks.',
  quoteCents,
  terms: plain,
  invited: waits + day,
  moves: [
    { by: 'creator', minutes: waits, move: { kind: 'counter', quoteCents: Math.round(quoteCents * 1.2) } },
  ],
});
const approved = (name: string, quoteCents: number): ToldOrder => {
  const story = drafted(name, quoteCents, 6 * day);
  return {
    ...story,
    moves: [...story.moves, { by: 'brand', minutes: 5.5 * day, move: { kind: 'approve' } }],
  };
};

/** By client: what is overdue by the agency's own time, what is due within a day, and what has time. */
const waiting: readonly (readonly ToldOrder[])[] = [
  [
    drafted('冷萃通勤 Cold brew on the way', 180_000, 31 * hour),
    countered('咖啡角 A corner for coffee', 140_000, 9 * hour),
    approved('冷萃周末 Cold brew, weekend', 160_000),
  ],
  [
    drafted('早餐酸奶 Yogurt for breakfast', 120_000, 4 * hour),
    countered('加餐 Snack time', 90_000, 26 * hour),
  ],
  [countered('雨夜 A night of rain', 130_000, 2 * hour)],
];

/** Closes a month and sends it, as the agency would have done at the beginning of the next. */
async function settle(
  client: pg.Client,
  agencyId: string,
  clientId: string,
  by: string,
  month: Month,
  now: number,
): Promise<void> {
  // What reads and keeps a month asks for no more of a transaction than this.
  const tx = {
    query: async (sql: string, parameters?: unknown[]) =>
      (await client.query(sql, parameters)).rows as unknown,
  } as unknown as EntityManager;
  const book = await bookOf(tx, agencyId, clientId, month, new Date(now));
  const at = new Date(spanOfMonth(month).to.getTime() + 2 * day * minuteMs);
  const id = await keepMonth(tx, agencyId, book, { by, at });
  await client.query('update agency_statement set sent_at = $2, sent_by = $3 where id = $1', [
    id,
    new Date(at.getTime() + hour * minuteMs),
    by,
  ]);
}
