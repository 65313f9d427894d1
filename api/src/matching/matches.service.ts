import { Injectable } from '@nestjs/common';
import {
  type AskLift,
  type AskMatches,
  type BriefWishes,
  type LiftView,
  type MatchRow,
  type MatchRule,
  matchRules,
  type MatchView,
} from '@poolrise/contracts';
import {
  liftMatch,
  lostPoints,
  type Match,
  type MatchBrief,
  matchCreators,
  type MatchFigures,
  type MatchRanking,
  type MatchWeights,
  normaliseWeights,
  priceBandAmong,
  type TierScheme,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { creatorRows, tierSchemeOf } from '../creators/creator-rows';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { find } from './briefs.service';
import { bandKey, type MatchCandidates, MatchCandidatesQueries, priceMetric } from './match-candidates';

/** Of everybody who breaks a rule, so many are named. */
const examplesMax = 5;

/** Everybody who was held against a brief, in order. */
export interface Ranked {
  wishes: BriefWishes;
  brief: MatchBrief;
  weights: MatchWeights;
  scheme: TierScheme;
  candidates: MatchCandidates;
  ranking: MatchRanking;
}

/** The ranked list of a brief. */
@Injectable()
export class MatchesService {
  constructor(
    private readonly db: Db,
    private readonly candidates: MatchCandidatesQueries,
  ) {}

  /** Holds the directory against a brief. @throws Refused not-found */
  async rank(tx: EntityManager, briefId: string, tried?: MatchWeights): Promise<Ranked> {
    const { workspaceId, wishes } = await find(tx, briefId);
    const scheme = await tierSchemeOf(tx, workspaceId);
    const candidates = await this.candidates.of(tx, scheme, wishes);
    return rankedFor(wishes, scheme, await withBlacklist(tx, candidates), tried);
  }

  /** @throws Refused not-found */
  list(
    workspaceId: string,
    briefId: string,
    { weights, offset, limit }: AskMatches,
    now = new Date(),
  ): Promise<MatchView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const found = await this.rank(tx, briefId, weights);
      const { candidates, ranking } = found;
      const page = ranking.ranked.slice(offset, offset + limit);
      return {
        asOf: now.toISOString(),
        directory: candidates.directory,
        fitting: candidates.fitting,
        looked: candidates.figures.length,
        ranked: ranking.ranked.length,
        weights: normaliseWeights(found.weights),
        items: await rowsOf(tx, found, page, offset),
        ruledOut: ranking.ruledOut.length,
        rules: rulesOf(ranking.ruledOut, candidates.names),
      };
    });
  }

  /** What would bring a creator to a place. @throws Refused not-found when she is not in the ranking */
  lift(
    workspaceId: string,
    briefId: string,
    creatorId: string,
    { weights, place }: AskLift,
  ): Promise<LiftView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const { brief, weights: inUse, candidates, ranking } = await this.rank(tx, briefId, weights);
      const { ranked } = ranking;
      const at = ranked.findIndex((match) => match.creatorId === creatorId);
      const figures = candidates.figures.find((one) => one.creatorId === creatorId);
      const own = ranked[at];
      if (!own || !figures)
        throw new Refused('not-found', {
          field: 'path.creatorId',
          detail: 'She is not in the ranking of this brief: she does not fit it, or breaks a hard rule.',
        });
      const wanted = Math.min(place, ranked.length) - 1;
      const lift = littleKnown(own) ? null : liftMatch(brief, figures, inUse, ranked, wanted);
      return {
        place: at + 1,
        littleKnown: littleKnown(own),
        lost: lostPoints(own),
        lift: lift && {
          ...lift,
          above: { id: lift.aboveId, name: candidates.names.get(lift.aboveId) ?? '' },
        },
      };
    });
  }
}

/** With the reasons for which the workspace wants nothing to do with somebody: its own, so they are never kept with the figures. */
async function withBlacklist(tx: EntityManager, candidates: MatchCandidates): Promise<MatchCandidates> {
  const marks = await tx.query<{ creator_id: string; reason: string }[]>(
    'select creator_id, blacklisted_reason as reason from creator_mark where blacklisted_reason is not null',
  );
  if (marks.length === 0) return candidates;
  const reasons = new Map(marks.map(({ creator_id, reason }) => [creator_id, reason]));
  return {
    ...candidates,
    figures: candidates.figures.map((one) => {
      const blacklistReason = reasons.get(one.creatorId);
      return blacklistReason === undefined ? one : { ...one, blacklistReason };
    }),
  };
}

/** Candidates held against a brief, by its own weights unless others are tried. */
export function rankedFor(
  wishes: BriefWishes,
  scheme: TierScheme,
  candidates: MatchCandidates,
  weights: MatchWeights = wishes.weights,
): Ranked {
  const brief = matchBriefOf(wishes);
  const { ranked, ruledOut } = matchCreators(brief, candidates.figures, weights);
  return { wishes, brief, weights, scheme, candidates, ranking: { ranked: knownFirst(ranked), ruledOut } };
}

/** Parts of which nothing is known are left out of a score; where a third of it is missing, that says little [P]. */
const knownEnough = 2 / 3;

/** Of what is asked for, by weight, how much is known. */
function knownShareOf({ leftOut }: Match): number {
  const sum = (why: Match['leftOut'][number]['why']): number =>
    leftOut.reduce((all, part) => all + (part.why === why ? part.weight : 0), 0);
  const asked = 1 - sum('not-asked');
  return asked > 0 ? Math.max(0, 1 - sum('not-known') / asked) : 0;
}

const littleKnown = (match: Match): boolean => knownShareOf(match) < knownEnough;

/** Somebody without a single note would lead the list by her category alone. */
const knownFirst = (ranked: readonly Match[]): Match[] => [
  ...ranked.filter((match) => !littleKnown(match)),
  ...ranked.filter(littleKnown),
];

const dayMs = 86_400_000;

/** A brief as the domain reads it; the last day of the window belongs to it. */
export function matchBriefOf(wishes: BriefWishes): MatchBrief {
  const { window, perNoteCents, followersFrom, followersTo, requiredHealth, competitors } = wishes;
  const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
  return {
    category: wishes.category,
    keywords: wishes.keywords,
    audience: wishes.audience,
    kind: wishes.kind,
    ...(perNoteCents !== null && { budgetPerNoteCents: perNoteCents }),
    ...(followersFrom !== null && { followersFrom }),
    ...(followersTo !== null && { followersTo }),
    tierKeys: wishes.tierKeys,
    window: { from: new Date(startOf(window.from)), to: new Date(startOf(window.to) + dayMs - 1) },
    excludedIds: wishes.excludedIds,
    ...(competitors.length > 0 && {
      competitors: { brandIds: competitors, withinDays: wishes.competitorDays },
    }),
    ...(requiredHealth !== null && { requiredHealth }),
    disclosureRequired: wishes.disclosureRequired,
  };
}

async function rowsOf(
  tx: EntityManager,
  { wishes, scheme, candidates }: Ranked,
  page: readonly Match[],
  offset: number,
): Promise<MatchRow[]> {
  const creators = await creatorRows(
    tx,
    scheme,
    page.map(({ creatorId }) => creatorId),
  );
  const byId = new Map(creators.map((creator) => [creator.id, creator]));
  const figures = new Map<string, MatchFigures>(candidates.figures.map((one) => [one.creatorId, one]));
  return page.flatMap((match, at) => {
    const creator = byId.get(match.creatorId);
    const known = figures.get(match.creatorId);
    const quoteCents = known?.quoteCents[wishes.kind];
    if (!creator || !known || typeof quoteCents !== 'number') return [];
    const category = candidates.categories.get(match.creatorId) ?? '';
    return {
      place: offset + at + 1,
      creator,
      quoteCents,
      tenths: match.tenths,
      parts: match.parts,
      leftOut: match.leftOut,
      knownShare: knownShareOf(match),
      littleKnown: littleKnown(match),
      price: priceBandAmong(
        quoteCents,
        candidates.bands.get(bandKey(known.tierKey, category, priceMetric(wishes.kind))),
        { followers: known.followers, category, kind: wishes.kind },
      ),
    };
  });
}

function rulesOf(ruledOut: readonly Match[], names: ReadonlyMap<string, string>): MatchView['rules'] {
  return matchRules
    .map((rule: MatchRule) => {
      const broken = ruledOut.filter((match) => match.broken.some((one) => one.rule === rule));
      return {
        rule,
        creators: broken.length,
        examples: broken.slice(0, examplesMax).map(({ creatorId, tenths, broken: rules }) => {
          const found = rules.find((one) => one.rule === rule);
          if (!found) throw new Error(`${creatorId} does not break ${rule}`);
          const { ...fields } = found;
          return {
            id: creatorId,
            name: names.get(creatorId) ?? '',
            tenths,
            broken: {
              ...fields,
              wanted: 'wanted' in found ? [...found.wanted] : undefined,
              on: 'on' in found ? found.on.toISOString() : undefined,
            },
          };
        }),
      };
    })
    .filter(({ creators }) => creators > 0);
}
