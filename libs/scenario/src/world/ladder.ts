import {
  addCounts,
  addPeers,
  decidePool,
  learnPeersByType,
  levelOf,
  noCounts,
  peerContribution,
  shanghaiOffsetMs,
  type EngagementCounts,
  type NoteType,
  type PeersByType,
  type PeerStats,
  type PeerSums,
  type PoolEvidence,
  type PoolPolicy,
  type Rail,
  type TypedPeerSums,
} from '@poolrise/domain';
import type { RandomStream } from '../random';
import { hourMs } from './publish';
import type { WorldDecision, WorldNote, WorldRun } from './world-note';

const dayMs = 24 * hourMs;

export interface WorldPeerDay {
  level: number;
  group: string;
  noteType: NoteType;
  /** Date in Shanghai, YYYY-MM-DD. */
  day: string;
  sums: PeerSums;
}

/** A run with what the feed of the history remembers of it. */
export interface OpenRun extends WorldRun {
  /** Posterior lift of the last look: the best are served first. */
  forecast: number;
}

/** The pools of the history: opens runs, asks the domain for verdicts, remembers peers. The engine's own rules, no copies. */
export class Ladder {
  readonly runs: WorldRun[] = [];
  readonly decisions: WorldDecision[] = [];
  readonly open = new Set<OpenRun>();
  /** By level and group, then by type of note, then by day. */
  private readonly peers = new Map<string, Map<NoteType, Map<number, PeerSums>>>();
  private readonly learned = new Map<string, { day: number; stats: PeersByType }>();
  private readonly current = new Map<number, OpenRun>();

  constructor(
    private readonly random: RandomStream,
    private readonly policy: PoolPolicy,
    private readonly notes: readonly WorldNote[],
  ) {}

  /** The note's latest run: the one that search and paid impressions belong to, open or closed. */
  runOf(note: number): OpenRun | undefined {
    return this.current.get(note);
  }

  enter(note: number, level: number, at: number, forecast = 1): void {
    const { target, windowHours } = levelOf(this.policy, level);
    const run: OpenRun = {
      note,
      level,
      target,
      enteredAt: at,
      windowEndsAt: at + windowHours * hourMs,
      nextCheckAt: Math.ceil(target / 10),
      closedAt: null,
      outcome: null,
      organic: noCounts(),
      paid: noCounts(),
      guaranteedImpressions: 0,
      searchImpressions: 0,
      forecast,
    };
    this.runs.push(run);
    this.open.add(run);
    this.current.set(note, run);
  }

  count(run: WorldRun, rail: Rail, counts: EngagementCounts): void {
    if (rail === 'paid') run.paid = addCounts(run.paid, counts);
    else run.organic = addCounts(run.organic, counts);
    if (rail === 'guaranteed') run.guaranteedImpressions += counts.impressions;
    if (rail === 'search') run.searchImpressions += counts.impressions;
  }

  /** Gives every run that is due at the end of this hour its verdict. */
  judge(hour: number): void {
    const end = hour + hourMs;
    for (const run of [...this.open]) {
      if (run.organic.impressions < run.nextCheckAt && run.windowEndsAt > end) continue;
      this.look(
        run,
        Math.max(run.enteredAt, hour) +
          Math.floor(this.random.next() * (end - Math.max(run.enteredAt, hour))),
      );
    }
  }

  peerDays(): WorldPeerDay[] {
    const days: WorldPeerDay[] = [];
    for (const [key, byType] of this.peers) {
      const [level, group] = key.split(' ') as [string, string];
      for (const [noteType, byDay] of byType)
        for (const [day, sums] of byDay)
          days.push({ level: Number(level), group, noteType, day: dateOf(day), sums });
    }
    return days;
  }

  private look(run: OpenRun, at: number): void {
    // A window that ends within the hour has ended when the verdict is given.
    const now = run.organic.impressions < run.nextCheckAt ? Math.max(at, run.windowEndsAt) : at;
    const note = this.notes[run.note] as WorldNote;
    const evidence = this.evidenceOf(run, note, now);
    const verdict = decidePool(evidence, this.policy);
    run.forecast = verdict.estimate.lift;
    if (verdict.outcome === 'wait') {
      run.nextCheckAt = verdict.nextCheckAt ?? run.target;
      return;
    }
    this.decisions.push({
      id: this.random.uuid(),
      note: run.note,
      level: run.level,
      at: now,
      evidence,
      verdict,
    });
    run.closedAt = now;
    run.outcome = verdict.outcome;
    this.open.delete(run);
    this.remember(run, note, evidence.counts, now);
    note.level = verdict.toLevel;
    if (verdict.outcome === 'pass') this.enter(run.note, verdict.toLevel, now, verdict.estimate.lift);
    else note.state = note.auditState === 'limited' ? 'limited' : 'stopped';
  }

  private evidenceOf(run: WorldRun, note: WorldNote, now: number): PoolEvidence {
    return {
      noteId: note.id,
      level: run.level,
      category: note.category,
      noteType: note.type,
      auditState: note.auditState,
      counts: run.organic,
      paidCounts: run.paid,
      peers: this.peersOf(run.level, note, dayOf(now)),
      enteredAt: run.enteredAt,
      now,
      hoursSincePublished: (now - note.publishedAt) / hourMs,
      target: run.target,
      audienceLeft: null,
    };
  }

  /** Learned anew only when a run has closed or a day has begun: most looks meet the same yardstick. */
  private peersOf(level: number, { category, type }: WorldNote, day: number): PeerStats {
    const key = keyOf(level, category);
    const known = this.learned.get(key);
    if (known?.day === day) return known.stats[type];
    const recent: TypedPeerSums[] = [];
    for (const [noteType, byDay] of this.peers.get(key) ?? [])
      for (const [on, sums] of byDay)
        if (on > day - this.policy.peerWindowDays) recent.push({ noteType, sums });
    const stats = learnPeersByType(recent, this.policy, category);
    this.learned.set(key, { day, stats });
    return stats[type];
  }

  private remember(run: WorldRun, { category, type }: WorldNote, counts: EngagementCounts, at: number): void {
    const sums = peerContribution(counts, this.policy);
    if (sums.runs === 0) return;
    const key = keyOf(run.level, category);
    const byType = this.peers.get(key) ?? new Map<NoteType, Map<number, PeerSums>>();
    const days = byType.get(type) ?? new Map<number, PeerSums>();
    const day = dayOf(at);
    const before = days.get(day);
    days.set(day, before ? addPeers(before, sums) : sums);
    this.peers.set(key, byType.set(type, days));
    this.learned.delete(key);
  }
}

const keyOf = (level: number, group: string): string => `${level} ${group}`;
/** Days since the epoch in Shanghai. */
const dayOf = (at: number): number => Math.floor((at + shanghaiOffsetMs) / dayMs);
const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
