import { inject, Service } from '@angular/core';
import type { ReportFigure, ReportResult, ReportSpec } from '@poolrise/contracts';
import {
  audienceKeys,
  categories,
  type Category,
  type DayPeriod,
  dimensionNames,
  factTables,
  type FactId,
  factIds,
  type MetricId,
  metrics,
  type PlanObstacle,
  planReasonWords,
  rails,
  type Rail,
  readHourKey,
  reportFacts,
  type ReportDimension,
  tierSchemes,
} from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import type { Explained, Said } from '../ui/lineage-panel';

type Cell = NonNullable<ReportResult['totals'][number]>;
type Change = NonNullable<Cell['change']>;
type Column = ReportResult['columns'][number];
type Obstacle = Column['leavesOut'][number] | PlanObstacle;
type Key = ReportResult['rows'][number]['keys'][number];

const placements = ['promoted', 'heated'] as const;
const audiences = [...audienceKeys['audience-gender'], ...audienceKeys['audience-age']];
const oneOf = <T extends string>(list: readonly T[], key: string): key is T =>
  (list as readonly string[]).includes(key);

/** How figures, groups and reasons of reports are said. */
@Service()
export class ReportWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  metric(id: MetricId): string {
    return this.texts.of(metrics[id]);
  }

  dimension(id: ReportDimension): string {
    return this.texts.of(dimensionNames[id]);
  }

  period({ from, to }: DayPeriod): string {
    return this.texts.say('reports.period.fromTo', { from: this.day(from), to: this.day(to) });
  }

  /** A day of a calendar, whatever the zone: never moved by one. */
  day(day: string): string {
    return this.format.day(`${day}T04:00:00Z`);
  }

  /** A figure with the sign of how exact it is: ≈ rounded or estimated, ≥ and ≤ known from one side. */
  figure(metric: MetricId, figure: ReportFigure): string {
    const { value, low, high, precision } = figure;
    const text = this.format.metric(metric, value);
    if (value === null) return text;
    if (precision.includes('lower-bound')) {
      if (high === null && low !== null) return `≥ ${text}`;
      if (low === null && high !== null) return `≤ ${text}`;
      return `≈ ${text}`;
    }
    return precision.includes('rounded') || precision.includes('estimate') ? `≈ ${text}` : text;
  }

  isPartial({ value, precision }: ReportFigure): boolean {
    return value !== null && precision.includes('partial');
  }

  /** Between what the truth lies; undefined where the figure is exact. */
  between(metric: MetricId, { value, low, high }: ReportFigure): string | undefined {
    if (value === null || (low === value && high === value)) return undefined;
    const say = (bound: number | null) => (bound === null ? '' : this.format.metric(metric, bound));
    if (low !== null && high !== null)
      return this.texts.say('reports.figure.between', { low: say(low), high: say(high) });
    if (low !== null) return this.texts.say('reports.figure.atLeast', { low: say(low) });
    return high !== null ? this.texts.say('reports.figure.atMost', { high: say(high) }) : undefined;
  }

  /** Where a figure of a column comes from, or why there is none. */
  explain(column: Column, cell: Cell | null | undefined, spec: ReportSpec): Explained {
    const { metric, lineage, refusal, countsPeopleAgain } = column;
    if (refusal) return { metric, lineage: null, reason: this.obstacle(refusal) };
    const figure = cell?.figure;
    const reason = !figure
      ? this.texts.say('reports.figure.none')
      : figure.value === null
        ? this.silence(figure)
        : countsPeopleAgain
          ? this.texts.say('reports.figure.peopleAgain')
          : undefined;
    return {
      metric,
      lineage: lineage && {
        metric,
        choice: spec.choice,
        ...lineage,
        precision: figure?.precision ?? [],
        rows: figure?.rows ?? 0,
        unknownRows: figure?.unknownRows ?? 0,
      },
      ...(reason && { reason }),
      beside: cell ? this.beside(metric, cell) : [],
    };
  }

  private beside(metric: MetricId, { figure, change }: Cell): Said[] {
    const between = this.between(metric, figure);
    const moved = change && change.difference !== null ? change : null;
    return [
      ...(between ? [{ label: this.texts.say('reports.figure.truth'), text: between }] : []),
      ...(moved
        ? [
            {
              label: this.texts.say('reports.figure.before'),
              text: this.texts.say('reports.figure.moved', {
                before: this.figure(metric, moved.before),
                moved: this.change(metric, moved),
                chance: this.chance(moved),
              }),
            },
          ]
        : []),
    ];
  }

  /** Why a figure is unknown. */
  private silence({ rows, unknownRows }: ReportFigure): string {
    if (rows === 0) return this.texts.say('reports.figure.noRows');
    if (unknownRows === rows) return this.texts.count('reports.figure.allUnknown', rows);
    return this.texts.say('reports.figure.nothingToDivide');
  }

  /** What stands in the way, with the dimension or the source that it is about. */
  obstacle({ reason, dimension, fact, table }: Obstacle): string {
    const parts: string[] = [];
    if (table) parts.push(this.texts.of(factTables[table].name));
    else if (fact && oneOf<FactId>(factIds, fact)) parts.push(this.texts.of(reportFacts[fact]));
    if (dimension) parts.push(this.texts.say('reports.figure.by', { name: this.dimension(dimension) }));
    const words = this.texts.of(planReasonWords[reason]);
    return parts.length ? this.texts.say('reports.figure.about', { what: parts.join(' '), words }) : words;
  }

  /** How a figure moved against the other period. */
  change(metric: MetricId, { difference, differenceUnit, times }: Change): string {
    if (difference === null) return this.texts.say('common.noComparison');
    const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±';
    if (differenceUnit === 'points') {
      const perMille = metrics[metric].unit === 'perMille';
      const n = this.format.decimal(Math.abs(perMille ? difference : 100 * difference), 2);
      return this.texts.say(perMille ? 'reports.change.perMille' : 'reports.change.points', { n: sign + n });
    }
    if (times !== null) return `${sign}${this.format.percent(Math.abs(times - 1), 1)}`;
    return `${sign}${this.format.metric(metric, Math.abs(difference))}`;
  }

  /** Whether more than chance stands behind it. */
  chance({ beyondChance, difference }: Change): string {
    if (difference === null) return '';
    if (beyondChance.verdict === null)
      return this.texts.say(`reports.change.silence.${beyondChance.because}`);
    return this.texts.say(beyondChance.verdict ? 'reports.change.real' : 'reports.change.noise');
  }

  /** The group of a row as people call it. */
  key(
    dimension: ReportDimension,
    { key, name }: Key,
    { tierScheme }: Pick<ReportSpec, 'tierScheme'>,
  ): string {
    if (name) return name;
    if (key === null) return this.texts.say('reports.table.unknownGroup');
    switch (dimension) {
      case 'hour':
        return this.hour(key);
      case 'day':
        return this.day(key);
      case 'week':
        return this.texts.say('reports.table.weekOf', { day: this.day(key) });
      case 'month':
        return this.texts.say('reports.table.month', { year: key.slice(0, 4), month: key.slice(5, 7) });
      case 'tier':
        return this.tier(tierScheme, key);
      case 'category':
        return this.category(key);
      case 'placement':
        return this.placement(key);
      case 'audience-gender':
      case 'audience-age':
        return this.audience(key);
      default:
        return key;
    }
  }

  private hour(key: string): string {
    const { day, time, isAgain } = readHourKey(key);
    const at = `${this.day(day)} ${time}`;
    return isAgain ? this.texts.say('reports.table.again', { at }) : at;
  }

  audience(key: string): string {
    return oneOf(audiences, key) ? this.texts.say(`reports.audience.${key}`) : key;
  }

  tier(schemeId: string, key: string): string {
    const tier = tierSchemes.find(({ id }) => id === schemeId)?.tiers.find((one) => one.key === key);
    return tier ? this.texts.of(tier.name) : key;
  }

  category(key: string): string {
    return oneOf<Category>(categories, key) ? this.texts.say(`common.category.${key}`) : key;
  }

  placement(key: string): string {
    // In the middle of sentences elsewhere, at the head of a row here.
    if (oneOf<Rail>(rails, key))
      return this.texts.say(`common.rail.${key}`).replace(/^[a-z]/, (letter) => letter.toUpperCase());
    return oneOf(placements, key) ? this.texts.say(`reports.placement.${key}`) : key;
  }

  /** One line about what a report shows: metrics, divisions, days. */
  summary({
    metrics: ids,
    dimensions,
  }: {
    metrics: readonly MetricId[];
    dimensions: readonly ReportDimension[];
  }) {
    const by = dimensions.map((one) => this.dimension(one)).join(this.texts.chinese() ? '、' : ', ');
    const shown = this.texts.count('reports.list.metrics', ids.length);
    return by ? `${this.texts.say('reports.list.by', { by })} · ${shown}` : shown;
  }
}
