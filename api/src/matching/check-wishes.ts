import type { BriefWishes } from '@poolrise/contracts';
import type { CreatorTier } from '@poolrise/domain';

interface Known {
  /** null when the window need not lie ahead */
  today: string | null;
  tiers: readonly CreatorTier[];
  presets: readonly string[];
  /** of the creators that the brief names, those who are in the directory */
  creatorIds: ReadonlySet<string>;
}

/** What in a brief contradicts the calendar, the directory or the workspace's tiers, field by field. */
export function checkWishes(wishes: BriefWishes, known: Known): { field: string; detail: string }[] {
  const faults: { field: string; detail: string }[] = [];
  const fault = (field: string, detail: string): void => {
    faults.push({ field: `/wishes/${field}`, detail });
  };
  const { window, tierKeys, presetId, excludedIds, followersFrom, followersTo } = wishes;
  if (known.today !== null && window.to < known.today)
    fault(
      'window/to',
      `The window ended on ${window.to} and today is ${known.today}: no note can be published in it.`,
    );
  tierKeys.forEach((key, at) => {
    if (!known.tiers.some((tier) => tier.key === key))
      fault(
        `tierKeys/${at}`,
        `${key} is no tier of this workspace: ${known.tiers.map((tier) => tier.key).join(', ')}.`,
      );
  });
  if (presetId !== null && !known.presets.includes(presetId))
    fault('presetId', `There is no such preset of weights: ${known.presets.join(', ')}, or null.`);
  excludedIds.forEach((id, at) => {
    if (!known.creatorIds.has(id)) fault(`excludedIds/${at}`, 'There is no creator with this id.');
  });
  const bounds = tierKeys.flatMap((key) => boundsOf(known.tiers, key));
  const meets = bounds.some(
    ({ from, below }) => (followersTo ?? Infinity) >= from && (followersFrom ?? 0) < below,
  );
  if (bounds.length > 0 && !meets)
    fault('tierKeys', 'No tier that is wanted has creators with so many followers: nobody can be both.');
  return faults;
}

function boundsOf(tiers: readonly CreatorTier[], key: string): { from: number; below: number }[] {
  const at = tiers.findIndex((tier) => tier.key === key);
  const tier = tiers[at];
  return tier ? [{ from: tier.from, below: tiers[at + 1]?.from ?? Infinity }] : [];
}
