import type { OneMoreResult } from '@poolrise/contracts';
import {
  boostTerms,
  type History,
  judgeOneMore,
  mostCandidates,
  oneMoreCost,
  oneMoreVoucher,
  type OneMoreResult as Found,
  pacedHours,
  paidClickRates,
  paidRailOf,
  ratesOf,
  screeningWorlds,
  worldOfHistory,
} from '@poolrise/domain';
import type { PresentFeed } from './present.queries';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { digest } from './simulation-game';
import type { VoucherQuestion } from './simulation-run.entity';

const mostListed = 5;
/** Reads of its own from which a workspace's price of a read is believed; below, it is the luck of one boost. */
const enoughReads = 100;
/** Opens by which a note's own record is held back when candidates are put in order [P]. */
const openCredit = 20;

/** Everything that a thread needs to play worlds: plain data. */
export interface OneMoreTask {
  noteId: string;
  question: VoucherQuestion;
  present: PresentFeed;
}

/** Plays the worlds of a question. The same history and question give the same result. */
export function* oneMoreGame(task: OneMoreTask): Generator<number, OneMoreResult> {
  const { noteId, question, present } = task;
  const { history, policy, fromHour, startsAt } = present;
  const { boost, durationHours, worlds, seed, assumed } = question;
  const paid = paidRailOf(present.category, present.paid, { mostOfHour: policy.adLoad.max, assumed });
  const found = yield* oneMoreVoucher({
    worldOf: (one) => ({ ...worldOfHistory(history, one), paid }),
    policy,
    rulings: present.rulings,
    seed,
    worlds,
    noteId,
    own: present.own,
    candidates: mostPromising(
      history,
      present.own.filter(({ boostable }) => boostable).map(({ id }) => id),
    ),
    fromHour,
    impressions: pacedHours(boost.impressions, { startsAt, durationHours, clock: policy.trafficClock }),
  });
  return resultOf(task, found);
}

/** The notes that readers open most for the places they were shown in, few impressions believed less than many. */
function mostPromising({ notes }: History, ids: readonly string[]): string[] {
  const all = notes.reduce(
    (sum, { counts, exposure }) => ({
      clicks: sum.clicks + counts.clicks,
      exposure: sum.exposure + exposure,
    }),
    { clicks: openCredit, exposure: openCredit / 0.1 },
  );
  const rate = all.clicks / all.exposure;
  const lift = new Map(
    notes.map(({ id, counts, exposure }) => [
      id,
      (counts.clicks + openCredit) / (exposure * rate + openCredit),
    ]),
  );
  return [...ids].sort((a, b) => (lift.get(b) ?? 1) - (lift.get(a) ?? 1)).slice(0, mostCandidates);
}

function resultOf({ noteId, question, present }: OneMoreTask, found: Found): OneMoreResult {
  const { history, own, policy } = present;
  const titles = new Map(own.map(({ id, title }) => [id, title]));
  const titled = (id: string) => ({ noteId: id, title: titles.get(id) ?? '' });
  const level = own.find(({ id }) => id === noteId)?.level ?? 0;
  const { others, alternatives, fresh, hours, hashes, nextLevel, ...rest } = found;
  const price = priceOf(present);
  return {
    ...rest,
    fingerprint: requestFingerprint({ noteId, question, present }).slice(0, 16),
    paidShare: policy.adLoad.max,
    notes: history.notes.length,
    historyFrom: present.from.toISOString(),
    until: present.until.toISOString(),
    nextLevel: level >= policy.levels.length - 1 ? null : { level: level + 1, ...nextLevel },
    others: {
      notes: own.length - 1,
      difference: others.difference,
      most: others.notes
        .filter(({ impressions }) => Math.abs(impressions) >= 0.5)
        .toSorted((a, b) => Math.abs(b.impressions) - Math.abs(a.impressions))
        .slice(0, mostListed)
        .map(({ id, impressions }) => ({ ...titled(id), impressions })),
    },
    alternatives: alternatives.map(({ noteId: id, reads, impressions }) => ({
      ...titled(id),
      reads,
      impressions,
    })),
    screeningWorlds: Math.min(screeningWorlds, found.worlds),
    fresh: fresh && { ...titled(fresh.noteId), worlds: fresh.worlds, reads: fresh.reads, gain: fresh.gain },
    price,
    judgement: judgeOneMore(
      { note: found.note.difference.reads, others: others.difference.reads, net: found.net },
      { cents: oneMoreCost(question.boost, found.from.paid), centsPerRead: price.centsPerRead },
    ),
    life: hours,
    hashes: {
      before: digest(hashes.map(({ before }) => before)),
      after: digest(hashes.map(({ after }) => after)),
    },
  };
}

/** What a paid read costs here, or would cost in this category at the price of boosts. */
function priceOf({ counted, category }: PresentFeed): OneMoreResult['price'] {
  if (counted.reads >= enoughReads)
    return { ...counted, centsPerRead: counted.spentCents / counted.reads, source: 'own' };
  const { rate } = ratesOf(paidClickRates, category);
  return { ...counted, centsPerRead: boostTerms.centsPerThousand / 1_000 / rate, source: 'category' };
}
