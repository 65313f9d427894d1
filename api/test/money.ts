import type { Queue } from 'bullmq';
import type { LaunchBoost, PreviewBoost } from '@poolrise/contracts';
import type { AuditState } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import type { Db } from '../src/db/db';
import { BoostPreviews } from '../src/boosts/boost-preview';
import { BoostSettlement } from '../src/boosts/boost-settlement';
import { BoostsQueries } from '../src/boosts/boosts.queries';
import { BoostsService } from '../src/boosts/boosts.service';
import { HoldoutsService } from '../src/boosts/holdouts.service';
import { CreatorsService } from '../src/creators/creators.service';
import { Audiences } from '../src/lift/audiences';
import { JobsService } from '../src/jobs/jobs.service';
import { LedgerQueries } from '../src/ledger/ledger.queries';
import { LedgerService } from '../src/ledger/ledger.service';
import { TopUpsService } from '../src/wallet/top-ups.service';
import { NotesService } from '../src/notes/notes.service';
import { PoliciesService } from '../src/pools/policies.service';
import { VouchersQueries } from '../src/vouchers/vouchers.queries';
import { type VoucherGrant, VouchersService } from '../src/vouchers/vouchers.service';

/** The queue belongs to the outside world: nudges go nowhere, as they may at any time. */
const noQueue = { add: () => Promise.resolve() } as unknown as Queue;

export type Money = ReturnType<typeof moneyOn>;

/** The services of money on a database, wired as the modules wire them. */
export function moneyOn(db: Db) {
  const jobs = new JobsService(noQueue);
  const ledgerQueries = new LedgerQueries(db);
  const ledger = new LedgerService();
  const topUps = new TopUpsService(db, ledger);
  const vouchers = new VouchersService(db, ledger);
  const vouchersQueries = new VouchersQueries(db);
  const notes = new NotesService(db, jobs, new CreatorsService(db));
  const queries = new BoostsQueries(db, ledger, notes, new PoliciesService(), vouchersQueries);
  const holdouts = new HoldoutsService(new Audiences(db));
  const settlement = new BoostSettlement(ledger, vouchers, notes);
  const boosts = new BoostsService(db, jobs, ledger, vouchers, notes, settlement, queries, holdouts);
  const previews = new BoostPreviews(db, ledger, vouchers, notes, queries, holdouts);
  return { ledger, topUps, ledgerQueries, vouchers, vouchersQueries, notes, boosts, queries, previews };
}

export interface Brand {
  workspaceId: string;
  noteId: string;
}

/** A brand with one note that may be boosted. */
export async function aBrandWithNote(
  db: Db,
  note: { category?: string; auditState?: AuditState } = {},
): Promise<Brand> {
  return db.asEngine(async (tx) => {
    const [workspace] = await tx.query<{ id: string }[]>(
      `insert into workspace (kind, name) values ('brand', 'Lin''s Tea') returning id`,
    );
    const workspaceId = workspace?.id ?? '';
    const [creator] = await tx.query<{ id: string }[]>(
      `insert into creator (name, red_id, followers, gender, city_tier, categories)
       values ('小满', $1, 1200, 'female', 'tier1', '{food}') returning id`,
      [randomUUID()],
    );
    const [created] = await tx.query<{ id: string }[]>(
      `insert into note (workspace_id, creator_id, request_key, type, title, body, topics, category, language, disclosure,
                         cover_hue, keywords, keyword_weights, audit_state, state, published_at)
       values ($1, $2, gen_random_uuid(), 'image', '一杯好茶的早晨', '', '{}', $3, 'zh', 'own_brand', 120, '{}', '{}', $4, 'climbing', now())
       returning id`,
      [workspaceId, creator?.id, note.category ?? 'food', note.auditState ?? 'passed'],
    );
    return { workspaceId, noteId: created?.id ?? '' };
  });
}

/** A brand that has paid in and has one note that may be boosted. */
export async function aFundedBrand(db: Db, cents: number): Promise<Brand> {
  const brand = await aBrandWithNote(db);
  await moneyOn(db).topUps.ask(brand.workspaceId, null, {
    cents,
    reference: 'bank transfer',
    requestKey: randomUUID(),
  });
  return brand;
}

/** Grants a voucher that is valid from yesterday for a month. */
export function aVoucher(
  db: Db,
  brand: Brand,
  grant: Partial<VoucherGrant> & Pick<VoucherGrant, 'kind'>,
): Promise<string> {
  return db.inWorkspace(brand.workspaceId, (tx) =>
    moneyOn(db).vouchers.grant(tx, brand.workspaceId, {
      name: 'Autumn voucher',
      validFrom: new Date(Date.now() - 86_400_000),
      expiresAt: new Date(Date.now() + 30 * 86_400_000),
      grantedBy: 'Poolrise',
      ...grant,
    }),
  );
}

/** An ask for the smallest boost: 75 yuan for 5,000 impressions in a day. */
export function anAsk(brand: Brand, ask: Partial<LaunchBoost> = {}): LaunchBoost {
  return { ...aPreview(brand), requestKey: randomUUID(), ...ask };
}

/** The same ask before the button is pressed, without a request key. */
export function aPreview(brand: Brand, ask: Partial<PreviewBoost> = {}): PreviewBoost {
  return {
    noteId: brand.noteId,
    goal: 'reads',
    budgetCents: 7_500,
    durationHours: 24,
    audience: {},
    voucherIds: [],
    ...ask,
  };
}

/** Readers saw the boosted note: what ingest does to a boost, in the same words and the same order of locks. */
export async function deliver(db: Db, boostId: string, impressions: number): Promise<void> {
  await db.asEngine((tx) =>
    tx.query(
      `with held as (select id, workspace_id from boost where id = $1 order by id for update), counted as (
         update boost set delivered_impressions = delivered_impressions + $2,
                next_settle_at = case when state = 'running' then least(next_settle_at, now() - interval '1 second') else next_settle_at end
          where id in (select id from held)
       )
       insert into boost_hour (boost_id, workspace_id, hour, impressions)
       select id, workspace_id, date_trunc('hour', now()), $2 from held
       on conflict on constraint boost_hour_pkey do update set impressions = boost_hour.impressions + excluded.impressions`,
      [boostId, impressions],
    ),
  );
}

/** Balances of a workspace by account. */
export async function balancesOf(db: Db, brand: { workspaceId: string }): Promise<Record<string, number>> {
  const rows = await db.read<{ name: string; cents: string }>(
    brand.workspaceId,
    'select name, balance_cents as cents from ledger_account',
  );
  return Object.fromEntries(rows.map(({ name, cents }) => [name, Number(cents)]));
}
