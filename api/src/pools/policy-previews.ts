import { Injectable } from '@nestjs/common';
import type { PolicyPreview, PreviewExample, PreviewPolicy, RunningStops } from '@poolrise/contracts';
import {
  judgeAgain,
  type PoolEvidence,
  type PoolPolicy as PolicyDocument,
  type PoolVerdict,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import { evidenceOf } from './evidence';
import { PeersService } from './peers.service';
import { PoliciesService } from './policies.service';
import { refuseFaults } from './policy-faults';
import { documentOf } from './policy-versions.service';
import { type LiveBar, PoolBarsService } from './pool-bars.service';
import { PreviewTally } from './preview-tally';
import type { RunRow } from './run-row';

const dayMs = 86_400_000;
/** Verdicts judged again at most, the newest: about a second of work. */
const verdictsMax = 5_000;
/** Open runs that are judged at most, by the notes' ids: these are drawn at random, so the share is that of all. */
const runsMax = 5_000;
/** So many are read at once; between two batches other requests get their turn. */
const batch = 500;

interface DecisionRow {
  id: string;
  note_id: string;
  level: number;
  outcome: 'pass' | 'stop';
  decided_at: Date;
  cursor_at: string;
  policy_id: string;
  evidence: PoolEvidence;
  chance: number;
}

type OpenRow = RunRow & {
  category: string;
  note_type: PoolEvidence['noteType'];
  audit_state: PoolEvidence['auditState'];
  published_at: Date;
};

/** What a candidate would have decided about the notes of the last days, and would decide about those that run now. */
@Injectable()
export class PolicyPreviews {
  constructor(
    private readonly db: Db,
    private readonly policies: PoliciesService,
    private readonly peers: PeersService,
    private readonly bars: PoolBarsService,
  ) {}

  /** @throws Refused platform-only, policy-faulty */
  preview(workspaceId: string, ask: PreviewPolicy, now = new Date()): Promise<PolicyPreview> {
    const candidate = documentOf(ask, 'candidate', 1);
    return asPlatform(this.db, workspaceId, async (tx) => {
      refuseFaults(candidate);
      const from = new Date(now.getTime() - ask.days * dayMs);
      const tally = new PreviewTally<DecisionRow>();
      const cut = await this.judgeHistory(tx, candidate, from, now, tally);
      const examples = await this.named(tx, tally);
      return {
        days: ask.days,
        from: from.toISOString(),
        to: now.toISOString(),
        judged: tally.judged,
        bound: verdictsMax,
        cut,
        withoutLevel: tally.withoutLevel,
        levels: tally.levels(),
        stoppedInstead: { count: tally.stopped.count, examples: examples(tally.stopped.examples) },
        passedInstead: { count: tally.passed.count, examples: examples(tally.passed.examples) },
        now: await this.running(tx, candidate, now),
      };
    });
  }

  /** Every open run as it stands, under the candidate; the runs' own peers and bar are the yardstick. */
  async running(tx: EntityManager, candidate: PolicyDocument, now: Date): Promise<RunningStops> {
    const runs = await tx.query<OpenRow[]>(
      `select run.*, note.category, note.type as note_type, note.audit_state, note.published_at
       from pool_run run join note on note.id = run.note_id
       where run.closed_at is null order by run.note_id limit $1`,
      [runsMax],
    );
    const yardsticks = new Map<string, Awaited<ReturnType<PolicyPreviews['yardstick']>>>();
    let wouldStop = 0;
    for (const run of runs) {
      const policy = await this.policies.byId(tx, run.policy_id);
      const key = `${run.policy_id} ${run.level} ${run.peer_group} ${run.category}`;
      let yardstick = yardsticks.get(key);
      if (!yardstick) yardsticks.set(key, (yardstick = await this.yardstick(tx, policy, run, now)));
      const note = {
        category: run.category,
        type: run.note_type,
        auditState: run.audit_state,
        publishedAt: run.published_at,
      };
      // How many readers are left is the same under any rule set, and asking for each run would be a query each.
      const peers = yardstick.peers[run.note_type];
      const evidence = evidenceOf(run, note, { peers, bar: yardstick.bar, audienceLeft: null }, now);
      if (judgeAgain(evidence, policy, candidate)?.outcome === 'stop') wouldStop++;
    }
    const share = runs.length ? wouldStop / runs.length : 0;
    return { running: runs.length, wouldStop, share, most: share > 0.5 };
  }

  private async yardstick(
    tx: EntityManager,
    policy: PolicyDocument,
    run: OpenRow,
    now: Date,
  ): Promise<{ peers: Awaited<ReturnType<PeersService['of']>>; bar: LiveBar }> {
    const group = { policyId: run.policy_id, level: run.level, group: run.peer_group };
    return {
      peers: await this.peers.of(tx, group, policy, run.category, now),
      bar: await this.bars.of(tx, policy, group),
    };
  }

  /** Walks pool_decision_by_time backwards; who came back by search was not judged by the rules of the pools. Returns whether older verdicts of the window were left out. */
  private async judgeHistory(
    tx: EntityManager,
    candidate: PolicyDocument,
    from: Date,
    to: Date,
    tally: PreviewTally<DecisionRow>,
  ): Promise<boolean> {
    let before: [string, string] = [to.toISOString(), 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
    for (let left = verdictsMax; ; left -= batch) {
      const rows = await tx.query<DecisionRow[]>(
        `select id, note_id, level, outcome, decided_at, decided_at::text as cursor_at, policy_id, evidence,
           (verdict->'estimate'->>'probabilityAbove')::float8 as chance
         from pool_decision where reason <> 'FOUND_BY_SEARCH' and decided_at >= $1 and (decided_at, id) <= ($2::timestamptz, $3::uuid)
         order by decided_at desc, id desc limit $4`,
        [from, ...before, batch + 1],
      );
      for (const row of rows.slice(0, batch)) {
        const judgedBy = await this.policies.byId(tx, row.policy_id);
        tally.add(row, judgeAgain(row.evidence, judgedBy, candidate));
      }
      const next = rows[batch];
      if (!next) return false;
      if (left <= batch) return true;
      before = [next.cursor_at, next.id];
    }
  }

  /** Titles and workspaces of the handful that is shown. */
  private async named(
    tx: EntityManager,
    tally: PreviewTally<DecisionRow>,
  ): Promise<(of: Judged[]) => PreviewExample[]> {
    const shown = [...tally.stopped.examples, ...tally.passed.examples];
    const notes = await tx.query<{ id: string; title: string; workspace_id: string; name: string }[]>(
      `select note.id, note.title, note.workspace_id, workspace.name from note join workspace on workspace.id = note.workspace_id
       where note.id = any($1)`,
      [shown.map(({ row }) => row.note_id)],
    );
    const known = new Map(notes.map((note) => [note.id, note]));
    return (judged) =>
      judged.flatMap(({ row, verdict }) => {
        const note = known.get(row.note_id);
        const policy = this.policies.known(row.policy_id);
        return note && policy ? [exampleOf(row, verdict, note, policy)] : [];
      });
  }
}

interface Judged {
  row: DecisionRow;
  verdict: PoolVerdict;
}

function exampleOf(
  row: DecisionRow,
  verdict: PoolVerdict,
  note: { title: string; workspace_id: string; name: string },
  { name, version }: PolicyDocument,
): PreviewExample {
  return {
    noteId: row.note_id,
    title: note.title,
    workspaceId: note.workspace_id,
    workspaceName: note.name,
    level: row.level,
    decidedAt: row.decided_at.toISOString(),
    policy: { name, version },
    was: row.outcome,
    would: verdict.outcome,
    chanceWas: row.chance,
    chanceWould: verdict.estimate.probabilityAbove,
  };
}
