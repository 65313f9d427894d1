import type { UsageRightsTerms } from '@poolrise/contracts';
import { rightsBounds, usualRights } from '@poolrise/domain';
import { wholeOf } from '../../ui/whole-of';

/** Rights as they are typed; not agreed on, the rest is kept in case they are. */
export interface RightsDraft extends Omit<UsageRightsTerms, 'days'> {
  agreed: boolean;
  days: string;
}

/** Rights as a form shows them; where none are agreed on, the usual ones stand ready. */
export const rightsDraftOf = (rights: UsageRightsTerms | null): RightsDraft => {
  const shown = rights ?? usualRights;
  return { ...shown, channels: [...shown.channels], agreed: rights !== null, days: String(shown.days) };
};
export const usualRightsDraft = (): RightsDraft => rightsDraftOf(usualRights);

export type RightsFault = 'channels' | 'days';
export function rightsFaults({ agreed, channels, days }: RightsDraft): RightsFault[] {
  if (!agreed) return [];
  const whole = wholeOf(days);
  const within = whole !== null && whole >= rightsBounds.daysLeast && whole <= rightsBounds.daysMost;
  return [...(channels.length ? [] : ['channels' as const]), ...(within ? [] : ['days' as const])];
}

/** What goes to the api of a draft without faults; null: the note is not used for anything else. */
export const rightsOf = ({ agreed, days, ...rights }: RightsDraft): UsageRightsTerms | null =>
  agreed ? { ...rights, days: Number(days) } : null;
