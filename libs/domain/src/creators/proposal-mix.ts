/** One place of a proposal as its mix counts it. */
export interface MixItem {
  creator: string;
  tier: string;
  category: string;
  notes: number;
  priceCents: number;
}

/** How many creators and notes a group has, and what it costs. */
export interface ProposalMixPart {
  key: string;
  creators: number;
  notes: number;
  priceCents: number;
}

/**
 * What a proposal is made of, by tier or by main category, the dearest group first. A creator with two places counts once.
 * Units: cents of all notes together; the parts sum to the whole.
 */
export function mixBy(items: readonly MixItem[], of: 'tier' | 'category'): ProposalMixPart[] {
  const groups = new Map<string, MixItem[]>();
  for (const item of items) groups.set(item[of], [...(groups.get(item[of]) ?? []), item]);
  return [...groups]
    .map(([key, group]) => ({
      key,
      creators: new Set(group.map(({ creator }) => creator)).size,
      notes: group.reduce((sum, { notes }) => sum + notes, 0),
      priceCents: group.reduce((sum, { priceCents }) => sum + priceCents, 0),
    }))
    .sort((one, other) => other.priceCents - one.priceCents || (one.key < other.key ? -1 : 1));
}
