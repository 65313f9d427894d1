import { Injectable } from '@nestjs/common';
import type { NoteRules, RuleSetLife, ToldLevel } from '@poolrise/contracts';
import {
  type LivedRun,
  type PoolPolicy,
  policySources,
  retellLife,
  type ToldLife,
  type ToldVerdict,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { type ClimbRecord, policyHead, runsOf } from './climb-view';
import { findClimb, PoolsQueries } from './pools.queries';
import { PoolsService } from './pools.service';

interface PolicyRow {
  id: string;
  document: PoolPolicy;
}

/** The life of a note as other rule sets would have judged it. */
@Injectable()
export class NoteRulesQueries {
  constructor(
    private readonly db: Db,
    private readonly climbs: PoolsQueries,
    private readonly pools: PoolsService,
  ) {}

  /** The note's own rule set first, then one of each other source. A note that no reader has seen yet has no life to tell. */
  async rules(workspaceId: string, noteId: string, now = new Date()): Promise<NoteRules> {
    const { record, lived, policies } = await this.db.inWorkspace(workspaceId, async (tx) => {
      const record = await findClimb(tx, noteId);
      return {
        record,
        lived: await this.livedRuns(tx, record, now),
        policies: await policiesBeside(tx, record.policy_id),
      };
    });
    const seen = lived.reduce((sum, { evidence }) => sum + evidence.counts.impressions, 0);
    return {
      impressions: seen,
      ended: lived.at(-1)?.verdict?.outcome === 'stop',
      sets: seen > 0 ? await Promise.all(policies.map((policy) => this.tell(record, lived, policy))) : [],
    };
  }

  private async livedRuns(tx: EntityManager, record: ClimbRecord, now: Date): Promise<LivedRun[]> {
    const lived: LivedRun[] = [];
    for (const run of runsOf(record)) {
      const decision = record.decisions.find(({ level }) => level === run.level);
      if (decision) lived.push({ evidence: decision.evidence, verdict: decision.verdict });
      else
        lived.push({
          evidence: await this.climbs.evidenceNow(tx, record, run, now),
          verdict: null,
        });
    }
    return lived;
  }

  private async tell(record: ClimbRecord, lived: LivedRun[], policy: PolicyRow): Promise<RuleSetLife> {
    const { document } = policy;
    // How a creator's notes fared elsewhere decides the promise, as it does when a run is opened.
    const [promise] = await this.db.asEngine((tx) =>
      this.pools.promisesTo(tx, document, [{ ...record, creatorId: record.creator.id }]),
    );
    const own = policy.id === record.policy_id;
    const life = retellLife(lived, {
      policy: document,
      livedUnder: record.policy,
      ...(promise === undefined ? {} : { promise }),
    });
    return {
      policy: { id: policy.id, ...policyHead(document) },
      lived: own,
      ending: life.ending,
      levels: levelsOf(document, life),
    };
  }
}

/** The newest rule set of each source, the one in force before others, and the note's own before all. */
async function policiesBeside(tx: EntityManager, own: string): Promise<PolicyRow[]> {
  const rows = await tx.query<PolicyRow[]>(
    `select distinct on (source) id, document from pool_policy
     order by source, id = $1 desc, in_force desc, created_at desc, name`,
    [own],
  );
  const order = (row: PolicyRow): number =>
    row.id === own ? -1 : policySources.indexOf(row.document.source);
  return rows.toSorted((a, b) => order(a) - order(b));
}

function levelsOf(policy: PoolPolicy, { verdicts }: ToldLife): ToldLevel[] {
  return policy.levels.map(({ level, name, target }) => {
    const told = verdicts.find((one) => one.level === level);
    return { level, name, target: told?.verdict.target ?? target, said: told ? saidOf(told) : null };
  });
}

function saidOf({ from, at, kept, asks, verdict }: ToldVerdict): ToldLevel['said'] {
  const { outcome, reason, trigger, sample, estimate, gatesMissed } = verdict;
  const { lift, low, high, probabilityAbove } = estimate;
  return {
    outcome,
    reason,
    trigger,
    from,
    at,
    kept,
    impressions: sample,
    lift,
    low,
    high,
    probabilityAbove,
    asks,
    gatesMissed,
  };
}
