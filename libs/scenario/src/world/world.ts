import type { EngagementCounts, PoolPolicy } from '@poolrise/domain';
import { castOf, demoSeed, type Cast } from '../cast/cast';
import { castNotes } from '../cast/notes';
import { platform } from '../parameters';
import { RandomStream } from '../random';
import { Boosting, type WorldBoost } from './boosting';
import { HourTable } from './hour-table';
import { Ladder, type WorldPeerDay } from './ladder';
import type { JournalEntry } from './ledger-book';
import { hourMs, publishAll } from './publish';
import { respond, searchHour, serveHour } from './serve';
import { trialsOf, type WorldTrial } from './trials';
import type { WorldVoucher, WorldVoucherUse } from './voucher-book';
import type { WorldDecision, WorldNote, WorldRun } from './world-note';
import { type WaitingTopUp, waitingTopUps, walletSettings, type WorldWalletSettings } from './wallet-records';

export interface WorldAsk {
  seed?: string;
  /** Epoch milliseconds; the counters end with the last full hour before it. */
  now: number;
  /** The policy in force. */
  policy: PoolPolicy;
}

/** Thirty days of a small platform, ready to be written down. */
export interface World {
  cast: Cast;
  startsAt: number;
  /** The beginning of the present hour: counters lie before it, what happens live after it. */
  endsAt: number;
  notes: WorldNote[];
  runs: WorldRun[];
  decisions: WorldDecision[];
  hours: HourTable;
  peerDays: WorldPeerDay[];
  boosts: WorldBoost[];
  /** What was found by the boosts that carry a holdout. */
  trials: WorldTrial[];
  vouchers: WorldVoucher[];
  voucherUses: WorldVoucherUse[];
  journal: JournalEntry[];
  waitingTopUps: WaitingTopUp[];
  walletSettings: WorldWalletSettings[];
}

/**
 * Lives through thirty days hour by hour: notes are published and audited, the feed hands out the hour's impressions,
 * readers respond by each note's hidden quality, the pools give their verdicts, brands boost.
 *
 * Verdicts, curves, plans and settlements are the domain's own functions, so every decision replays. The same seed,
 * hour and policy give the same world.
 */
export function simulateWorld({ seed = demoSeed, now, policy }: WorldAsk): World {
  const endsAt = Math.floor(now / hourMs) * hourMs;
  const startsAt = endsAt - platform.days.value * 24 * hourMs;
  const cast = castOf(seed);
  const notes = publishAll(new RandomStream(seed, 'publishing'), castNotes(cast), now);
  const ladder = new Ladder(new RandomStream(seed, 'verdicts'), policy, notes);
  const boosting = new Boosting(new RandomStream(seed, 'money'), cast, policy, notes, endsAt, now - endsAt);
  const hours = new HourTable();
  const feed = new RandomStream(seed, 'feed');
  const readers = new RandomStream(seed, 'readers');
  const audit = new Audit(new RandomStream(seed, 'audit'), notes, ladder);

  const record = (
    note: number,
    hour: number,
    rail: Parameters<typeof respond>[2],
    impressions: number,
  ): EngagementCounts | undefined => {
    const run = ladder.runOf(note);
    const shown = notes[note];
    if (!run || !shown) return undefined;
    const counts = respond(readers, shown, rail, run.level, impressions);
    hours.add(note, hour, run.level, rail, counts);
    ladder.count(run, rail, counts);
    return counts;
  };

  const found: { index: number; note: WorldNote }[] = [];
  let next = 0;
  for (let hour = startsAt; hour < endsAt; hour += hourMs) {
    for (; (notes[next]?.publishedAt ?? Infinity) < hour + hourMs; next++) {
      const note = notes[next] as WorldNote;
      audit.receive(next);
      if (note.searchable) found.push({ index: next, note });
    }
    audit.answer(hour + hourMs);
    boosting.begin(hour);
    for (const { run, rail, impressions } of serveHour(feed, policy, ladder.open, hour))
      record(run.note, hour, rail, impressions);
    for (const { index, impressions } of searchHour(feed, found, hour))
      record(index, hour, 'search', impressions);
    for (const { boost, impressions } of boosting.dueIn(hour)) {
      const counts = record(boost.note, hour, 'paid', impressions);
      if (counts) boosting.delivered(boost, hour, counts);
    }
    ladder.judge(hour);
    boosting.settle(hour);
  }
  return {
    cast,
    startsAt,
    endsAt,
    notes,
    runs: ladder.runs,
    decisions: ladder.decisions,
    hours,
    peerDays: ladder.peerDays(),
    boosts: boosting.boosts,
    trials: trialsOf({ notes, hours, boosts: boosting.boosts, endsAt }),
    vouchers: boosting.vouchers.vouchers,
    voucherUses: boosting.vouchers.uses,
    journal: boosting.ledger.journal(),
    waitingTopUps: waitingTopUps(cast, endsAt),
    walletSettings: walletSettings(cast, endsAt),
  };
}

/** The audit gate of the history. */
class Audit {
  private readonly waiting = new Set<number>();

  constructor(
    private readonly random: RandomStream,
    private readonly notes: readonly WorldNote[],
    private readonly ladder: Ladder,
  ) {}

  receive(note: number): void {
    this.waiting.add(note);
  }

  /** Answers what is due before `end`. */
  answer(end: number): void {
    for (const index of this.waiting) {
      const note = this.notes[index] as WorldNote;
      const at = note.auditDueAt ?? end;
      if (at >= end) continue;
      if (note.fate === 'human_review' && note.auditState === 'pending') {
        note.auditState = 'human_review';
        const { low, high } = platform.humanAuditHours.value;
        note.auditDueAt = at + this.random.between(low, high) * hourMs;
        continue;
      }
      this.waiting.delete(index);
      note.auditDueAt = null;
      note.auditState =
        note.fate === 'human_review'
          ? this.random.weighted([
              ['passed', 0.7],
              ['rejected', 0.3],
            ])
          : note.fate;
      note.state =
        note.auditState === 'rejected' ? 'rejected' : note.auditState === 'limited' ? 'limited' : 'climbing';
      if (note.auditState !== 'rejected') this.ladder.enter(index, 0, at);
    }
  }
}
