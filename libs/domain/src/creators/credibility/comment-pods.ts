import type { ObservedNote } from '../observed-note';
import { type Evidence, tooLittle } from './evidence';
import { credibilityEdges } from './thresholds';

type Note = Pick<ObservedNote, 'id' | 'commenters'>;

/** Who comments where, over the creators who are compared with one another. */
export interface CommenterIndex {
  /** creators under whose notes an account has commented */
  creatorsOf(account: number): readonly string[];
  /** accounts that have commented under notes of a creator, each once */
  accountsOf(creatorId: string): readonly number[];
}

export function indexCommenters(
  creators: Iterable<{ creatorId: string; notes: readonly Pick<Note, 'commenters'>[] }>,
): CommenterIndex {
  const byAccount = new Map<number, string[]>();
  const byCreator = new Map<string, number[]>();
  for (const { creatorId, notes } of creators) {
    const accounts = [...new Set(notes.flatMap(({ commenters }) => commenters))];
    byCreator.set(creatorId, accounts);
    for (const account of accounts) {
      const known = byAccount.get(account);
      if (known) known.push(creatorId);
      else byAccount.set(account, [creatorId]);
    }
  }
  return {
    creatorsOf: (account) => byAccount.get(account) ?? [],
    accountsOf: (creatorId) => byCreator.get(creatorId) ?? [],
  };
}

const commentersLeast = 10;
/** Accounts seen under more creators than this comment everywhere, and tie nobody to anybody. */
export const creatorsTiedMost = 20;

/**
 * Members of a pod comment under one another's notes, so that the same accounts stand under the notes of a whole group. Unit: creators,
 * besides herself, who share at least five commenters with her.
 *
 * Unusual when there are five such creators or more and at least half of all pairs among them share commenters as well: an
 * audience in common makes pairs, a pod makes everybody pair with everybody. `index` holds the creators that may be
 * compared, herself among them. The series is the shared accounts, by how many creators of the group each stands under.
 * Source: comment pods (domain notes 3.5 [D]); reciprocal density as in the search for dense groups of accounts in
 * CopyCatch (Beutel and others 2013).
 */
export function commentPods(creatorId: string, notes: readonly Note[], index: CommenterIndex): Evidence {
  const edges = credibilityEdges.commentPods;
  const accounts = index.accountsOf(creatorId);
  if (accounts.length < commentersLeast) return tooLittle('comment-pods');
  const group = [...sharedWith(creatorId, index)]
    .filter(([, shared]) => shared >= edges.accounts)
    .map(([other]) => other)
    .sort();
  const members = new Set([creatorId, ...group]);
  const unusual = group.length >= edges.creators && densityOf(group, index) >= edges.density;
  const series = accounts
    .map((account) => ({
      account,
      creators: creatorsBound(account, index).filter((id) => members.has(id)).length,
    }))
    .filter(({ creators }) => creators > 1)
    .sort((a, b) => b.creators - a.creators || a.account - b.account)
    .slice(0, 60)
    .map(({ account, creators }) => ({
      at: String(account),
      observed: creators,
      edge: null,
      unusual: unusual && creators > 2,
    }));
  const suspects = new Set(series.filter((point) => point.unusual).map(({ at }) => Number(at)));
  return {
    test: 'comment-pods',
    verdict: unusual ? 'unusual' : 'usual',
    observed: group.length,
    expected: { low: 0, high: edges.creators - 1 },
    at: notes
      .filter(({ commenters }) => commenters.some((account) => suspects.has(account)))
      .map(({ id }) => id),
    series,
  };
}

function creatorsBound(account: number, index: CommenterIndex): readonly string[] {
  const creators = index.creatorsOf(account);
  return creators.length > creatorsTiedMost ? [] : creators;
}

/** How many commenters each other creator shares with this one. */
function sharedWith(creatorId: string, index: CommenterIndex): Map<string, number> {
  const shared = new Map<string, number>();
  for (const account of index.accountsOf(creatorId))
    for (const other of creatorsBound(account, index))
      if (other !== creatorId) shared.set(other, (shared.get(other) ?? 0) + 1);
  return shared;
}

/** Share of the pairs of a group that share enough commenters; 0 for a group of one. */
function densityOf(group: readonly string[], index: CommenterIndex): number {
  let bound = 0;
  for (const member of group) {
    const shared = sharedWith(member, index);
    for (const other of group)
      if (other > member && (shared.get(other) ?? 0) >= credibilityEdges.commentPods.accounts) bound++;
  }
  const pairs = (group.length * (group.length - 1)) / 2;
  return pairs === 0 ? 0 : bound / pairs;
}
