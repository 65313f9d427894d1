import { type Bilingual, type CreatorMetric, markNames, metrics, type TierScheme } from '@poolrise/domain';
import { type FileColumn, inShanghai } from './export-columns';
import { type FileLanguage, inLanguage } from './export-words';

/** What a file says of itself, so that it is understood when it has been passed on. */
export interface ExportOrigin {
  workspaceName: string;
  /** the list, or that some creators were chosen */
  from: Bilingual;
  purpose: string;
  /** of a search: what was asked, by name */
  filters: [name: Bilingual, value: Bilingual][];
  count: number;
  at: Date;
  scheme: TierScheme;
}

/** In one cell: from where, and how many. */
export function originText({ from, filters, count }: ExportOrigin, language: FileLanguage): string {
  const asked = filters.map(
    ([name, value]) => `${inLanguage(name, language)}: ${inLanguage(value, language)}`,
  );
  return language === 'en'
    ? [from.en, ...asked, `${count} creators`].join('; ')
    : [from.zh, ...asked, `共 ${count} 位博主`].join('；');
}

/** Lines of name and value about the whole file. */
export function statementLines(origin: ExportOrigin, language: FileLanguage): [string, string | number][] {
  const { workspaceName, from, purpose, filters, count, at, scheme } = origin;
  const bounds = scheme.tiers.map(({ name, from: least }) => `${inLanguage(name, language)} ≥ ${least}`);
  const lines: [Bilingual, string | number][] = [
    [{ zh: '空间', en: 'Workspace' }, workspaceName],
    [{ zh: '导出范围', en: 'Exported from' }, inLanguage(from, language)],
    ...(purpose ? [[{ zh: '用途', en: 'Purpose' }, purpose] satisfies [Bilingual, string]] : []),
    ...filters.map(([name, value]): [Bilingual, string] => [
      { zh: `筛选：${name.zh}`, en: `Filter: ${name.en}` },
      inLanguage(value, language),
    ]),
    [{ zh: '博主数', en: 'Creators' }, count],
    [{ zh: '导出时间（北京时间）', en: 'Exported at (Beijing time)' }, inShanghai(at)],
    [
      { zh: '量级划分', en: 'Tiers' },
      `${inLanguage(scheme.name, language)}: ${bounds.join(language === 'en' ? ', ' : '、')}`,
    ],
    [{ zh: '量级划分的来源', en: 'Source of the tiers' }, scheme.source],
    [
      { zh: '同类博主', en: 'Peers' },
      language === 'en'
        ? 'same tier and main category; percentiles need at least 10 of them'
        : '同量级、同主类目；不足 10 位时不给百分位',
    ],
    [
      { zh: '空白', en: 'Empty cells' },
      language === 'en' ? 'not known, which is not zero' : '表示未知，不等于 0',
    ],
  ];
  return lines.map(([name, value]) => [inLanguage(name, language), value]);
}

export const definitionHeaders = (language: FileLanguage): string[] =>
  language === 'en' ? ['Metric', 'Definition', 'Source', 'Certainty'] : ['指标', '定义', '来源', '可信度'];

/** What each metric of the file means, once. */
export function definitionLines(columns: readonly FileColumn[], language: FileLanguage): string[][] {
  const ids = columns.map(({ id }) => id.split('.')[0] ?? '').filter((id) => Object.hasOwn(metrics, id));
  return [...new Set(ids)].map((id) => {
    const metric = metrics[id as CreatorMetric];
    return [
      inLanguage(metric, language),
      inLanguage(metric.formula, language),
      metric.source,
      `${metric.mark} · ${inLanguage(markNames[metric.mark], language)}`,
    ];
  });
}
