import {
  type GrowthFacts,
  growthLevel,
  growthLevelMost,
  growthLevels,
  type GrowthRule,
  growthRules,
} from './growth-levels';

/** One rule of a level beside what the desk has; `missing` is how far it is to go, or by how many there are too many. */
export interface GrowthLine {
  rule: GrowthRule;
  have: number;
  need: number;
  missing: number;
  met: boolean;
}

/** The rules of a level, in the order of the rules. Units are those of the facts. Source: `growthLevels`. */
export function growthLines(level: number, facts: GrowthFacts): GrowthLine[] {
  const { rules } = growthLevel(level);
  return growthRules.flatMap((rule): GrowthLine[] => {
    const need = rules[rule];
    if (need === undefined) return [];
    const have = facts[rule];
    const missing = Math.max(0, rule === 'violations' ? have - need : need - have);
    return [{ rule, have, need, missing, met: missing === 0 }];
  });
}

export interface GrowthJudgement {
  /** the highest level of which every rule is met */
  level: number;
  /** the rules of the level above; null from the highest on */
  next: { level: number; lines: GrowthLine[] } | null;
}

/**
 * Which level the figures of a desk reach, and what is missing to the next.
 *
 * Units: those of the facts. Source: `growthLevels` [P].
 */
export function judgeGrowth(facts: GrowthFacts): GrowthJudgement {
  const level = growthLevels.reduce(
    (highest, { level: one }) => (growthLines(one, facts).every(({ met }) => met) ? one : highest),
    1,
  );
  const next = level < growthLevelMost ? level + 1 : null;
  return { level, next: next === null ? null : { level: next, lines: growthLines(next, facts) } };
}
