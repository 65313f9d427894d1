import type { Mark } from '../metrics/mark';
import type { Category } from '../notes/categories';
import type { Language } from '../notes/note';
import type { BriefComponent, BriefTemplate } from './brief-template';
import { briefPresetRows } from './brief-preset-rows';
import { usualRights } from './usage-rights';

/** What a preset says in one language. */
export interface PresetWords {
  name: string;
  goal: string;
  sellingPoints: string[];
  must: string[];
  mustNot: string[];
  disclosure: string;
}

/** A template that comes with the product, from one day on; a later row of a category takes the place of the earlier ones. */
export interface BriefPresetRow {
  category: Category;
  /** first day in force, `YYYY-MM-DD` in Shanghai */
  from: string;
  mark: Mark;
  source: string;
  noteType: 'image' | 'video';
  withSample: boolean;
  withOutline: boolean;
  components: BriefComponent[];
  words: Record<Language, PresetWords>;
}

/**
 * Presets in force on a day, `YYYY-MM-DD` in Shanghai: of each category the latest row that has begun. Terms that a row does
 * not name are the usual ones.
 */
export function briefPresetsOn(
  day: string,
  language: Language,
  protectionDays: number,
  rows: readonly BriefPresetRow[] = briefPresetRows,
): { name: string; template: BriefTemplate }[] {
  const latest = new Map<Category, BriefPresetRow>();
  const begun = rows.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const one of begun) latest.set(one.category, one);
  return [...latest.values()].map(({ category, noteType, withSample, withOutline, components, words }) => {
    const { name, ...said } = words[language];
    return {
      name,
      template: {
        ...said,
        ...{ category, language, noteType, withSample, withOutline, components, protectionDays },
        withAdAudit: false,
        effectMode: false,
        revisionsMost: null,
        rights: usualRights,
      },
    };
  });
}
