import type { ReaderArm } from '../lift/holdout';
import { armOf, type ReaderSplit } from '../lift/split-readers';
import { blendPaid, type BlendAsk, type FeedSlot, type PaidCandidate } from './blend-paid';
import type { RankedSlot } from './feed-candidate';

/** A trial that a note is part of: what is told of it to the page. */
export interface Trial extends ReaderSplit {
  /** The id of the boost, or of the campaign whose notes all have the same trial. */
  trialId: string;
  /** False once it has ended: readers are still followed, and the held-out still held out, but nobody is taken in. */
  takesIn: boolean;
}

/** A note under trial was chosen for a slot of this reader: in either arm, it was chosen before the arm was looked at. */
export interface Opportunity {
  trialId: string;
  arm: ReaderArm;
}

/**
 * A page with its paid slots, of which held-out readers are not served the note that they are held out of: the slot goes to the next
 * candidate, or stays an organic one.
 *
 * The page is filled first as if there were no trials. Every note under trial that got a slot by that is an opportunity, and the
 * reader's arm is looked at only then, so that both arms take in the same kind of reader at the same moments. Where the reader
 * is held out every note of the trial is taken off the list, whichever boost would pay for it, and the page is filled again.
 * Source: ghost ads (Johnson, Lewis, Nubbemeyer, Journal of Marketing Research 2017): the would-have-been win is written down.
 */
export function blendTrials(
  organic: readonly RankedSlot[],
  paid: readonly PaidCandidate[],
  ask: BlendAsk,
  { readerKey, trials }: { readerKey: string; trials: ReadonlyMap<string, Trial> },
): { slots: FeedSlot[]; met: Opportunity[] } {
  const met = new Map<string, Opportunity>();
  for (let left = paid; ;) {
    const slots = blendPaid(organic, left, ask);
    const heldOut = new Set<string>();
    for (const { rail, noteId } of slots) {
      const trial = rail === 'paid' ? trials.get(noteId) : undefined;
      if (!trial) continue;
      const arm = armOf(readerKey, trial);
      if (trial.takesIn) met.set(trial.trialId, { trialId: trial.trialId, arm });
      if (arm === 'held-out') heldOut.add(trial.trialId);
    }
    if (!heldOut.size) return { slots, met: [...met.values()] };
    left = left.filter(({ noteId }) => !heldOut.has(trials.get(noteId)?.trialId ?? ''));
  }
}
