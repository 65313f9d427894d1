import {
  dayInShanghai,
  orderRulesOn,
  recruitmentRulesOn,
  selectApplicant,
  type RecruitmentRequirements,
  usualRights,
} from '@poolrise/domain';
import { type Cast, marketerOf, workspaceOf } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type Desk, writeDesks } from './write-desks';
import { insert, post, rowOf, topUp } from './write-rows';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** What they write when they apply, the most eager first. */
const letters = [
  '写过一年办公室的茶，图片偏自然光，周末可以交稿。I have written about tea at the office for a year; drafts at weekends.',
  '账号里常有冷泡和奶茶的做法，读者大多是上班的人。Cold brews and milk teas are what my readers come for.',
  '想从下午三点的一杯茶写起，不赶，也不催人买。From a cup at three in the afternoon: no hurry, and no call to buy.',
  '可以带一次改稿，连同茶具一起拍。One re-cut is in it, and the teaware as well.',
];

const requirements: RecruitmentRequirements = {
  followersLeast: 1_000,
  followersMost: 200_000,
  categories: ['food', 'lifestyle', 'home'],
  health: 'ordinary',
  withoutUnusual: false,
};
const terms = {
  withSample: false,
  withOutline: false,
  withAdAudit: false,
  effectMode: false,
  protectionDays: 30,
  rights: usualRights,
};
const draftDays = 10;

/**
 * Desks of creators beside Xiaoman's, one of which waits for the platform to look whose it is; one recruitment of the tea
 * brand to which four apply, and one that is filled, with its order.
 */
export async function writeRecruitments(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const brand = workspaceOf(cast, 'lin');
  const desks = await writeDesks(client, cast, letters.length, now);
  await topUp(client, brand.id, 100_000, now - 3 * dayMs);
  const open = await writeRecruitment(client, cast, {
    name: '下午三点的茶 Tea at three',
    brief:
      '写一杯办公室里的冷泡茶：怎么带、怎么泡、喝起来怎样。不写功效，不和别的饮料比较。\nA cold brew at the office: how to bring it, make it, and how it tastes. No health claims, no comparisons.',
    publishedAt: now - 20 * hourMs,
    applyUntil: now + 5 * dayMs,
    wanted: 3,
    quote: { leastCents: 60_000, mostCents: 300_000 },
  });
  for (const [index, desk] of desks.slice(0, letters.length).entries())
    await apply(client, open, desk, {
      quoteCents: 80_000 + index * 35_000,
      words: letters[index] ?? '',
      at: now - (16 - index * 3) * hourMs,
      state: index === 1 ? 'shortlisted' : 'applied',
    });
  await writeFilled(client, cast, desks, now);
}

/** One creator was wanted, two applied, and the first was selected. */
async function writeFilled(
  client: pg.Client,
  cast: Cast,
  desks: readonly Desk[],
  now: number,
): Promise<void> {
  const [chosen, other] = desks;
  if (!chosen || !other) throw new Error('the demo needs two desks');
  const selectedAt = now - 2 * dayMs;
  const filled = await writeRecruitment(client, cast, {
    name: '立夏第一杯 First cup of summer',
    brief: '立夏那天的第一杯茶，写天气，也写水温。\nThe first cup of summer: the weather, and the water.',
    publishedAt: now - 6 * dayMs,
    applyUntil: now - dayMs,
    wanted: 1,
    quote: { leastCents: 80_000, mostCents: 80_000 },
  });
  const applications = [];
  for (const [index, desk] of [chosen, other].entries())
    applications.push(
      await apply(client, filled, desk, {
        quoteCents: 80_000,
        words: letters[3 - index] ?? '',
        at: now - (5 - index) * dayMs,
        state: index === 0 ? 'applied' : 'unselected',
      }),
    );
  const orderId = await select(client, cast, filled, chosen, {
    applicationId: applications[0] ?? '',
    words: letters[3] ?? '',
    appliedAt: now - 5 * dayMs,
    selectedAt,
  });
  await client.query(
    `update recruitment_application set state = 'selected', order_id = $2, changed_at = $3, version = 2, answer_words = $4 where id = $1`,
    [applications[0], orderId, new Date(selectedAt), '期待合作 Looking forward to it'],
  );
  await client.query(
    `update recruitment set state = 'closed', closed_because = 'filled', selected = 1, due_at = null, changed_at = $2 where id = $1`,
    [filled.id, new Date(selectedAt)],
  );
}

interface Told {
  name: string;
  brief: string;
  publishedAt: number;
  applyUntil: number;
  wanted: number;
  quote: { leastCents: number; mostCents: number };
}
type Written = Told & { id: string; brandId: string; brandName: string };

async function writeRecruitment(client: pg.Client, cast: Cast, told: Told): Promise<Written> {
  const brand = workspaceOf(cast, 'lin');
  const day = dayInShanghai(new Date(told.publishedAt));
  const published = new Date(told.publishedAt);
  const id = await insert(client, 'recruitment', {
    workspace_id: brand.id,
    request_key: randomUUID(),
    request_hash: '',
    name: told.name,
    brand_name: brand.name,
    brief: told.brief,
    category: 'food',
    language: 'zh',
    note_type: 'image',
    terms: JSON.stringify({ ...terms, draftDays }),
    rules: JSON.stringify(orderRulesOn(day)),
    requirements: JSON.stringify(requirements),
    quote_least_cents: told.quote.leastCents,
    quote_most_cents: told.quote.mostCents,
    wanted: told.wanted,
    state: 'open',
    apply_until: new Date(told.applyUntil),
    select_until: new Date(told.applyUntil + recruitmentRulesOn(day).selectionHours * hourMs),
    due_at: new Date(told.applyUntil),
    created_by: marketerOf(cast, 'lin').id,
    created_at: published,
    changed_at: published,
  });
  return { ...told, id, brandId: brand.id, brandName: brand.name };
}

function apply(
  client: pg.Client,
  recruitment: Written,
  desk: Desk,
  told: { quoteCents: number; words: string; at: number; state: string },
): Promise<string> {
  return insert(client, 'recruitment_application', {
    recruitment_id: recruitment.id,
    workspace_id: recruitment.brandId,
    desk_id: desk.id,
    creator_id: desk.creatorId,
    quote_cents: told.quoteCents,
    words: told.words,
    state: told.state,
    unusual: desk.unusual,
    version: 1,
    applied_by: desk.personId,
    applied_at: new Date(told.at),
    changed_at: new Date(told.at),
  });
}

/** Makes the order of a selection as the domain does, with its money held. */
async function select(
  client: pg.Client,
  cast: Cast,
  recruitment: Written,
  desk: Desk,
  told: { applicationId: string; words: string; appliedAt: number; selectedAt: number },
): Promise<string> {
  const outcome = selectApplicant({
    recruitment: {
      ...{ state: 'open', closedBecause: null, selected: 0, wanted: recruitment.wanted },
      quote: recruitment.quote,
      applyUntil: recruitment.applyUntil,
      selectUntil: recruitment.applyUntil,
    },
    application: { state: 'applied', quoteCents: recruitment.quote.leastCents },
    terms: {
      ...terms,
      noteType: 'image',
      draftDueAt: told.selectedAt + draftDays * dayMs,
      centsPerThousandReads: null,
    },
    rules: orderRulesOn(dayInShanghai(new Date(recruitment.publishedAt))),
    now: told.selectedAt,
    cashCents: Number.MAX_SAFE_INTEGER,
  });
  if ('refusal' in outcome) throw new Error(`the demo may not select: ${outcome.refusal}`);
  const at = new Date(told.selectedAt);
  const personId = marketerOf(cast, 'lin').id;
  const orderId = await insert(client, 'cooperation_order', {
    ...rowOf(outcome.order),
    workspace_id: recruitment.brandId,
    desk_id: desk.id,
    creator_id: desk.creatorId,
    request_key: told.applicationId,
    request_hash: '',
    name: recruitment.name,
    brand_name: recruitment.brandName,
    brief: recruitment.brief,
    category: 'food',
    language: 'zh',
    version: 2,
    created_by: personId,
    created_at: at,
    changed_at: at,
  });
  const both = { order_id: orderId, workspace_id: recruitment.brandId, desk_id: desk.id };
  const { quoteCents, protectionDays } = outcome.order.offer;
  await insert(client, 'order_step', {
    ...both,
    ...{ number: 1, actor: 'creator', person_id: desk.personId, kind: 'apply', state: 'applied' },
    at: new Date(told.appliedAt),
    words: told.words,
    detail: JSON.stringify({ quoteCents, protectionDays }),
  });
  await insert(client, 'order_step', {
    ...both,
    ...{ number: 2, actor: 'brand', person_id: personId, kind: 'accept', state: outcome.order.state, at },
    words: '期待合作 Looking forward to it',
    detail: '{}',
  });
  await post(client, { ...both, subject: recruitment.name, personId }, outcome.legs.brand, at);
  return orderId;
}
