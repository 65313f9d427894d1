import { impressionChecks } from './sum-check.impressions';
import { linkChecks } from './sum-check.links';
import { moneyChecks } from './sum-check.money';

export interface SumCheckResult {
  name: string;
  compared: number;
  different: number;
  example: string | null;
}

/** Sends one query as a role that sees every workspace; all of one sum check go through one transaction. */
export type Ask = <Row>(sql: string) => Promise<Row[]>;

/**
 * Asks whether all counts and all cents add up. Give it a repeatable-read transaction, so that all questions are put to
 * the same moment while the product runs on.
 */
export async function sumCheck(ask: Ask): Promise<SumCheckResult[]> {
  const results: SumCheckResult[] = [];
  for (const { name, sql } of [...moneyChecks, ...impressionChecks, ...linkChecks]) {
    const [row] = await ask<{ compared: string; different: string; example: string | null }>(sql);
    if (!row) throw new Error(`no answer to: ${name}`);
    results.push({
      name,
      compared: Number(row.compared),
      different: Number(row.different),
      example: row.example,
    });
  }
  return results;
}
