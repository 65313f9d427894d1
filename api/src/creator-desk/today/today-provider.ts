import type { Ability, TodayThing } from '@poolrise/contracts';
import type { TodayKind } from '@poolrise/domain';
import type { Db } from '../../db/db';

/** A thing as it was found, before it is put in its place among the others. */
export type FoundThing = Omit<TodayThing, 'id' | 'urgency' | 'place'>;

/** Whose desk looks, and when. */
export interface TodayAsk {
  db: Db;
  workspaceId: string;
  now: Date;
}

/**
 * Finds the things of some kinds, `todayPerKind` of each at most, in one statement. Whoever has another kind of things to do
 * writes one of these and puts it on the list in today.queries.ts.
 */
export interface TodayProvider {
  kinds: readonly TodayKind[];
  /** what somebody must be allowed to see, to be told of these things */
  ability: Ability;
  find(ask: TodayAsk): Promise<FoundThing[]>;
}

const nothing = {
  name: null,
  who: null,
  state: null,
  cents: null,
  centsAtMost: false,
  missing: null,
  odds: null,
  lapsesAt: null,
} as const;

/** A thing of which no more is known than what is given. */
export const aThing = (
  thing: Pick<FoundThing, 'kind' | 'subjectId' | 'title'> & Partial<FoundThing>,
): FoundThing => ({ ...nothing, ...thing });
