import { boostTerms } from '@poolrise/domain';
import type { Fault } from './briefs';

interface Mix {
  shares: readonly {
    tierKeys: readonly string[];
    shareOfCreators: number | null;
    shareOfSpend: number | null;
  }[];
}
const sharesOfMix = ['shareOfCreators', 'shareOfSpend'] as const;
const whole = 1;
/** A percent and a rounding are let pass. */
const nearlyWhole = 0.0051;

/** Shares that are given for every part must come to the whole, and a tier has one part at most. */
export function mixFaults(mix: Mix | null): Fault[] {
  if (!mix) return [];
  const keys = mix.shares.flatMap(({ tierKeys }) => tierKeys);
  const twice = mix.shares.findIndex(({ tierKeys }, at) =>
    tierKeys.some((key) => mix.shares.slice(0, at).some((before) => before.tierKeys.includes(key))),
  );
  const faults: Fault[] =
    new Set(keys).size < keys.length
      ? [
          {
            path: ['ownMix', 'shares', Math.max(0, twice), 'tierKeys'],
            message: 'names a tier that has a share already',
          },
        ]
      : [];
  if (mix.shares.every((part) => sharesOfMix.every((name) => part[name] === null)))
    faults.push({ path: ['ownMix', 'shares'], message: 'ask for nothing: give a tier its share' });
  for (const name of sharesOfMix) {
    const given = mix.shares.filter((part) => part[name] !== null);
    if (given.length === 0) continue;
    const sum = given.reduce((all, part) => all + (part[name] ?? 0), 0);
    const left = whole - sum;
    const [some, percent] = [given.length < mix.shares.length, Math.round(Math.abs(left) * 1_000) / 10];
    if (left < -nearlyWhole || (!some && left > nearlyWhole))
      faults.push({
        path: ['ownMix', 'shares'],
        message: `come to ${Math.round(sum * 1_000) / 10} % of ${name === 'shareOfSpend' ? 'spend' : 'creators'}: ${
          left > 0 ? `${percent} % are left to give` : `take ${percent} % away`
        }`,
      });
  }
  return faults;
}

/** Boosts bring readers, and the smallest of them has to be paid for. */
export function boostFaults(
  boosts: { shareMax: number } | null,
  budgetCents: number,
  counting: 'followers' | 'readers',
): Fault[] {
  if (!boosts || !(boosts.shareMax > 0)) return [];
  const faults: Fault[] = [];
  if (counting === 'followers')
    faults.push({
      path: ['counting'],
      message: 'is followers, and boosts bring readers: count readers, or leave boosts out',
    });
  const most = Math.floor(budgetCents * boosts.shareMax);
  if (most < boostTerms.minBudgetCents)
    faults.push({
      path: ['boosts', 'shareMax'],
      message: `allows boosts ¥${(most / 100).toFixed(2)}, and the smallest costs ¥${boostTerms.minBudgetCents / 100}: raise it or the budget`,
    });
  return faults;
}
