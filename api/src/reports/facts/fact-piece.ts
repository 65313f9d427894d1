import type { ReportSpec } from '@poolrise/contracts';
import {
  type DayPeriod,
  type FactId,
  type FactRow,
  type FactTableId,
  type ReportDimension,
  tierOf,
  tierSchemes,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

/** Facts of one thing in one group: of a note, of a creator, or already summed over many rows that are all known. */
export interface FactPiece {
  table: FactTableId;
  /** of each dimension of the report; null is unknown */
  keys: readonly (string | null)[];
  /** by which it meets facts of other tables; null where it was summed over notes */
  note: string | null;
  creator: string | null;
  facts: FactRow;
  /** rows of the source behind it */
  rows: number;
}

/** What a reader of facts has to know. */
export interface ReadAsk {
  tx: EntityManager;
  spec: ReportSpec;
  period: DayPeriod;
  /** facts that the report needs of a table */
  facts: readonly FactId[];
  /** whether rows of different notes have to stay apart */
  byNote: boolean;
}

/** What groups and filters ask of a row. */
export interface Traits {
  note: string | null;
  creator: string | null;
  followers: number | null;
  category: string | null;
  campaign: string | null;
  placement: string | null;
  audience: string | null;
  /** the day by the basis of the report; null is unknown */
  day: string | null;
}

export const noTraits: Traits = {
  note: null,
  creator: null,
  followers: null,
  category: null,
  campaign: null,
  placement: null,
  audience: null,
  day: null,
};

/** Monday of the week of a day. */
const mondayOf = (day: string): string => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
};

/** The key of a day among days, weeks (their Monday) or months. */
export function timeKey(dimension: ReportDimension, day: string): string {
  if (dimension === 'week') return mondayOf(day);
  return dimension === 'month' ? day.slice(0, 7) : day;
}

export function tierKeyOf(schemeId: string, followers: number | null): string | null {
  const scheme = tierSchemes.find(({ id }) => id === schemeId);
  return scheme && followers !== null ? tierOf(scheme, followers).key : null;
}

/** The group of a row. */
export function keysOf({ dimensions, tierScheme }: ReportSpec, traits: Traits): (string | null)[] {
  return dimensions.map((dimension) => {
    switch (dimension) {
      case 'tier':
        return tierKeyOf(tierScheme, traits.followers);
      case 'hour':
      case 'day':
      case 'week':
      case 'month':
        return traits.day === null ? null : timeKey(dimension, traits.day);
      case 'audience-gender':
      case 'audience-age':
        return traits.audience;
      default:
        return traits[dimension];
    }
  });
}

const allows = (wanted: readonly string[], value: string | null): boolean =>
  wanted.length === 0 || (value !== null && wanted.includes(value));

/** Whether a row takes part. What is unknown is not what somebody asked for. */
export function passes({ filters, tierScheme }: ReportSpec, traits: Traits): boolean {
  return (
    allows(filters.noteIds, traits.note) &&
    allows(filters.creatorIds, traits.creator) &&
    allows(filters.categories, traits.category) &&
    (filters.tierKeys.length === 0 || allows(filters.tierKeys, tierKeyOf(tierScheme, traits.followers))) &&
    allows(filters.campaigns, traits.campaign)
  );
}

/** Whether a placement is asked for; rows that have none are no answer to it. */
export const inPlacement = ({ filters }: ReportSpec, placement: string | null): boolean =>
  allows(filters.placements, placement);

/** Whether readers are asked for; of whom it is unknown who they are, they are no answer to it. */
export const inAudience = ({ filters }: ReportSpec, audience: string | null): boolean =>
  allows(filters.audiences, audience);
