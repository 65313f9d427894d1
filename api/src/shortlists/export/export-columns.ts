import type { Cell } from '../../files/csv';
import {
  type CreatorRow,
  type ExportColumn,
  exportColumns,
  type KeptColumn,
  percentileColumns,
  type WhoColumn,
} from '@poolrise/contracts';
import {
  categoryNames,
  type CreatorMetric,
  creatorMetricIds,
  healthNames,
  metrics,
  type MetricUnit,
  personaNames,
  provinceNames,
  styleNames,
} from '@poolrise/domain';
import {
  cityNames,
  cityTierNames,
  columnNames,
  type FileLanguage,
  genderNames,
  inLanguage,
  named,
  subCategoryNames,
} from './export-words';

/** A creator with what the workspace keeps about them. */
export interface ExportRow {
  creator: CreatorRow;
  note: string;
  tags: readonly string[];
  blacklistedReason: string | null;
}

export type CellKind = 'text' | 'integer' | 'ratio' | 'yuan' | 'minutes';

export interface FileColumn {
  id: ExportColumn;
  header: string;
  kind: CellKind;
  cellOf: (row: ExportRow) => Cell;
}

/** Without a choice: everything but the percentiles, which double the width. */
export const columnsByDefault: readonly ExportColumn[] = exportColumns.filter(
  (id) => !(percentileColumns as readonly string[]).includes(id) && id !== 'peers',
);

/** The columns in the order asked for, each once. */
export const fileColumns = (ids: readonly ExportColumn[], language: FileLanguage): FileColumn[] =>
  ids.map((id) => columnOf(id, language));

function columnOf(id: ExportColumn, language: FileLanguage): FileColumn {
  const [metric = '', percentile] = id.split('.');
  if (isMetric(metric))
    return percentile ? percentileColumn(metric, language) : metricColumn(metric, language);
  const known = id as WhoColumn | KeptColumn | 'peers';
  const header = inLanguage(columnNames[known], language);
  if (known === 'peers') return { id, header, kind: 'integer', cellOf: ({ creator }) => creator.peers };
  return { id, header, kind: 'text', cellOf: textCells(language)[known] };
}

const isMetric = (id: string): id is CreatorMetric => (creatorMetricIds as readonly string[]).includes(id);

export const kindOf: Partial<Record<MetricUnit, CellKind>> = {
  count: 'integer',
  ratio: 'ratio',
  cents: 'yuan',
  minutes: 'minutes',
};

function metricColumn(metric: CreatorMetric, language: FileLanguage): FileColumn {
  const kind = kindOf[metrics[metric].unit];
  if (!kind) throw new Error(`no file has a column for the unit of ${metric}`);
  return {
    id: metric,
    header: `${inLanguage(metrics[metric], language)}${inLanguage(unitNames[kind], language)}`,
    kind,
    cellOf: ({ creator }) => rounded(creator.figures[metric], kind),
  };
}

function percentileColumn(metric: CreatorMetric, language: FileLanguage): FileColumn {
  const name = inLanguage(metrics[metric], language);
  return {
    id: `${metric}.percentile`,
    header: language === 'en' ? `${name}, percentile among peers` : `${name}（同类百分位）`,
    kind: 'integer',
    cellOf: ({ creator }) => creator.percentiles[metric],
  };
}

const unitNames = {
  text: { zh: '', en: '' },
  integer: { zh: '', en: '' },
  ratio: { zh: '', en: '' },
  yuan: { zh: '（元）', en: ' (CNY)' },
  minutes: { zh: '（分钟）', en: ' (minutes)' },
} as const;

/** Money in yuan to a hundredth of a fen, since a read costs less than one; ratios to a millionth. */
function rounded(value: number | null, kind: CellKind): number | null {
  if (value === null) return null;
  if (kind === 'yuan') return Math.round(value * 100) / 10_000;
  return Math.round(value * 1_000_000) / 1_000_000;
}

type TextColumn = WhoColumn | KeptColumn;

function textCells(language: FileLanguage): Record<TextColumn, (row: ExportRow) => string | null> {
  const several = (words: readonly string[], name = (word: string) => word) =>
    words.map(name).join(language === 'en' ? ', ' : '、');
  const of = {
    category: named(categoryNames, language),
    subCategory: named(subCategoryNames, language),
    persona: named(personaNames, language),
    style: named(styleNames, language),
    gender: named(genderNames, language),
    province: named(provinceNames, language),
    city: named(cityNames, language),
    cityTier: named(cityTierNames, language),
    health: named(healthNames, language),
  };
  const [image, video] = language === 'en' ? ['image notes', 'video notes'] : ['图文', '视频'];
  const [yes, no] = language === 'en' ? ['yes', 'no'] : ['是', '否'];
  return {
    name: ({ creator }) => creator.name,
    redId: ({ creator }) => creator.redId,
    platformId: ({ creator }) => creator.platformId,
    tier: ({ creator }) => inLanguage(creator.tier.name, language),
    categories: ({ creator }) => several(creator.categories, of.category),
    subCategories: ({ creator }) => several(creator.subCategories, of.subCategory),
    personas: ({ creator }) => several(creator.personas, of.persona),
    styles: ({ creator }) => several(creator.styles, of.style),
    gender: ({ creator }) => of.gender(creator.gender),
    province: ({ creator }) => creator.province && of.province(creator.province),
    city: ({ creator }) => creator.city && of.city(creator.city),
    cityTier: ({ creator }) => of.cityTier(creator.cityTier),
    mcn: ({ creator }) => creator.mcn,
    health: ({ creator }) => of.health(creator.health),
    accepts: ({ creator }) =>
      several([
        ...(creator.acceptsImage ? [image ?? ''] : []),
        ...(creator.acceptsVideo ? [video ?? ''] : []),
      ]),
    lastNoteAt: ({ creator }) => (creator.lastNoteAt ? inShanghai(new Date(creator.lastNoteAt)) : null),
    deleted: ({ creator }) => (creator.deleted ? yes : no) ?? null,
    note: ({ note }) => note,
    tags: ({ tags }) => several(tags),
    blacklistedReason: ({ blacklistedReason }) => blacklistedReason,
  };
}

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});
/** 2026-11-24 14:02 */
export const inShanghai = (at: Date): string => shanghai.format(at);
