import {
  derivedFacts,
  type FactId,
  type FactTableId,
  instantsOf,
  offsetOfZone,
  type ReportPlan,
} from '@poolrise/domain';
import { Refused } from '../../http/refused';
import type { FactPiece, ReadAsk } from './fact-piece';
import { adRows, creatorRecords, shopOrders, unnamedOrders } from './flat-rows';
import { hostedHours } from './hosted-hours';
import { hostedBoosts, hostedNotes } from './hosted-money';
import type { Origins } from './origins';
import { sheets } from './sheets';

/** A fact with those that it follows from where nobody states it. */
const withParts = (facts: readonly FactId[]): FactId[] => [
  ...new Set(
    facts.flatMap((fact) => [
      fact,
      ...(Object.hasOwn(derivedFacts, fact) ? derivedFacts[fact as keyof typeof derivedFacts] : []),
    ]),
  ),
];

/**
 * All facts that a plan needs, table by table, each read once.
 * @throws Refused report-too-wide
 */
export async function* readFacts(
  ask: Omit<ReadAsk, 'facts'>,
  { reads }: ReportPlan,
  origins: Origins,
  most: number,
): AsyncGenerator<FactPiece> {
  const needs: Partial<Record<FactTableId, readonly FactId[]>> = Object.fromEntries(
    reads.map(({ table, facts }) => [table, withParts(facts)]),
  );
  const hosted = [
    ['hosted-hours', hostedHours],
    ['hosted-boosts', hostedBoosts],
    ['notes', hostedNotes],
  ] as const;
  for (const [table, read] of hosted) {
    const facts = needs[table];
    if (!facts) continue;
    const pieces = await read({ ...ask, facts }, most);
    if (pieces.length > most) throw new Refused('report-too-wide');
    origins.stream(
      table,
      pieces.reduce((sum, { rows }) => sum + rows, 0),
    );
    yield* pieces;
  }
  if (origins.streamsOf(['hosted-hours']).length) await reachOfHours(ask, origins);
  if (
    ['notes', 'hosted-boosts', 'note-snapshots', 'orders', 'alliance-sheets'].some((table) => table in needs)
  )
    yield* sheets(ask, needs, origins);
  if (needs.orders) yield* unnamedOrders(ask, origins);
  if (needs['ad-rows']) yield* adRows(ask, origins);
  if (needs['shop-orders']) yield* shopOrders({ ...ask, facts: needs['shop-orders'] }, origins);
  if (needs['creator-records']) yield* creatorRecords(ask, origins);
}

/** The last hour in which anything was counted, by the index of hours. */
async function reachOfHours({ tx, spec, period }: Omit<ReadAsk, 'facts'>, origins: Origins): Promise<void> {
  const [last] = await tx.query<{ hour: Date }[]>(
    `select hour from engagement_hour where workspace_id = app_workspace()
       and hour < $1 order by hour desc limit 1`,
    [new Date(instantsOf(period, offsetOfZone(spec.timeZone)).until)],
  );
  if (last) origins.reach('hosted-hours', new Date(last.hour.getTime() + 3_599_999).toISOString());
}
