import type { AskStressTest, StressDesk } from '@poolrise/contracts';
import {
  type CountedShare,
  countShare,
  stressDefaults,
  type StressShock,
  stressShocks,
} from '@poolrise/domain';
import type { Asks } from './match-candidates';
import { daysOf, type PlannedPortfolio } from './stress-inputs';

/** Fewer orders than these say less than an assumption does. */
const ordersMin = 20;

/** What is asked when nothing is changed, with where each figure comes from. */
export async function usualStress(
  tx: Asks,
  workspaceId: string,
  planned: PlannedPortfolio,
): Promise<Pick<StressDesk, 'usual' | 'evidence'>> {
  const { settings, sources, since } = stressDefaults;
  const cancelled = await cancelledOrders(tx, workspaceId);
  const late = await lateOrders(tx, planned);
  const counted: Partial<Record<StressShock, CountedShare>> = {
    ...(cancelled.trials >= ordersMin && { cancel: cancelled }),
    ...(late.trials >= ordersMin && { late }),
  };
  const probability = (shock: 'cancel' | 'late'): number =>
    round(counted[shock]?.share ?? settings[shock].probability);
  const usual: AskStressTest = {
    settings: {
      ...settings,
      cancel: { ...settings.cancel, probability: probability('cancel') },
      late: { ...settings.late, probability: probability('late'), slackDays: halfOf(planned.window) },
    },
    shortBelow: 0.8,
    targetReaders: null,
    seed: 1,
  };
  return {
    usual,
    evidence: stressShocks.map((shock) => {
      const { mark, ...source } = sources[shock];
      const found = counted[shock];
      if (!found) return { shock, mark, source, since, counted: null };
      const { trials, successes, low, high } = found;
      return {
        shock,
        mark: 'E',
        source: countedSource[shock as 'cancel' | 'late'],
        since,
        counted: { trials, successes, low, high },
      };
    }),
  };
}

const countedSource = {
  cancel: {
    zh: '本空间已发布或已取消的合作订单中，取消的占比',
    en: 'called off, of the orders of this workspace that were published or called off',
  },
  late: {
    zh: '入选博主近 90 天完成的订单中，未按时的占比',
    en: 'not on time, of the orders that these creators completed in 90 days',
  },
} as const;

const afterPublishing = [
  'published',
  'note-removed',
  'completed',
  'disputed',
  'settled',
  'resolved',
] as const;

/** By the index of the brand's orders. An order that nobody agreed on is neither. */
async function cancelledOrders(tx: Asks, workspaceId: string): Promise<CountedShare> {
  const [row] = await tx.query<{ cancelled: number; all: number }[]>(
    `select count(*) filter (where state = 'cancelled')::integer as cancelled, count(*)::integer as "all"
     from cooperation_order where workspace_id = $1 and state = any($2)`,
    [workspaceId, [...afterPublishing, 'cancelled']],
  );
  return countShare(row?.cancelled ?? 0, row?.all ?? 0);
}

async function lateOrders(tx: Asks, { plan }: PlannedPortfolio): Promise<CountedShare> {
  const [row] = await tx.query<{ late: number; all: number }[]>(
    `select coalesce(sum(completed_90d - least(on_time_90d, completed_90d)), 0)::integer as late,
       coalesce(sum(completed_90d), 0)::integer as "all"
     from creator where id = any($1) and on_time_90d is not null`,
    [plan.picks.map(({ creatorId }) => creatorId)],
  );
  return countShare(row?.late ?? 0, row?.all ?? 0);
}

/** Notes are taken to be planned for the middle of the window [P]. */
const halfOf = (window: PlannedPortfolio['window']): number => Math.floor(daysOf(window) / 2);

const round = (share: number): number => Math.round(share * 1_000) / 1_000;
