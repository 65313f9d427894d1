import type { PortfolioWishes } from '@poolrise/contracts';
import {
  type MatchFigures,
  tierMixPresets,
  tierOf,
  type TierScheme,
  tierSchemes,
  withPlatformFee,
} from '@poolrise/domain';
import { Refused } from '../http/refused';
import type { Ranked } from './matches.service';
import type { KeptCandidate } from './portfolio.entity';

/** The scheme whose tiers a mix speaks of: that of the preset, or the workspace's own. */
export function schemeOfMix({ mixPreset }: PortfolioWishes, own: TierScheme): TierScheme {
  const preset = tierMixPresets.find(({ id }) => id === mixPreset);
  return tierSchemes.find(({ id }) => id === preset?.scheme) ?? own;
}

/**
 * Who is considered: the top of the ranking or those who were named, and whoever must be in it.
 * @throws Refused invalid-input for somebody who does not fit the brief at all or makes no note of the kind
 */
export function candidatesFor(wishes: PortfolioWishes, ranked: Ranked): KeptCandidate[] {
  const { candidates, ranking, scheme, wishes: brief } = ranked;
  const figures = new Map(candidates.figures.map((one) => [one.creatorId, one]));
  const ofMix = schemeOfMix(wishes, scheme);
  checkMix(wishes, scheme);
  checkNamed(wishes, (id) => typeof figures.get(id)?.quoteCents[brief.kind] === 'number');
  const ids = wishes.creatorIds ?? ranking.ranked.slice(0, wishes.top).map(({ creatorId }) => creatorId);
  return [...new Set([...ids, ...wishes.mustHaveIds])].map((id) => {
    const { followers, quoteCents, reads } = figures.get(id) as MatchFigures;
    return {
      id,
      priceCents: withPlatformFee(quoteCents[brief.kind] as number),
      tierKey: tierOf(ofMix, followers).key,
      category: candidates.categories.get(id) ?? '',
      readShare: readShareOf(wishes, followers, reads?.median ?? null),
    };
  });
}

/** Of a creator whose reads are not known, one follower in a hundred is taken to read [P]. */
const readShareUnknown = 0.01;

/** Reads of the middle note for every follower, at most one each. */
function readShareOf({ counting }: PortfolioWishes, followers: number, reads: number | null): number {
  if (counting === 'followers') return 1;
  if (!reads || followers === 0) return readShareUnknown;
  return Math.min(1, reads / followers);
}

function checkNamed(
  { creatorIds, mustHaveIds }: PortfolioWishes,
  hasQuote: (creatorId: string) => boolean,
): void {
  const fields = Object.entries({ creatorIds: creatorIds ?? [], mustHaveIds }).flatMap(([name, named]) =>
    named.flatMap((id, at) =>
      hasQuote(id)
        ? []
        : [
            {
              field: `/wishes/${name}/${at}`,
              detail:
                'This creator does not fit the brief, or has no quote for a note of its kind: leave her out.',
            },
          ],
    ),
  );
  const [first] = fields;
  if (first) throw new Refused('invalid-input', { ...first, fields: fields.slice(0, 20) });
}

function checkMix({ ownMix }: PortfolioWishes, { tiers }: TierScheme): void {
  ownMix?.shares.forEach(({ tierKeys }, at) => {
    const unknown = tierKeys.find((key) => !tiers.some((tier) => tier.key === key));
    if (unknown !== undefined)
      throw new Refused('invalid-input', {
        field: `/wishes/ownMix/shares/${at}/tierKeys`,
        detail: `${unknown} is no tier of this workspace: ${tiers.map(({ key }) => key).join(', ')}.`,
      });
  });
}
