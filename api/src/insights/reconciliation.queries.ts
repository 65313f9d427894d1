import type { ReconciliationView } from '@poolrise/contracts';
import { accounts } from '@poolrise/domain';
import { Injectable } from '@nestjs/common';
import { Db } from '../db/db';
import { moneyChecks } from './sum-check.money';
import { identityOf } from './sum-question';

interface Answer {
  accounts: { account: string; journal: number; balance: number }[];
  entries: string;
  checks: { id: string; compared: number; different: number; examples: string[] }[];
  as_of: Date;
}

// A check asks only whether two sides agree; the sums that an identity shows beside it are asked of the accounts alone.
const checks = moneyChecks.map(
  ({ id, pairs }) =>
    `select '${id}' as id, asked.compared, asked.different, asked.examples
       from (${identityOf(`select subject, same, 0 as left_sum, 0 as right_sum from (${pairs}) pair`)}) asked`,
);

const question = `
  with sums as (select account, sum(cents) as cents, count(*) as entries from ledger_entry group by account)
  select (select coalesce(json_agg(json_build_object('account', a.name, 'journal', coalesce(s.cents, 0), 'balance', a.balance_cents)
                                   order by array_position($1::text[], a.name)), '[]')
            from ledger_account a left join sums s on s.account = a.name) as accounts,
         (select coalesce(sum(entries), 0) from sums) as entries,
         (select json_agg(c) from (${checks.join(' union all ')}) c) as checks,
         now() as as_of`;

/**
 * The money checks of `npm run sum-check`, of one workspace: its walls leave only its own rows in sight. One statement,
 * so that all sides are of one moment while money goes on moving.
 */
@Injectable()
export class ReconciliationQueries {
  constructor(private readonly db: Db) {}

  async reconciliation(workspaceId: string): Promise<ReconciliationView> {
    const [answer] = await this.db.read<Answer>(workspaceId, question, [accounts]);
    if (!answer) throw new Error('a reconciliation without an answer');
    return {
      accounts: answer.accounts.map(({ account, journal, balance }) => ({
        account,
        journalCents: journal,
        balanceCents: balance,
      })),
      checks: moneyChecks.map(({ id, about }) => {
        const found = answer.checks.find((one) => one.id === id);
        if (!found) throw new Error(`no answer to the check ${id}`);
        return { ...found, about };
      }),
      entries: Number(answer.entries),
      asOf: answer.as_of.toISOString(),
    };
  }
}
