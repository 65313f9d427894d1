import type { Lineage, Origin } from './lineage';
import type { MetricId } from './definitions';
import { type DefinitionChoice, defaultChoice } from './metric-shape';
import { type CountedOver, type StreamId, streams } from './streams';

/** Days of a calendar, `YYYY-MM-DD`, both included. */
export interface DayWindow {
  from: string;
  to: string;
  timeZone: string;
}

/** Where the figures of one part of a screen come from, as the answer that brought them says it. */
export interface FigureSource {
  streams: readonly StreamId[];
  /** files behind them, the ones with the most rows first */
  files?: readonly Origin[];
  /** the time that they cover: by its dates where those are one for all, in words where every row has its own */
  over: DayWindow | CountedOver;
  /** the moment (ISO 8601) or the day (`YYYY-MM-DD`) that the data reach; null when the answer does not say */
  dataAt: string | null;
  /** definitions chosen where the field knows several; the usual ones unless told */
  choice?: DefinitionChoice;
}

/** The lineage of a metric that was read from a source, counted exactly. */
export function lineageOf(metric: MetricId, source: FigureSource): Lineage {
  const { files = [], over, dataAt, choice = defaultChoice } = source;
  const origins: Origin[] = [
    ...files,
    ...source.streams.map((id) => ({ kind: 'stream' as const, id, name: streams[id].en })),
  ];
  return {
    metric,
    choice,
    origins,
    originsInAll: origins.length,
    window: typeof over === 'string' ? null : over,
    ...(typeof over === 'string' && { span: over }),
    dataAt,
    precision: [],
    rows: 0,
    unknownRows: 0,
  };
}

/** What is known of a metric where no figure of it is shown: its definition and nothing else. */
export function definitionOf(metric: MetricId): Lineage {
  return {
    metric,
    choice: null,
    origins: [],
    originsInAll: 0,
    window: null,
    dataAt: null,
    precision: [],
    rows: 0,
    unknownRows: 0,
  };
}

const shanghai = 'Asia/Shanghai';
const shanghaiMs = 8 * 3_600_000;
const dayOf = (instant: string) => new Date(Date.parse(instant) + shanghaiMs).toISOString().slice(0, 10);

/** The days of Shanghai from one instant (ISO 8601) to another, both included. */
export const shanghaiDays = (from: string, to: string): DayWindow => ({
  from: dayOf(from),
  to: dayOf(to),
  timeZone: shanghai,
});

/** The whole days back from an instant, ISO 8601, that an answer looked at. */
export const daysBefore = (instant: string, days: number): DayWindow =>
  shanghaiDays(new Date(Date.parse(instant) - days * 24 * 3_600_000).toISOString(), instant);
