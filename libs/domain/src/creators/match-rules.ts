import { healthLevels, type CreatorNoteKind, type HealthLevel } from './creator-words';
import type { MatchBrief, MatchFigures } from './match-brief';

/** Why a creator is no match however well she would suit, with the figures behind it. */
export type BrokenRule =
  | { rule: 'blacklisted'; reason: string }
  | { rule: 'excluded' }
  | { rule: 'health'; has: HealthLevel; needs: HealthLevel }
  | { rule: 'competitor'; brandId: string; on: Date; withinDays: number }
  | { rule: 'capacity'; activeOrders: number; ordersMax: number }
  | { rule: 'kind-not-accepted'; kind: CreatorNoteKind }
  | { rule: 'above-budget'; quoteCents: number; budgetCents: number }
  | { rule: 'followers'; followers: number; from: number; to: number | null }
  | { rule: 'tier'; tierKey: string; wanted: readonly string[] }
  /** null when it is not known, which is not enough where it is required */
  | { rule: 'disclosure'; disclosedShare: number | null };

const dayMs = 86_400_000;
/** Where disclosure is required, a note in twenty without a mark is a slip and more are a habit [P]. */
const disclosedEnough = 0.95;

/**
 * The hard rules that a creator breaks, all of them and not the first alone. They take no part in the score: health is a gate
 * and never a weight (domain notes 1.1 [B]).
 */
export function brokenRules(brief: MatchBrief, figures: MatchFigures): BrokenRule[] {
  return [...rulesOfTrust(brief, figures), ...rulesOfWork(brief, figures), ...rulesOfSize(brief, figures)];
}

function rulesOfTrust(
  { excludedIds = [], requiredHealth, disclosureRequired }: MatchBrief,
  { creatorId, blacklistReason, health, disclosedShare }: MatchFigures,
): BrokenRule[] {
  const broken: BrokenRule[] = [];
  if (blacklistReason !== null) broken.push({ rule: 'blacklisted', reason: blacklistReason });
  if (excludedIds.includes(creatorId)) broken.push({ rule: 'excluded' });
  // The levels stand from the best to the worst.
  if (requiredHealth && healthLevels.indexOf(health) > healthLevels.indexOf(requiredHealth))
    broken.push({ rule: 'health', has: health, needs: requiredHealth });
  if (disclosureRequired && (disclosedShare === null || disclosedShare < disclosedEnough))
    broken.push({ rule: 'disclosure', disclosedShare });
  return broken;
}

function rulesOfWork(
  { kind, budgetPerNoteCents = Infinity, window, competitors }: MatchBrief,
  { quoteCents, activeOrders, ordersMax, brandWork }: MatchFigures,
): BrokenRule[] {
  const broken: BrokenRule[] = [];
  const { brandIds, withinDays } = competitors ?? { brandIds: [], withinDays: 0 };
  const from = window.from.getTime() - withinDays * dayMs;
  const to = window.to.getTime() + withinDays * dayMs;
  for (const { brandId, on } of brandWork)
    if (brandIds.includes(brandId) && on.getTime() >= from && on.getTime() <= to)
      broken.push({ rule: 'competitor', brandId, on, withinDays });
  if (ordersMax !== null && activeOrders >= ordersMax)
    broken.push({ rule: 'capacity', activeOrders, ordersMax });
  const quote = quoteCents[kind];
  if (quote === null) broken.push({ rule: 'kind-not-accepted', kind });
  else if (quote > budgetPerNoteCents)
    broken.push({ rule: 'above-budget', quoteCents: quote, budgetCents: budgetPerNoteCents });
  return broken;
}

function rulesOfSize(
  { followersFrom = 0, followersTo = Infinity, tierKeys }: MatchBrief,
  { followers, tierKey }: MatchFigures,
): BrokenRule[] {
  const broken: BrokenRule[] = [];
  if (followers < followersFrom || followers > followersTo) {
    const to = Number.isFinite(followersTo) ? followersTo : null;
    broken.push({ rule: 'followers', followers, from: followersFrom, to });
  }
  if (tierKeys && tierKeys.length > 0 && !tierKeys.includes(tierKey))
    broken.push({ rule: 'tier', tierKey, wanted: tierKeys });
  return broken;
}
