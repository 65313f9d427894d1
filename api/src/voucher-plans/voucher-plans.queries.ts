import { Injectable } from '@nestjs/common';
import type { ProposedBoostView, VoucherPortfolioQuery, VoucherPortfolioView } from '@poolrise/contracts';
import {
  type BoostGoal,
  boostTerms,
  burnOrder,
  burnOrderAlone,
  compareBurn,
  expiryWeeks,
  forecastBoost,
  impressionsFor,
  type NoteEvidence,
  type PlannedNote,
  planVouchers,
  type ProposedBoost,
  type Voucher,
  voucherWorthCents,
  wasteForecast,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { BoostsQueries } from '../boosts/boosts.queries';
import { Db } from '../db/db';
import { LedgerService } from '../ledger/ledger.service';
import { VouchersQueries } from '../vouchers/vouchers.queries';
import { VouchersService } from '../vouchers/vouchers.service';

/** How long the pace of use is looked back at, and how many notes of each category a plan may choose from. */
const paceDays = 60;
const notesPerCategory = 4;
/** A day, as the launch dialog begins with. */
const durationHours = 24;
const dayMs = 86_400_000;

interface BoostableRow {
  id: string;
  title: string;
  category: string;
}

interface Candidate extends PlannedNote {
  title: string;
  evidence: NoteEvidence;
}

/** What vouchers there are, what will be lost of them, and the plan that loses least. */
@Injectable()
export class VoucherPlansQueries {
  constructor(
    private readonly db: Db,
    private readonly ledger: LedgerService,
    private readonly vouchers: VouchersService,
    private readonly views: VouchersQueries,
    private readonly boosts: BoostsQueries,
  ) {}

  portfolio(
    workspaceId: string,
    ask: z.output<typeof VoucherPortfolioQuery>,
    now = new Date(),
  ): Promise<VoucherPortfolioView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const views = new Map((await this.views.payable(tx, null)).map((view) => [view.id, view]));
      const waiting = burnOrder(await this.vouchers.look(tx, [...views.keys()]));
      const { cash } = await this.ledger.funds(tx, workspaceId);
      const { usualBudgetCents, ...pace } = await paceOf(tx, workspaceId, now);
      const notes = await this.candidates(tx, workspaceId, ask.goal, waiting);

      const at = now.getTime();
      const worths = waiting.map((voucher) => ({ ...voucher, worthCents: voucherWorthCents(voucher) }));
      const waste = wasteForecast(worths, pace, at);
      const lostChance = (id: string) => waste.lostChance.get(id) ?? 0;
      const walletLimitCents = Math.min(ask.walletCents ?? cash, cash);
      const asked = { vouchers: waiting, notes, walletCents: walletLimitCents, goal: ask.goal, now: at };
      const plan = planVouchers(asked);
      const named = (id: string) => ({ id, name: views.get(id)?.name ?? '' });
      const { lowCents, expectedCents, highCents } = waste;
      return {
        asOf: now.toISOString(),
        vouchers: worths.flatMap(({ id, worthCents }, place) => {
          const view = views.get(id);
          return view
            ? { ...view, worthCents, lostChance: lostChance(id), burnsBecause: because(waiting, place) }
            : [];
        }),
        weeks: expiryWeeks(waiting, at, (one) => Math.round(voucherWorthCents(one) * lostChance(one.id))).map(
          (week) => ({
            ...week,
            from: new Date(week.from).toISOString(),
            until: week.until === null ? null : new Date(week.until).toISOString(),
          }),
        ),
        worthCents: worths.reduce((sum, { worthCents }) => sum + worthCents, 0),
        waste: { lowCents, expectedCents, highCents },
        pace,
        plan: {
          boosts: plan.boosts.map((boost) => proposalView(boost, notes, named)),
          walletCents: plan.walletCents,
          walletLimitCents,
          cashCents: cash,
          savedCents: plan.savedCents,
          boundCents: plan.boundCents,
          left: plan.left.map(({ voucherId, why, needsCents }) => ({ ...named(voucherId), why, needsCents })),
        },
        burnOrderAlone: { ...burnOrderAlone(asked, usualBudgetCents), usualBudgetCents },
      };
    });
  }

  /** Notes that may be boosted: the latest of each category and those that a voucher names, with what ¥100 would bring. */
  private async candidates(
    tx: EntityManager,
    workspaceId: string,
    goal: BoostGoal,
    vouchers: readonly Voucher[],
  ): Promise<Candidate[]> {
    const named = vouchers.flatMap(({ scope }) => scope?.noteIds ?? []).slice(0, 20);
    const rows = await tx.query<BoostableRow[]>(
      `select id, title, category from (
         select id, title, category, row_number() over (partition by category order by published_at desc, id) as place
           from (select * from note where workspace_id = $1 and audit_state = 'passed'
                  order by published_at desc, id limit 200) latest) ranked
        where place <= $2
       union
       select id, title, category from note where workspace_id = $1 and audit_state = 'passed' and id = any($3::uuid[])`,
      [workspaceId, notesPerCategory, named],
    );
    const candidates: Candidate[] = [];
    for (const { id, title, category } of rows) {
      const { evidence } = await this.boosts.evidence(tx, id);
      const note = { noteId: id, category, title, evidence };
      candidates.push({
        ...note,
        worth: brings({ goal, budgetCents: 10_000, voucherImpressions: 0 }, note).expected,
      });
    }
    return candidates;
  }
}

/** How many vouchers were used in the last days, and the budget that is usual here; the smallest where nothing was boosted. */
async function paceOf(tx: EntityManager, workspaceId: string, now: Date) {
  const since = new Date(now.getTime() - paceDays * dayMs);
  const [row] = await tx.query<{ uses: number; days: number; usual: number | null }[]>(
    `select (select count(*)::int from boost b join boost_voucher u on u.boost_id = b.id
              where b.workspace_id = $1 and b.launched_at >= $2) as uses,
            (select percentile_disc(0.5) within group (order by budget_cents)::int from boost
              where workspace_id = $1 and launched_at >= $2) as usual,
            (select extract(epoch from $3::timestamptz - greatest(min(valid_from), $2))::float8 / 86400 from voucher
              where workspace_id = $1) as days`,
    [workspaceId, since, now],
  );
  return {
    uses: row?.uses ?? 0,
    // A workspace that was given its first voucher today has been watched for a day.
    days: Math.max(1, row?.days ?? 0),
    usualBudgetCents: row?.usual ?? boostTerms.minBudgetCents,
  };
}

/** What decides that a voucher burns before the next one. */
function because(inOrder: readonly Voucher[], place: number) {
  const [one, next] = inOrder.slice(place, place + 2);
  return one && next ? compareBurn(one, next).reason : null;
}

function brings(
  boost: { goal: BoostGoal; budgetCents: number; voucherImpressions: number },
  { category, evidence }: Pick<Candidate, 'category' | 'evidence'>,
) {
  return forecastBoost({ ...boost, durationHours, category, noteEvidence: evidence }).goalFigure;
}

function proposalView(
  { voucherIds, impressions, launchBefore, ...boost }: ProposedBoost,
  notes: readonly Candidate[],
  named: (id: string) => { id: string; name: string },
): ProposedBoostView {
  const note = notes.find(({ noteId }) => noteId === boost.noteId);
  if (!note) throw new Error(`The plan names note ${boost.noteId}, which it was not given`);
  const bought = impressionsFor(boost.budgetCents, boostTerms.centsPerThousand);
  const figure = brings({ ...boost, voucherImpressions: impressions - bought }, note);
  return {
    ...boost,
    noteTitle: note.title,
    durationHours,
    vouchers: voucherIds.map(named),
    impressions,
    brings: { low: figure.low, mid: figure.expected, high: figure.high },
    launchBefore: new Date(launchBefore).toISOString(),
  };
}
