import {
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
import { detailOf, offerDetail } from '../collaborations/order-terms';
import { writeDesk } from './write-desks';
import { insert, post, rowOf, topUp } from './write-rows';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Behind the desks of those who apply to recruitments. */
const publishedDesk = 9;

interface Told {
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
const told: Told[] = [
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
  {
    name: '白茶慢下来 White tea, slowly',
    brief:
      '写一个下午：水温、等待和第二泡的变化；不和咖啡比较，不写功效。\nOne afternoon: water, waiting, and how the second cup differs; no comparison with coffee, no health claims.',
    quoteCents: 150_000,
    terms: { ...image, withOutline: true },
    invited: 34,
    moves: [
      {
        by: 'creator',
        minutes: 18,
        move: {
          kind: 'counter',
          quoteCents: 160_000,
          terms: { rights: { ...usualRights, days: 90 }, withOutline: false, revisionsMost: 2 },
        },
        words:
          '使用权先给 90 天，之后可以续；大纲省掉，我直接交稿。Ninety days of rights first, to be extended later; no outline, you get the draft at once.',
      },
    ],
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
  await topUp(client, sides.brand.id, 900_000, now - 40 * minuteMs);
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
        {
          by: 'brand',
          minutes: 130,
          move: { kind: 'ask-extension', until: now + 80 * dayMs, quoteCents: 12_000 },
          words: '想再投两个月。We would like to run it for two more months.',
        },
        {
          by: 'creator',
          minutes: 75,
          move: { kind: 'counter-extension', quoteCents: 15_000 },
          words: '两个月可以，150 元。Two months are fine, for 150 yuan.',
        },
      ],
      draft: { title, body, topics },
      noteId,
    },
    now,
  );
}

type Sides = {
  brand: { id: string; name: string };
  desk: { id: string };
  creatorId: string;
  people: Record<'brand' | 'creator' | 'platform', string | null>;
};

async function writeOrder(client: pg.Client, sides: Sides, story: Told, now: number): Promise<void> {
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
    extension: null,
    extensions: [],
  };
  const orderId = await insert(client, 'cooperation_order', {
    ...rowOf(life),
    workspace_id: sides.brand.id,
    desk_id: sides.desk.id,
    creator_id: sides.creatorId,
    request_key: randomUUID(),
    request_hash: '',
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
  const step = (
    number: number,
    actor: 'brand' | 'creator' | 'platform',
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
      person_id: sides.people[actor],
      kind,
      words,
      detail: JSON.stringify(detail),
      state: life.state,
    });
  await step(1, 'brand', 'invite', story.invited, '', offerDetail(life));
  await post(
    client,
    { ...both, subject: story.name, personId: sides.people.brand },
    holdLegs(0, totalCents).brand,
    new Date(at(story.invited)),
  );
  for (const [index, { by, minutes, move, words = '' }] of story.moves.entries()) {
    const before = life;
    const outcome = moveOrder({
      order: before,
      move,
      by,
      now: at(minutes),
      cashCents: Number.MAX_SAFE_INTEGER,
    });
    if (wasRefused(outcome)) throw new Error(`the demo's order may not ${move.kind}: ${outcome.refusal}`);
    life = outcome.order;
    await step(index + 2, by, move.kind, minutes, words, detailOf(move, before, life));
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
  const last = story.moves.at(-1)?.minutes ?? story.invited;
  const row = {
    ...rowOf(life),
    note_id: story.noteId ?? null,
    version: story.moves.length + 1,
    changed_at: new Date(at(last)),
  };
  const columns = Object.keys(row);
  await client.query(
    `update cooperation_order set ${columns.map((column, n) => `${column} = $${n + 2}`).join(', ')} where id = $1`,
    [orderId, ...Object.values(row)],
  );
}
