import {
  advanceOrder,
  type CooperationOrder,
  dayInShanghai,
  holdLegs,
  moveOrder,
  noSample,
  orderRulesOn,
  priceOrder,
  usualRights,
  wasRefused,
} from '@poolrise/domain';
import { type Cast, marketerOf, workspaceOf } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { AddressSeal } from '../collaborations/address-seal';
import { detailOf, offerDetail } from '../collaborations/order-terms';
import type { MediaStore } from '../media/media-store';
import { imageTerms, type ToldOrder, toldOrders } from './told-orders';
import { writeDraft, writeNoteMedia } from './write-drafts';
import { DemoPictures } from './write-media';
import { writeDesk } from './write-desks';
import { insert, post, rowOf, topUp } from './write-rows';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Behind the desks of those who apply to recruitments. */
const publishedDesk = 9;

/** Cooperation orders of the tea brand, as the domain makes them. */
export async function writeOrders(
  client: pg.Client,
  cast: Cast,
  { store, seal }: { store: MediaStore | null; seal: AddressSeal | null },
  now: number,
): Promise<void> {
  const sides = {
    seal,
    pictures: new DemoPictures(client, store),
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
  for (const story of toldOrders) await writeOrder(client, sides, story, now);
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
  await writeNoteMedia(
    client,
    sides.pictures,
    { id: noteId, workspaceId: sides.brand.id },
    ['cup', 'greenGlass'],
    note.published_at,
  );
  await writeOrder(
    client,
    { ...sides, desk, creatorId, people },
    {
      name: title,
      brief:
        '写自己平时怎么喝这款茶，不写功效。\nHow you drink this tea on an ordinary day; no health claims.',
      quoteCents: 60_000,
      terms: { ...imageTerms, rights: { ...usualRights, days: Math.ceil((out * minuteMs) / dayMs) + 20 } },
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
      drafts: [{ title, body, topics, pictures: ['cup', 'greenGlass'], answer: 'approved' }],
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
  pictures: DemoPictures;
  /** what addresses are sealed with, where samples are sent */
  seal?: AddressSeal | null;
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
    extension: null,
    extensions: [],
    sample: noSample,
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
  await step(1, 'brand', 'invite', story.invited, '', offerDetail(life));
  await post(
    client,
    { ...both, subject: story.name, personId: sides.people.brand },
    holdLegs(0, totalCents).brand,
    new Date(at(story.invited)),
  );
  let drafts = 0;
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
    if (move.kind === 'give-address' && story.address && sides.seal)
      await insert(client, 'order_address', {
        ...both,
        sealed: sides.seal.close(story.address, orderId),
        person_id: sides.people.creator,
        given_at: new Date(at(minutes)),
      });
    const draft = move.kind === 'submit-draft' ? story.drafts?.[drafts] : undefined;
    if (draft)
      await writeDraft(client, sides.pictures, both, draft, {
        version: ++drafts,
        at: new Date(at(minutes)),
        people: sides.people,
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
