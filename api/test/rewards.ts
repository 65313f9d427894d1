import type { RewardPlanTerms } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import type { Db } from '../src/db/db';
import type { Caller } from '../src/http/caller';
import { LedgerService } from '../src/ledger/ledger.service';
import { RewardClaimsService } from '../src/rewards/reward-claims.service';
import { RewardProgressService } from '../src/rewards/reward-progress.service';
import { RewardsQueries } from '../src/rewards/rewards.queries';
import { RewardsService } from '../src/rewards/rewards.service';
import { VouchersQueries } from '../src/vouchers/vouchers.queries';
import { VouchersService } from '../src/vouchers/vouchers.service';

const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** The services of rewards on a database, wired as the modules wire them. */
export function rewardsOn(db: Db) {
  const ledger = new LedgerService();
  const vouchers = new VouchersService(db, ledger);
  const queries = new RewardsQueries(db);
  return {
    ledger,
    vouchers,
    vouchersQueries: new VouchersQueries(db),
    queries,
    rewards: new RewardsService(db, queries),
    claims: new RewardClaimsService(db, ledger, vouchers, queries),
    progress: new RewardProgressService(db),
  };
}
export type Rewarding = ReturnType<typeof rewardsOn>;

/** The full hour before `at`. */
export const fullHour = (at: number): number => Math.floor(at / hourMs) * hourMs;

/** An open plan of ten places: one note and two reads earn a voucher of 2,000 impressions. */
export async function aPlan(
  db: Db,
  platformId: string,
  about: Partial<Omit<RewardPlanTerms, 'opensAt' | 'closesAt'>> & {
    opensAt?: number;
    closesAt?: number;
    state?: 'draft' | 'open' | 'paused' | 'ended';
  } = {},
): Promise<string> {
  const now = Date.now();
  const terms = {
    name: { zh: '新人起步', en: 'First steps' },
    summary: { zh: '发一篇笔记', en: 'Publish a note' },
    lateHours: 48,
    claimDays: 7,
    quota: 10,
    eligibility: {
      followersMin: null,
      followersMax: null,
      categories: [],
      notesInDays: null,
      noViolationDays: null,
      growthLevelMin: null,
      accountTied: false,
    },
    tasks: [
      { kind: 'publish', notes: 1 },
      { kind: 'reads', total: 2 },
    ],
    rewards: [{ kind: 'voucher-impressions', impressions: 2_000, validDays: 30 }],
    ...about,
  };
  return db.asEngine(async (tx) => {
    const [plan] = await tx.query<{ id: string }[]>(
      `insert into reward_plan (workspace_id, request_key, request_hash, state, name, summary, opens_at, closes_at, late_hours, claim_days,
              quota, eligibility, tasks, rewards, created_at, changed_at)
       values ($1, gen_random_uuid(), '', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now(), now()) returning id`,
      [
        platformId,
        about.state ?? 'open',
        terms.name,
        terms.summary,
        new Date(about.opensAt ?? fullHour(now) - 2 * dayMs),
        new Date(about.closesAt ?? fullHour(now) + 5 * dayMs),
        terms.lateHours,
        terms.claimDays,
        terms.quota,
        terms.eligibility,
        JSON.stringify(terms.tasks),
        JSON.stringify(terms.rewards),
      ],
    );
    return plan?.id ?? '';
  });
}

/** Desks that have done everything a plan asks and may claim now; nobody sits at them. */
export async function achievers(db: Db, planId: string, howMany: number): Promise<Caller[]> {
  return db.asEngine(async (tx) => {
    const desks = await tx.query<{ id: string }[]>(
      `with desks as (insert into workspace (kind, name) select 'creator', '茶桌 ' || n from generate_series(1, $2) n returning id)
       insert into reward_enrolment (plan_id, workspace_id, enrolled_at, measured_at, achieved_at)
       select $1, id, now(), now(), now() from desks returning workspace_id as id`,
      [planId, howMany],
    );
    return desks.map(({ id }) => ({ workspaceId: id, person: null, key: null, sessionHash: null }));
  });
}

/** A passed note of a desk, with organic reads in the hours given. */
export async function aReadNote(
  db: Db,
  desk: { workspaceId: string; creatorId: string },
  reads: { at: number; reads: number; rail?: number }[],
  about: { publishedAt?: number; topics?: string[]; level?: number; auditState?: string } = {},
): Promise<string> {
  return db.asEngine(async (tx) => {
    const [note] = await tx.query<{ id: string }[]>(
      `insert into note (workspace_id, creator_id, request_key, type, title, body, topics, category, language, disclosure,
                         cover_hue, keywords, keyword_weights, audit_state, state, level, published_at)
       values ($1, $2, $3, 'image', '春茶开箱', '', $4, 'food', 'zh', 'none', 120, '{}', '{}', $5, 'climbing', $6, $7) returning id`,
      [
        desk.workspaceId,
        desk.creatorId,
        randomUUID(),
        about.topics ?? [],
        about.auditState ?? 'passed',
        about.level ?? 0,
        new Date(about.publishedAt ?? Date.now() - dayMs),
      ],
    );
    for (const { at, reads: clicks, rail = 1 } of reads)
      await tx.query(
        `insert into engagement_hour (note_id, hour, level, rail, workspace_id, impressions, clicks)
         values ($1, $2, 0, $3, $4, $5, $5)
         on conflict on constraint engagement_hour_pkey do update set clicks = engagement_hour.clicks + excluded.clicks`,
        [note?.id, new Date(fullHour(at)), rail, desk.workspaceId, clicks],
      );
    return note?.id ?? '';
  });
}
