import type { Bilingual, Language } from '../notes/note';
import type { Precision } from './evaluate-metric';
import { type MetricId, metrics } from './definitions';
import { markNames } from './mark';
import { axesOf, type DefinitionChoice, formulaOf, type OpenTerm, resolveShape } from './metric-shape';
import { type CountedOver, countedOver } from './streams';

/** Something that numbers came from: a file that was brought in, or a stream of the product's own. */
export interface Origin {
  kind: 'file' | 'stream';
  id: string;
  name: string;
  /** rows of it behind the figure, where they are counted */
  rows?: number;
}

/** Where a figure comes from. Any figure of a screen or a report can carry it. */
export interface Lineage {
  metric: MetricId;
  /** null where nothing was computed, and the definition speaks for itself */
  choice: DefinitionChoice | null;
  /** the ones with the most rows first; `originsInAll` says how many there are when some are left out */
  origins: readonly Origin[];
  originsInAll: number;
  /** days that it covers, `YYYY-MM-DD`, by the calendar of `timeZone`; null when the figure has no period */
  window: { from: string; to: string; timeZone: string } | null;
  /** the period in words, where each row has its own */
  span?: CountedOver;
  /** the latest moment or day that the data speak of, ISO 8601; null when no source says */
  dataAt: string | null;
  precision: readonly Precision[];
  rows: number;
  unknownRows: number;
  /** for ROI(T+x) and its like: days after the exposure */
  cycleDays?: number;
}

export const lineageKeys = [
  'metric',
  'formula',
  'definition',
  'measured',
  'origins',
  'window',
  'data-at',
  'precision',
  'source',
] as const;
export type LineageKey = (typeof lineageKeys)[number];

/** One line of an explanation: what it is about, and what it says. */
export interface LineageLine {
  key: LineageKey;
  label: string;
  text: string;
}

const labels: Readonly<Record<LineageKey, Bilingual>> = {
  metric: { zh: '指标', en: 'Metric' },
  formula: { zh: '公式', en: 'Formula' },
  definition: { zh: '口径', en: 'Definition' },
  measured: { zh: '统计窗口', en: 'Measured over' },
  origins: { zh: '数据来源', en: 'From' },
  window: { zh: '时间范围', en: 'Period' },
  'data-at': { zh: '数据截至', en: 'Data as of' },
  precision: { zh: '精度', en: 'Precision' },
  source: { zh: '定义出处', en: 'Defined by' },
};

const choiceWords: Readonly<Record<OpenTerm, (choice: DefinitionChoice) => Bilingual>> = {
  interactions: ({ interactions }) =>
    ({
      LCC: { zh: '互动 = 赞 + 藏 + 评（LCC）', en: 'interactions are likes, collects, comments (LCC)' },
      LCCS: {
        zh: '互动 = 赞 + 藏 + 评 + 转（LCCS）',
        en: 'interactions are likes, collects, comments, shares (LCCS)',
      },
      LCCSF: {
        zh: '互动 = 赞 + 藏 + 评 + 转 + 关（LCCSF）',
        en: 'interactions are likes, collects, comments, shares, follows (LCCSF)',
      },
    })[interactions],
  cost: ({ cost }) =>
    ({
      quote: { zh: '成本 = 报价，不含服务费', en: 'cost is the quote without the service fee' },
      order: { zh: '成本 = 报价 + 服务费', en: 'cost is the quote and the service fee' },
      true: {
        zh: '成本 = 报价 + 服务费 + 广告 + 加热 − 券',
        en: 'cost is quote, service fee, ads and boosts less vouchers',
      },
    })[cost],
  gmv: ({ refunds }) =>
    refunds === 'net'
      ? { zh: '支付金额已扣除退款', en: 'refunds are taken off' }
      : { zh: '支付金额含退款', en: 'refunds are included' },
};

const precisionWords: Readonly<Record<Precision, (lineage: Lineage) => Bilingual>> = {
  exact: () => ({ zh: '精确计数', en: 'counted exactly' }),
  rounded: () => ({ zh: '含四舍五入的数', en: 'has rounded numbers in it' }),
  'lower-bound': () => ({
    zh: '含只知下限的数（如 10万+）',
    en: 'has numbers known only from below (such as 100k+)',
  }),
  estimate: () => ({ zh: '含估算值', en: 'has estimates in it' }),
  partial: ({ rows, unknownRows }) => ({
    zh: `${rows} 行中有 ${unknownRows} 行未知，未计入（未知不等于 0）`,
    en: `${unknownRows} of ${rows} rows are unknown and left out (unknown is not zero)`,
  }),
};

/** Names that an explanation tells before it counts the rest. */
const namesMost = 3;

function originsText({ origins, originsInAll }: Lineage): Bilingual | null {
  if (!origins.length) return null;
  const told = origins.slice(0, namesMost);
  const rest = originsInAll - told.length;
  const one = ({ kind, name, rows }: Origin): Bilingual => ({
    zh: `${kind === 'file' ? '文件' : '数据流'}「${name}」${rows === undefined ? '' : `${rows} 行`}`,
    en: `${kind === 'file' ? 'file' : 'stream'} “${name}”${rows === undefined ? '' : `, ${rows} ${rows === 1 ? 'row' : 'rows'}`}`,
  });
  return {
    zh: told.map((origin) => one(origin).zh).join('、') + (rest > 0 ? `，另有 ${rest} 个` : ''),
    en: told.map((origin) => one(origin).en).join('; ') + (rest > 0 ? `; and ${rest} more` : ''),
  };
}

function measuredText({ metric, cycleDays }: Lineage): Bilingual | null {
  if (cycleDays !== undefined)
    return {
      zh: `曝光日起 ${cycleDays} 天（T+${cycleDays}）`,
      en: `${cycleDays} days from the day of exposure (T+${cycleDays})`,
    };
  return metrics[metric].window ?? null;
}

/**
 * The explanation of a figure, line by line in the order of `lineageKeys`; lines about which nothing is known are left out.
 * The formula is the one computed, under the definitions chosen.
 */
export function describeLineage(lineage: Lineage, language: Language): LineageLine[] {
  const { metric, choice, window, span, dataAt, precision } = lineage;
  const { zh, en, formula, shape, source, mark } = metrics[metric];
  const axes = shape ? axesOf(shape) : [];
  const join = (texts: Bilingual[]): Bilingual | null =>
    texts.length
      ? { zh: texts.map((text) => text.zh).join('；'), en: texts.map((text) => text.en).join('; ') }
      : null;
  const texts: Readonly<Record<LineageKey, Bilingual | null>> = {
    metric: { zh, en },
    // A formula with a choice in it is read off what was chosen; the others keep the words of their definition.
    formula: shape && choice && axes.length ? formulaOf(resolveShape(shape, choice)) : formula,
    definition: choice && join(axes.map((axis) => choiceWords[axis](choice))),
    measured: measuredText(lineage),
    origins: originsText(lineage),
    window: window
      ? {
          zh: `${window.from} 至 ${window.to}（${window.timeZone}）`,
          en: `${window.from} to ${window.to} (${window.timeZone})`,
        }
      : span
        ? countedOver[span]
        : null,
    'data-at': dataAt === null ? null : { zh: dataAt, en: dataAt },
    precision: join(precision.map((one) => precisionWords[one](lineage))),
    source: { zh: `${source}（${markNames[mark].zh}）`, en: `${source} (${markNames[mark].en})` },
  };
  return lineageKeys.flatMap((key) => {
    const text = texts[key]?.[language];
    return text ? [{ key, label: labels[key][language], text }] : [];
  });
}
