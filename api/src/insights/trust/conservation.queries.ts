import { Injectable } from '@nestjs/common';
import type { ConservationView, IdentityKey, IdentityView, ImpressionFate } from '@poolrise/contracts';
import { rails } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../../db/db';
import { PoliciesService } from '../../pools/policies.service';
import {
  boostsAgainstTheirHours,
  impressionsAgainstSlots,
  paidAgainstBoosts,
  runsAgainstHours,
  slotSums,
} from '../sum-check.impressions';
import { type Identity, identityOf } from '../sum-question';
import { beginningOf, withinReach } from './within-reach';

/** Pages and notes whose rows are compared one by one, the newest first. */
const limits = { pages: 2_000, notes: 5_000 } as const;

interface FlowRecord {
  rail: number;
  level: number;
  fate: ImpressionFate;
  impressions: number;
  rows: number;
}

/**
 * Impressions of the period by run: hours first summed along the index of each workspace, then each run looked up once. The
 * limit says so to the planner, which would rather read all runs there ever were into a hash.
 */
const countedSql = `
  select hours.note_id, hours.level, hours.rail, hours.impressions,
    case when run.note_id is null then 'none' else coalesce(run.outcome, 'open') end as fate
  from workspace w cross join lateral (
    select note_id, level, rail, sum(impressions) as impressions from engagement_hour
     where workspace_id = w.id and hour >= $1 group by note_id, level, rail
  ) hours left join lateral (
    select note_id, outcome from pool_run where note_id = hours.note_id and level = hours.level limit 1
  ) run on true
  where hours.impressions > 0`;

const flowSql = `
  select rail, level, fate, sum(impressions)::float8 as impressions, count(*)::float8 as rows
  from (${countedSql}) counted group by rail, level, fate order by rail, level, fate`;

const runlessSql = `
  select note_id || ' level ' || level as subject from (${countedSql}) counted where fate = 'none' order by 1 limit 20`;

/** Notes shown in the period, the ones shown last first. */
const notesSql = `
  select array(
    select note_id from (
      select hours.* from workspace w cross join lateral (
        select note_id, max(hour) as hour from engagement_hour where workspace_id = w.id and hour >= $1 and impressions > 0 group by note_id
      ) hours
    ) shown order by hour desc, note_id limit $2
  ) as ids`;

/** Pages of the period among the newest; their ids rise with time, so the newest are the end of the primary key. */
const pagesSql = `
  select array(
    select id from (select id, served_at from feed_page order by id desc limit $2) newest where served_at >= $1
  )::text[] as ids`;

const ofPages = 'where id = any($1::bigint[])';
const ofNotes = 'note_id = any($1::uuid[])';

/**
 * Every impression of a period, and whether the books agree about it. Both sides of a question are summed in one statement
 * and so at one moment: ingest goes on meanwhile, and writes every counter of an event or none.
 */
@Injectable()
export class ConservationQueries {
  constructor(
    private readonly db: Db,
    private readonly policies: PoliciesService,
  ) {}

  view(workspaceId: string, days: number, now = new Date()): Promise<ConservationView> {
    const from = beginningOf(days, now);
    return withinReach(this.db, workspaceId, async (tx, platform) => {
      const flow = await tx.query<FlowRecord[]>(flowSql, [from]);
      const pages = platform ? await slotsOf(tx, from) : null;
      const { document } = await this.policies.inForce(tx);
      return {
        asOf: now.toISOString(),
        from: from.toISOString(),
        days,
        impressions: sumOf(flow),
        flow: flow.map(({ rail, level, fate, impressions }) => ({
          rail: rails[rail] ?? 'organic',
          level,
          fate,
          impressions,
        })),
        levels: document.levels.map(({ level, name }) => ({ level, name })),
        slots: pages?.slots ?? null,
        limits,
        identities: [
          ...(pages?.identities ?? []),
          await judged(tx, flow, from),
          ...(await ofTheNotes(tx, from)),
        ],
      };
    });
  }
}

async function slotsOf(
  tx: EntityManager,
  from: Date,
): Promise<{ slots: NonNullable<ConservationView['slots']>; identities: IdentityView[] }> {
  const [pages] = await tx.query<{ ids: string[] }[]>(pagesSql, [from, limits.pages]);
  const ids = pages?.ids ?? [];
  const [sums] = await tx.query<
    Record<'slots' | 'reported' | 'held' | 'expired' | 'open' | 'impressions', string>[]
  >(slotSums(ofPages), [ids]);
  if (!sums) throw new Error('an aggregate without a row');
  const slots = {
    pages: ids.length,
    served: Number(sums.slots),
    seen: Number(sums.reported),
    held: Number(sums.held),
    unseen: Number(sums.expired),
    open: Number(sums.open),
  };
  // Seen is counted from the slots' side and recorded from the events' side: two roads to one number.
  const right = Number(sums.impressions) + slots.held + slots.unseen + slots.open;
  const recorded = impressionsAgainstSlots('and e.page_id = any($1::bigint[])');
  return {
    slots,
    identities: [
      {
        key: 'slots',
        compared: slots.served,
        left: slots.served,
        right,
        different: Math.abs(slots.served - right),
        examples: [],
      },
      await asked(tx, 'recorded', recorded, ids),
    ],
  };
}

/** Every impression of the period was counted in a run, where a verdict finds it. */
async function judged(tx: EntityManager, flow: readonly FlowRecord[], from: Date): Promise<IdentityView> {
  const runless = flow.filter(({ fate }) => fate === 'none');
  const examples = runless.length ? await tx.query<{ subject: string }[]>(runlessSql, [from]) : [];
  return {
    key: 'judged',
    compared: flow.reduce((sum, { rows }) => sum + rows, 0),
    left: sumOf(flow),
    right: sumOf(flow) - sumOf(runless),
    different: runless.reduce((sum, { rows }) => sum + rows, 0),
    examples: examples.map(({ subject }) => subject),
  };
}

/** The questions of the sum check that are about notes, put to those that were shown in the period. */
async function ofTheNotes(tx: EntityManager, from: Date): Promise<IdentityView[]> {
  const [notes] = await tx.query<{ ids: string[] }[]>(notesSql, [from, limits.notes]);
  const ids = notes?.ids ?? [];
  return [
    await asked(tx, 'runs', runsAgainstHours(`where ${ofNotes}`), ids),
    await asked(tx, 'paid-notes', paidAgainstBoosts(ofNotes), ids),
    await asked(tx, 'boost-hours', boostsAgainstTheirHours(`where ${ofNotes}`), ids),
  ];
}

async function asked(
  tx: EntityManager,
  key: IdentityKey,
  pairs: string,
  ids: readonly string[],
): Promise<IdentityView> {
  const [answer] = await tx.query<Identity[]>(identityOf(pairs), [ids]);
  if (!answer) throw new Error(`no answer to: ${key}`);
  return { key, ...answer };
}

const sumOf = (flow: readonly FlowRecord[]): number =>
  flow.reduce((sum, { impressions }) => sum + impressions, 0);
