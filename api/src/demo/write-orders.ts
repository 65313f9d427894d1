import {
  advanceOrder,
  type CooperationOrder,
  dayInShanghai,
  holdLegs,
  moveOrder,
  type OrderMove,
  orderRulesOn,
  type OrderTerms,
  priceOrder,
  usualRights,
  wasRefused,
} from '@poolrise/domain';
import { type Cast, marketerOf, workspaceOf } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { writeDesk } from './write-desks';
import { insert, post, rowOf, topUp } from './write-rows';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Behind the desks of those who apply to recruitments. */
const publishedDesk = 9;

export interface ToldOrder {
  name: string;
  brief: string;
  quoteCents: number;
  terms: Omit<OrderTerms, 'protectionDays' | 'draftDueAt' | 'centsPerThousandReads'>;
  /** when the creator was asked, and what came of it; minutes before now */
  invited: number;
  moves: { by: 'brand' | 'creator' | 'platform'; minutes: number; move: OrderMove; words?: string }[];
  draft?: { title: string; body: string; topics: string[] };
  /** the note that came of it */
  noteId?: string;
  campaignId?: string;
}

const image = {
  noteType: 'image',
  withSample: false,
  withOutline: false,
  withAdAudit: false,
  effectMode: false,
  rights: usualRights,
} as const;

/** Of Lin's tea and Xiaoman: one draft that waits for the brand, and one invitation that waits for the creator. */
const told: ToldOrder[] = [
  {
    name: '冷泡茉莉花茶 · 早晨 Cold-brew mornings',
    brief:
      '写一个用冷泡茶开始的早晨：前一晚放进冰箱，第二天带出门。讲清水温、时长和口感，不写功效。\nA morning that begins with cold brew: into the fridge at night, out of the door next day. Water, time and taste; no health claims.',
    quoteCents: 180_000,
    terms: image,
    invited: 26,
    moves: [
      {
        by: 'creator',
        minutes: 23,
        move: { kind: 'counter', quoteCents: 200_000 },
        words: '含一次改稿 One re-cut is in it',
      },
      { by: 'brand', minutes: 21, move: { kind: 'accept' } },
      { by: 'creator', minutes: 12, move: { kind: 'submit-draft' } },
      { by: 'platform', minutes: 12, move: { kind: 'pass-audit' } },
    ],
    draft: {
      title: '前一晚泡好，早晨不赶',
      body: '茶包放进冷水，冰箱里睡一夜。六点半拧开，是茉莉先到，茶在后面。\n比例：3 克茶配 500 毫升水，冷藏 8 小时；出门前把茶包拿掉，不会涩。',
      topics: ['冷泡茶', '早晨'],
    },
  },
  {
    name: '中秋礼盒开箱 Gift box, opened',
    brief:
      '开箱要拍到外盒、内衬和一杯泡好的茶；写给第一次送茶的人。\nShow the box, the lining and a cup; for people who give tea for the first time.',
    quoteCents: 260_000,
    terms: { ...image, withSample: true, withOutline: true },
    invited: 3,
    moves: [],
  },
];

/** Cooperation orders of the tea brand, as the domain makes them. */
export async function writeOrders(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const sides = {
    brand: workspaceOf(cast, 'lin'),
    desk: workspaceOf(cast, 'xiaoman'),
    creatorId: cast.xiaoman.id,
    people: {
      brand: marketerOf(cast, 'lin').id,
      creator:
        cast.people.find(({ memberships }) => memberships.some(({ workspace }) => workspace === 'xiaoman'))
          ?.id ?? null,
      platform: null,
    },
  };
  await client.query('update workspace set creator_id = $1 where id = $2', [cast.xiaoman.id, sides.desk.id]);
  await topUp(client, sides.brand.id, 600_000, now - 40 * minuteMs);
  await writePublished(client, sides, now);
  for (const story of told) await writeOrder(client, sides, story, now);
}

/** A note of the tea brand that is out, as the work of its creator, with rights that end before long. */
async function writePublished(client: pg.Client, sides: Sides, now: number): Promise<void> {
  const {
    rows: [note],
  } = await client.query<{
    id: string;
    title: string;
    body: string;
    topics: string[];
    published_at: Date;
    creator_id: string;
    name: string;
  }>(
    `select note.id, title, body, topics, published_at, creator_id, creator.name
       from note join creator on creator.id = note.creator_id
      where workspace_id = $1 and creator_id <> $2 and type = 'image' and audit_state = 'passed' and published_at between $3 and $4
      order by published_at, note.id limit 1`,
    [sides.brand.id, sides.creatorId, new Date(now - 25 * dayMs), new Date(now - 4 * dayMs)],
  );
  if (!note) throw new Error('the tea brand has no note of some weeks ago in the demo');
  const { id: noteId, title, body, topics, creator_id: creatorId, name } = note;
  const out = Math.round((now - note.published_at.getTime()) / minuteMs);
  const desk = await writeDesk(
    client,
    { id: creatorId, name },
    { index: publishedDesk, approved: true, at: now - 40 * dayMs },
  );
  const people = { ...sides.people, creator: desk.personId };
  await writeOrder(
    client,
    { ...sides, desk, creatorId, people },
    {
      name: title,
      brief:
        '写自己平时怎么喝这款茶，不写功效。\nHow you drink this tea on an ordinary day; no health claims.',
      quoteCents: 60_000,
      terms: { ...image, rights: { ...usualRights, days: Math.ceil((out * minuteMs) / dayMs) + 20 } },
      invited: out + 3_000,
      moves: [
        { by: 'creator', minutes: out + 2_000, move: { kind: 'accept' } },
        { by: 'creator', minutes: out + 300, move: { kind: 'submit-draft' } },
        { by: 'platform', minutes: out + 300, move: { kind: 'pass-audit' } },
        { by: 'brand', minutes: out + 60, move: { kind: 'approve' } },
        { by: 'creator', minutes: out, move: { kind: 'publish' } },
      ],
      draft: { title, body, topics },
      noteId,
    },
    now,
  );
}

export type Sides = {
  brand: { id: string; name: string };
  desk: { id: string };
  creatorId: string;
  people: Record<'brand' | 'creator' | 'platform', string | null>;
};

/** One order with its steps, drafts and money; what the clock was to do by now it has done. Returns its id. */
export async function writeOrder(
  client: pg.Client,
  sides: Sides,
  story: ToldOrder,
  now: number,
): Promise<string> {
  const at = (minutes: number): number => now - minutes * minuteMs;
  const rules = orderRulesOn(dayInShanghai(new Date(now)));
  const terms = {
    ...story.terms,
    protectionDays: 30,
    draftDueAt: now + 7 * dayMs,
    centsPerThousandReads: null,
  };
  const { totalCents } = priceOrder(story.quoteCents, terms, rules);
  let life: CooperationOrder = {
    mode: 'custom',
    state: 'invited',
    since: at(story.invited),
    terms,
    rules,
    offer: { by: 'brand', quoteCents: story.quoteCents, protectionDays: 30 },
    heldCents: totalCents,
    rejections: 0,
    draftedOnce: false,
    publishedAt: null,
    request: null,
    mayRemove: false,
    disputed: null,
  };
  const orderId = await insert(client, 'cooperation_order', {
    ...rowOf(life),
    workspace_id: sides.brand.id,
    desk_id: sides.desk.id,
    creator_id: sides.creatorId,
    request_key: randomUUID(),
    request_hash: '',
    campaign_id: story.campaignId ?? null,
    name: story.name,
    brand_name: sides.brand.name,
    brief: story.brief,
    category: 'food',
    language: 'zh',
    version: 1,
    created_by: sides.people.brand,
    created_at: new Date(at(story.invited)),
    changed_at: new Date(at(story.invited)),
  });
  const both = { order_id: orderId, workspace_id: sides.brand.id, desk_id: sides.desk.id };
  const offered = { quoteCents: story.quoteCents, protectionDays: 30 };
  const step = (
    number: number,
    actor: 'brand' | 'creator' | 'platform' | 'clock',
    kind: string,
    minutes: number,
    words: string,
    detail: object,
  ) =>
    insert(client, 'order_step', {
      ...both,
      number,
      at: new Date(at(minutes)),
      actor,
      person_id: actor === 'clock' ? null : sides.people[actor],
      kind,
      words,
      detail: JSON.stringify(detail),
      state: life.state,
    });
  await step(1, 'brand', 'invite', story.invited, '', offered);
  await post(
    client,
    { ...both, subject: story.name, personId: sides.people.brand },
    holdLegs(0, totalCents).brand,
    new Date(at(story.invited)),
  );
  for (const [index, { by, minutes, move, words = '' }] of story.moves.entries()) {
    const outcome = moveOrder({
      order: life,
      move,
      by,
      now: at(minutes),
      cashCents: Number.MAX_SAFE_INTEGER,
    });
    if (wasRefused(outcome)) throw new Error(`the demo's order may not ${move.kind}: ${outcome.refusal}`);
    life = outcome.order;
    const detail = move.kind === 'counter' ? { ...offered, quoteCents: move.quoteCents } : {};
    await step(index + 2, by, move.kind, minutes, words, detail);
    await post(
      client,
      { ...both, subject: story.name, personId: sides.people[by] },
      outcome.legs.brand,
      new Date(at(minutes)),
    );
    if (move.kind === 'submit-draft' && story.draft)
      await insert(client, 'order_draft', {
        ...both,
        version: 1,
        kind: 'draft',
        ...story.draft,
        person_id: sides.people.creator,
        at: new Date(at(minutes)),
      });
  }
  let version = story.moves.length + 1;
  let changedAt = at(story.moves.at(-1)?.minutes ?? story.invited);
  let payment: object | null = null;
  const outcome = { reads: 0, effectReached: null };
  for (let due = advanceOrder(life, now, outcome); due; due = advanceOrder(life, now, outcome)) {
    life = due.order;
    changedAt = due.at;
    await step(++version, 'clock', due.kind, (now - due.at) / minuteMs, '', {});
    const about = { subject: story.name, personId: null, order_id: orderId };
    const { brand, creator } = due.legs;
    const kind = due.payment ? 'order-paid' : 'order-released';
    await post(client, { ...about, workspace_id: sides.brand.id, kind }, brand, new Date(due.at));
    await post(
      client,
      { ...about, workspace_id: sides.desk.id, kind: 'order-earned' },
      creator,
      new Date(due.at),
    );
    if (due.payment) payment = { ...due.payment, at: new Date(due.at).toISOString() };
  }
  const row = {
    ...rowOf(life),
    note_id: story.noteId ?? null,
    payment: payment && JSON.stringify(payment),
    version,
    changed_at: new Date(changedAt),
  };
  const columns = Object.keys(row);
  await client.query(
    `update cooperation_order set ${columns.map((column, n) => `${column} = $${n + 2}`).join(', ')} where id = $1`,
    [orderId, ...Object.values(row)],
  );
  return orderId;
}
