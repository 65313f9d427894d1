import type { DeskToday } from '@poolrise/contracts';
import type { Db } from '../db/db';

const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;

interface Row {
  reads: number;
  reads_before: number;
  interactions: number;
  interactions_before: number;
  follows: number;
  follows_before: number;
  earned: string;
  earned_before: string;
}

/**
 * Six days and today so far, against as much of the week before: to the same minute, as the overview of a brand has it. Hours
 * are counted whole, so of the hour in which that minute lies as much is taken as had passed of it.
 */
export async function weekFigures(
  db: Db,
  workspaceId: string,
  now: Date,
): Promise<{ from: Date; figures: DeskToday['figures'] }> {
  const today = Math.floor((now.getTime() + shanghaiMs) / dayMs) * dayMs - shanghaiMs;
  const from = new Date(today - 6 * dayMs);
  const [row] = await db.read<Row>(workspaceId, weekSql, [
    new Date(from.getTime() - 7 * dayMs),
    from,
    new Date(now.getTime() - 7 * dayMs),
  ]);
  if (!row) throw new Error('the week always has one row');
  return {
    from,
    figures: [
      { metric: 'clicks', value: row.reads, previous: row.reads_before },
      { metric: 'interactionsLCCS', value: row.interactions, previous: row.interactions_before },
      { metric: 'follows', value: row.follows, previous: row.follows_before },
      { metric: 'earningsSettled', value: Number(row.earned), previous: Number(row.earned_before) },
    ],
  };
}

const lccs = '(likes + collects + comments + shares)';
const weekSql = `
  with counted as (
    select hour >= $2 as current, clicks, ${lccs} as interactions, follows,
      case when hour >= $2 then 1 else least(1, greatest(0, extract(epoch from $3::timestamptz - hour) / 3600)) end as passed
    from engagement_hour where workspace_id = app_workspace() and hour >= $1),
  earned as (
    select transaction.at >= $2 as current, transaction.at < $3 as before, entry.cents
    from ledger_transaction transaction join ledger_entry entry on entry.transaction_id = transaction.id and entry.account = 'cash'
    where transaction.workspace_id = app_workspace() and transaction.kind = 'order-earned' and transaction.at >= $1)
  select ${['clicks', 'interactions', 'follows']
    .map((name) => {
      const as = name === 'clicks' ? 'reads' : name;
      return `coalesce(sum(${name}) filter (where current), 0)::integer as ${as},
        coalesce(round(sum(${name} * passed) filter (where not current)), 0)::integer as ${as}_before`;
    })
    .join(', ')},
    (select coalesce(sum(cents) filter (where current), 0) from earned) as earned,
    (select coalesce(sum(cents) filter (where before), 0) from earned) as earned_before
  from counted`;
