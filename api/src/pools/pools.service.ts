import { Injectable, Logger } from '@nestjs/common';
import {
  coldStartQuota,
  decidePool,
  levelOf,
  type PoolEvidence,
  type PoolPolicy,
  type PoolVerdict,
  rateForm,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { announce } from '../live/announce';
import type { Note } from '../notes/note.entity';
import { NotesService } from '../notes/notes.service';
import { announceRun } from './feed-channel';
import { evidenceOf, type JudgedNote } from './evidence';
import { isExperiment, peerGroupOf, PeersService } from './peers.service';
import { PoliciesService } from './policies.service';
import { PoolBarsService } from './pool-bars.service';
import { reopenRuns } from './reopen-runs';
import { exposureOf, type RunRow } from './run-row';

const reviewBatch = 50;
const hourMs = 3_600_000;
/** How long an experiment's run waits before it asks again whether the other variants have been heard. */
const groupPatienceMs = 500;

/** How long a run rests that could not be reviewed, so that it does not stand in the way of the others. */
const restMs = 60_000;
/** How long a run whose window is over and whose sample is still too small waits for more readers. */
const patienceMs = hourMs;

const noRecord: ReadonlyMap<string, number> = new Map();

/** What the guarantee of a note depends on. */
export type PromisedNote = Pick<Note, 'creatorId' | 'title' | 'body' | 'topics'>;

/** What a review reads of the note beside its run. */
export type DueRow = RunRow & {
  category: string;
  note_type: PoolEvidence['noteType'];
  audit_state: PoolEvidence['auditState'];
  published_at: Date;
};

/** Opens runs, reviews those that are due, and writes verdicts with their evidence. */
@Injectable()
export class PoolsService {
  private readonly log = new Logger('pools');

  constructor(
    private readonly db: Db,
    private readonly notes: NotesService,
    private readonly policies: PoliciesService,
    private readonly peers: PeersService,
    private readonly bars: PoolBarsService,
  ) {
    notes.onAudited((tx, audited) => this.admit(tx, audited));
  }

  /** Opens the first pool to notes that passed the audit, and to limited ones, which never leave it. */
  private async admit(tx: EntityManager, notes: Note[], now = new Date()): Promise<void> {
    const admitted = notes.filter((note) => note.auditState === 'passed' || note.auditState === 'limited');
    if (!admitted.length) return;
    const policies = await this.policies.forNewNotes(tx);
    for (const { id, document } of policies.all) {
      const judged = admitted.filter((note) => policies.forNote(note.id).id === id);
      const promised = await this.promisesTo(tx, document, judged);
      for (const [at, note] of judged.entries())
        await this.open(
          tx,
          { noteId: note.id, workspaceId: note.workspaceId, peerGroup: peerGroupOf(note), policyId: id },
          { ...levelOf(document, 0), target: promised[at] as number },
          now,
        );
    }
    const passed = admitted.filter(({ auditState }) => auditState === 'passed');
    await reopenRuns(tx, this.policies, this.peers, passed, now);
  }

  /** The guaranteed impressions that a policy gives to each of these notes. */
  async promisesTo(tx: EntityManager, policy: PoolPolicy, notes: readonly PromisedNote[]): Promise<number[]> {
    const creators = policy.coldStart.creatorQuota > 0 ? await this.creatorQualities(tx, notes) : noRecord;
    return notes.map((note) => coldStartQuota(policy, rateForm(note), creators.get(note.creatorId) ?? 0));
  }

  /**
   * The share of a creator's last fifty notes that left the guaranteed pool, 0 to 1, with one pass and one stop assumed: what
   * the differentiated guarantee calls the quality of an author.
   */
  private async creatorQualities(
    tx: EntityManager,
    notes: readonly PromisedNote[],
  ): Promise<Map<string, number>> {
    const rows = await tx.query<{ creator_id: string; quality: number }[]>(
      `select creator.id as creator_id, (1 + count(*) filter (where run.outcome = 'pass'))::float8 / (2 + count(run.outcome)) as quality
       from unnest($1::uuid[]) creator(id)
       left join lateral (select id from note where note.creator_id = creator.id order by published_at desc limit 50) recent on true
       left join pool_run run on run.note_id = recent.id and run.level = 0 and run.closed_at is not null
       group by creator.id`,
      [[...new Set(notes.map((note) => note.creatorId))]],
    );
    return new Map(rows.map((row) => [row.creator_id, row.quality]));
  }

  /** Reviews every run that is due, a batch a transaction; runs that another worker holds are left to it. */
  @HandlesJob('pool-review')
  async reviewDue(now = () => new Date()): Promise<number> {
    for (let total = 0; ;) {
      const reviewed = await this.db.asEngine(async (tx) => {
        const due = await tx.query<DueRow[]>(
          `select run.*, note.category, note.type as note_type, note.audit_state, note.published_at
           from pool_run run join note on note.id = run.note_id
           where run.closed_at is null and run.next_review_at <= $1
           order by run.next_review_at limit $2
           for update of run skip locked`,
          [now(), reviewBatch],
        );
        const moved = new Set<string>();
        for (const run of due) if (await this.reviewApart(tx, run, now())) moved.add(run.workspace_id);
        for (const workspaceId of moved) await announce(tx, workspaceId, 'pools', 'notes', 'notices');
        return due.length;
      });
      total += reviewed;
      if (reviewed < reviewBatch) return total;
    }
  }

  /** In a savepoint of its own: a run that cannot be reviewed rests a while, and the others of its batch go on. */
  private async reviewApart(tx: EntityManager, run: DueRow, now: Date): Promise<boolean> {
    try {
      return await tx.transaction((inner) => this.review(inner, run, now));
    } catch (error) {
      this.log.error(`note ${run.note_id} could not be reviewed on level ${run.level}: ${String(error)}`);
      await this.lookAgain(tx, run, run.next_check_at, new Date(now.getTime() + restMs));
      return false;
    }
  }

  /** Whether it came to a verdict. */
  private async review(tx: EntityManager, run: DueRow, now: Date): Promise<boolean> {
    const policy = await this.policies.byId(tx, run.policy_id);
    const group = { policyId: run.policy_id, level: run.level, group: run.peer_group };
    const peers = (await this.peers.of(tx, group, policy, run.category, now))[run.note_type];
    if (
      isExperiment(run.peer_group) &&
      run.window_ends_at > now &&
      !(await this.peers.groupIsHeard(tx, run.peer_group, run.level, run.target))
    ) {
      await this.lookAgain(tx, run, run.target, new Date(now.getTime() + groupPatienceMs));
      return false;
    }
    const bar = await this.bars.of(tx, policy, group);
    const audienceLeft = await this.bars.audienceLeft(tx, policy, run, now);
    const evidence = evidenceOf(run, judgedNote(run), { peers, bar, audienceLeft }, now);
    const verdict = decidePool(evidence, policy);
    if (verdict.outcome === 'wait') {
      await this.wait(tx, run, verdict, now);
      return false;
    }

    await this.decide(tx, run, evidence, verdict, now);
    await tx.query(
      `update pool_run set closed_at = $3, outcome = $4, next_review_at = null where note_id = $1 and level = $2`,
      [run.note_id, run.level, now, verdict.outcome],
    );
    await this.peers.add(
      tx,
      { ...group, noteType: run.note_type },
      evidence.counts,
      policy,
      now,
      exposureOf(run),
    );
    return true;
  }

  /** Writes a verdict down and lets it happen: the next run opens after a pass, and the note stands where it belongs. */
  async decide(
    tx: EntityManager,
    run: DueRow,
    evidence: PoolEvidence,
    verdict: PoolVerdict,
    now: Date,
  ): Promise<void> {
    await tx.query(
      `insert into pool_decision (note_id, workspace_id, level, to_level, outcome, reason, decided_at, policy_id, evidence, verdict)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        run.note_id,
        run.workspace_id,
        run.level,
        verdict.toLevel,
        verdict.outcome,
        verdict.reason,
        now,
        run.policy_id,
        JSON.stringify(evidence),
        JSON.stringify(verdict),
      ],
    );
    if (verdict.outcome === 'pass')
      await this.open(
        tx,
        {
          noteId: run.note_id,
          workspaceId: run.workspace_id,
          peerGroup: run.peer_group,
          policyId: run.policy_id,
          freshFrom: verdict.reason === 'FOUND_BY_SEARCH' ? now : run.fresh_from,
        },
        levelOf(await this.policies.byId(tx, run.policy_id), verdict.toLevel),
        now,
      );
    await this.notes.moveTo(
      tx,
      run.note_id,
      verdict.outcome === 'pass' ? 'climbing' : run.audit_state === 'limited' ? 'limited' : 'stopped',
      verdict.toLevel,
    );
    await announceRun(tx, run.note_id);
  }

  /** Not clear yet: look again when the count says so, when the window ends, or now and then once it has. */
  private async wait(tx: EntityManager, run: DueRow, verdict: PoolVerdict, now: Date): Promise<void> {
    const ends = run.window_ends_at > now ? run.window_ends_at : new Date(now.getTime() + patienceMs);
    await this.lookAgain(tx, run, verdict.nextCheckAt ?? run.target, ends);
  }

  private async lookAgain(tx: EntityManager, run: DueRow, atImpressions: number, at: Date): Promise<void> {
    await tx.query(
      `update pool_run set next_check_at = $3, next_review_at = $4 where note_id = $1 and level = $2`,
      [run.note_id, run.level, atImpressions, at],
    );
  }

  private async open(
    tx: EntityManager,
    run: {
      noteId: string;
      workspaceId: string;
      peerGroup: string;
      policyId: string;
      freshFrom?: Date | null;
    },
    level: { level: number; target: number; windowHours: number },
    now: Date,
  ): Promise<void> {
    const windowEndsAt = new Date(now.getTime() + level.windowHours * hourMs);
    await tx.query(
      `insert into pool_run (note_id, level, workspace_id, policy_id, peer_group, target, entered_at, window_ends_at, next_check_at, next_review_at, fresh_from)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $10)
       on conflict on constraint one_run_per_level do nothing`,
      [
        run.noteId,
        level.level,
        run.workspaceId,
        run.policyId,
        run.peerGroup,
        level.target,
        now,
        windowEndsAt,
        firstCheckAt(level.target),
        run.freshFrom ?? null,
      ],
    );
    await announceRun(tx, run.noteId);
  }
}

export const judgedNote = (run: DueRow): JudgedNote => ({
  category: run.category,
  type: run.note_type,
  auditState: run.audit_state,
  publishedAt: run.published_at,
});

/** The first look at a new run; from then on the verdict itself says when to look again. */
const firstCheckAt = (target: number): number => Math.ceil(target / 10);
