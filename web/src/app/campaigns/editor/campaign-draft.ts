import type { BoostAudience, CampaignView, CreateCampaign } from '@poolrise/contracts';
import {
  type BoundKind,
  campaignMetrics,
  type CampaignGoal,
  type CampaignMetric,
  campaignRails,
  type CampaignRail,
  checkCampaign,
  metrics,
} from '@poolrise/domain';
import { centsOf } from '../../ui/cents-of';
import { keywordLine, keywordOf, linesOf } from '../keyword-lines';

/** A flight as it is typed: whole days in Shanghai, the last one too; `kept` are its instants as they were read. */
export interface FlightDraft {
  name: string;
  first: string;
  last: string;
  budget: string;
  kept?: { first: string; last: string; from: string; to: string };
}

/** A target or a guard as it is typed, in the unit that people say: yuan, percent, a number. */
export interface MeasureDraft {
  metric: CampaignMetric;
  comparison: BoundKind;
  figure: string;
  /** of guards */
  after: string;
}

/** A campaign as it is typed: money, days and words are text until they are sent. */
export interface CampaignDraft {
  name: string;
  goal: CampaignGoal;
  flights: FlightDraft[];
  rails: Record<CampaignRail, string>;
  audience: BoostAudience;
  keywords: string;
  negatives: string;
  kpis: MeasureDraft[];
  guards: MeasureDraft[];
}

export type PlanFields = Omit<CreateCampaign, 'requestKey'>;

const dayMs = 86_400_000;
/** Until so many impressions a guard says nothing, unless somebody types another number. */
const afterUsual = '1000';

const dayOf = (at: number): string => new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

/** A flight of a week that follows the last one, or begins a week from now. */
export function nextFlight(flights: readonly FlightDraft[], now: Date): FlightDraft {
  const last = flights.at(-1)?.last;
  const first = last ? startOf(last) + dayMs : now.getTime() + 7 * dayMs;
  return { name: '', first: dayOf(first), last: dayOf(first + 6 * dayMs), budget: '' };
}

export const emptyCampaign = (now: Date): CampaignDraft => ({
  name: '',
  goal: 'seeding',
  flights: [nextFlight([], now)],
  rails: { creators: '', boosts: '', search: '' },
  audience: {},
  keywords: '',
  negatives: '',
  kpis: [],
  guards: [],
});

export const emptyMeasure = (metric: CampaignMetric): MeasureDraft => ({
  metric,
  comparison: metrics[metric].unit === 'cents' ? 'at-most' : 'at-least',
  figure: '',
  after: afterUsual,
});

const yuan = (cents: number): string => String(cents / 100);

/** A campaign as it was read, as text. */
export function draftOf(view: CampaignView): CampaignDraft {
  const measure = (metric: CampaignMetric, comparison: BoundKind, value: number, after = afterUsual) => ({
    metric,
    comparison,
    figure: figureText(metric, value),
    after,
  });
  return {
    name: view.name,
    goal: view.goal,
    flights: view.flights.map(({ name, from, to, budgetCents }) => {
      const days = { first: dayOf(Date.parse(from)), last: dayOf(Date.parse(to) - 1) };
      return { name, ...days, budget: yuan(budgetCents), kept: { ...days, from, to } };
    }),
    rails: Object.fromEntries(
      campaignRails.map((rail) => [rail, view.rails[rail] ? yuan(view.rails[rail]) : '']),
    ) as Record<CampaignRail, string>,
    audience: view.audience,
    keywords: view.keywords.map(keywordLine).join('\n'),
    negatives: view.negatives.join('\n'),
    kpis: view.kpis.map(({ metric, comparison, target }) => measure(metric, comparison, target)),
    guards: view.guards.map(({ metric, comparison, bound, afterImpressions }) =>
      measure(metric, comparison, bound, String(afterImpressions)),
    ),
  };
}

/** Shares are typed in percent and money in yuan. */
const unitFactor = (metric: CampaignMetric): number => {
  const { unit } = metrics[metric];
  return unit === 'ratio' ? 0.01 : unit === 'cents' ? 100 : 1;
};
const figureText = (metric: CampaignMetric, value: number): string =>
  String(Number((value / unitFactor(metric)).toPrecision(12)));

/** What a typed figure is in the unit of its metric; null when it is none. */
export function figureOf({ metric, figure }: MeasureDraft): number | null {
  const plain = figure.replaceAll(/[\s,，¥￥%％]/g, '');
  if (!/^\d{1,12}(\.\d{1,4})?$/.test(plain)) return null;
  const value = Number(plain) * unitFactor(metric);
  return metrics[metric].unit === 'cents' ? Math.round(value) : Number(value.toPrecision(12));
}

/** Cents of a field; one that is left empty is nothing. */
const centsOrNothing = (text: string): number | null => (text.trim() ? centsOf(text) : 0);

const flightOf = ({ name, first, last, budget, kept }: FlightDraft): PlanFields['flights'][number] => ({
  name: name.trim(),
  // Hours that this form does not show stay as they were, unless the day is changed.
  from: kept?.first === first ? kept.from : new Date(startOf(first)).toISOString(),
  to: kept?.last === last ? kept.to : new Date(startOf(last) + dayMs).toISOString(),
  budgetCents: centsOf(budget) ?? 0,
});

/** What goes to the api of a draft without faults. */
export function fieldsOf(draft: CampaignDraft): PlanFields {
  const measured = ({ metric, comparison }: MeasureDraft) => ({ metric, comparison });
  return {
    name: draft.name.trim(),
    goal: draft.goal,
    flights: draft.flights.map(flightOf),
    rails: Object.fromEntries(
      campaignRails.map((rail) => [rail, centsOrNothing(draft.rails[rail]) ?? 0]),
    ) as PlanFields['rails'],
    audience: draft.audience,
    keywords: linesOf(draft.keywords).map(keywordOf),
    negatives: linesOf(draft.negatives),
    kpis: draft.kpis.map((kpi) => ({ ...measured(kpi), target: figureOf(kpi) ?? 0 })),
    guards: draft.guards.map((guard) => ({
      ...measured(guard),
      bound: figureOf(guard) ?? 0,
      afterImpressions: Number(guard.after) || 0,
    })),
  };
}

/** What is wrong, as the texts name it, and where: the name of a field of the form. */
export interface DraftFault {
  code: string;
  field: string;
  figures?: Readonly<Record<string, number>>;
}

/** Everything that keeps a draft from being saved: what is not typed yet, else what the plan contradicts itself in. */
export function draftFaults(draft: CampaignDraft): DraftFault[] {
  const typed = typedFaults(draft);
  if (typed.length) return typed;
  const fields = fieldsOf(draft);
  const flights = fields.flights.map(({ from, to, ...flight }) => ({
    ...flight,
    from: Date.parse(from),
    to: Date.parse(to),
  }));
  return checkCampaign({ ...fields, flights }).map((fault) => ({
    ...fault,
    // Words stand in one field, whichever of their lines it is.
    field: fault.field.startsWith('/keywords') ? '/keywords' : fault.field,
  }));
}

function typedFaults({ name, flights, rails, kpis, guards }: CampaignDraft): DraftFault[] {
  const measures = (list: readonly MeasureDraft[], field: string): DraftFault[] =>
    list.flatMap((measure, at) =>
      figureOf(measure) === null ? [{ code: 'figure', field: `/${field}/${at}` }] : [],
    );
  return [
    ...(name.trim() ? [] : [{ code: 'name', field: '/name' }]),
    ...flights.flatMap((flight, at): DraftFault[] => [
      ...(flight.name.trim() ? [] : [{ code: 'flightName', field: `/flights/${at}/name` }]),
      ...(flight.first && flight.last ? [] : [{ code: 'days', field: `/flights/${at}/to` }]),
      ...(centsOf(flight.budget) === null ? [{ code: 'money', field: `/flights/${at}/budgetCents` }] : []),
    ]),
    ...campaignRails.flatMap((rail): DraftFault[] =>
      centsOrNothing(rails[rail]) === null ? [{ code: 'money', field: `/rails/${rail}` }] : [],
    ),
    ...measures(kpis, 'kpis'),
    ...measures(guards, 'guards'),
  ];
}

/** What the flights have and what the rails get, in cents, while it is typed. */
export function sumsOf({ flights, rails }: CampaignDraft): { flightsCents: number; railsCents: number } {
  const sum = (texts: string[]) => texts.reduce((total, text) => total + (centsOf(text) ?? 0), 0);
  return {
    flightsCents: sum(flights.map(({ budget }) => budget)),
    railsCents: sum(campaignRails.map((rail) => rails[rail])),
  };
}

/** Gives one rail what is left over, or takes from it what is too much; as far down as nothing. */
export function settleRails(draft: CampaignDraft, rail: CampaignRail): CampaignDraft {
  const { flightsCents, railsCents } = sumsOf(draft);
  const cents = Math.max(0, (centsOf(draft.rails[rail]) ?? 0) + flightsCents - railsCents);
  return { ...draft, rails: { ...draft.rails, [rail]: yuan(cents) } };
}

export const measuresToChoose = campaignMetrics;
