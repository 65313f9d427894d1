import {
  replayDays,
  ruleActions,
  ruleBounds,
  ruleComparisons,
  ruleMetrics,
  ruleStates,
  type RuleMetric,
} from '@poolrise/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from './paging';
import { cents, instant, line } from './text';

/** Metrics whose value is a share from 0 to 1; the others are cents. */
export const isShareMetric = (metric: RuleMetric): boolean => metric !== 'cpc' && metric !== 'cpf';

export const RuleCondition = z
  .strictObject({
    metric: z.enum(ruleMetrics),
    comparison: z.enum(ruleComparisons),
    /** in the unit of the metric: a share above 0 and below 1, or cents */
    value: z.number().positive().max(ruleBounds.mostCents),
    leastImpressions: z.int().min(ruleBounds.leastImpressions).max(ruleBounds.mostImpressions).default(1_000),
    windowHours: z.int().min(ruleBounds.leastWindowHours).max(ruleBounds.mostWindowHours).default(24),
  })
  .superRefine(({ metric, value }, context) => {
    if (isShareMetric(metric) && value >= 1)
      context.addIssue({ code: 'custom', path: ['value'], message: 'is a share: above 0 and below 1' });
    if (!isShareMetric(metric) && !Number.isInteger(value))
      context.addIssue({ code: 'custom', path: ['value'], message: 'is in whole cents' });
  })
  .meta({ id: 'RuleCondition' });

const ruleFields = {
  name: line(60),
  /** looks after the boosts of one campaign; left out, after all of the workspace */
  campaignId: z.uuid().nullable().default(null),
  condition: RuleCondition,
  action: z.enum(ruleActions),
};
/** Of the rule as whoever changes it has read it. */
const version = z.int().min(1).max(1_000_000);

/** requestKey is made by the client when the form opens: the same key never writes two rules. A new rule is on trial. */
export const WriteRule = z.strictObject({ ...ruleFields, requestKey: z.uuid() }).meta({ id: 'WriteRule' });
export type WriteRule = z.output<typeof WriteRule>;
export const ChangeRule = z.strictObject({ ...ruleFields, version }).meta({ id: 'ChangeRule' });
export type ChangeRule = z.output<typeof ChangeRule>;

const days = z.union([z.literal(replayDays[0]), z.literal(replayDays[1])]).default(replayDays[0]);
/** `seen` says what the replay showed whoever makes a rule live: without having looked nobody does. */
export const SwitchRule = z
  .strictObject({
    state: z.enum(ruleStates),
    version,
    seen: z.strictObject({ days, hits: z.int().min(0).max(1_000_000) }).optional(),
  })
  .meta({ id: 'SwitchRule' });
export type SwitchRule = z.output<typeof SwitchRule>;

export const ReplayRule = z
  .strictObject({
    campaignId: ruleFields.campaignId,
    condition: RuleCondition,
    action: ruleFields.action,
    days,
  })
  .meta({ id: 'ReplayRule' });
export type ReplayRule = z.output<typeof ReplayRule>;

/** The figure that a rule judged, with what it counted. */
export const RuleEvidence = z.object({
  /** null when nobody answered: a cost of a read without one */
  value: z.number().nullable(),
  /** 80 % interval; `high` is null where it has no end */
  low: z.number(),
  high: z.number().nullable(),
  threshold: z.number(),
  impressions: z.int(),
  reads: z.int(),
  follows: z.int(),
  spentCents: cents,
  spentSoFarCents: cents,
  budgetCents: cents,
});
export type RuleEvidence = z.infer<typeof RuleEvidence>;

const RuledBoostName = z.object({ boostId: z.uuid(), title: z.string() });

export const RuleRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    campaign: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    condition: z.object({
      metric: z.enum(ruleMetrics),
      comparison: z.enum(ruleComparisons),
      value: z.number(),
      leastImpressions: z.int(),
      windowHours: z.int(),
    }),
    action: z.enum(ruleActions),
    state: z.enum(ruleStates),
    version: z.int(),
    writtenBy: z.string().nullable(),
    changedAt: instant,
    liveBy: z.string().nullable(),
    liveAt: instant.nullable(),
    nextLookAt: instant.nullable(),
    /** running boosts that it looks after now */
    watching: z.int(),
    /** in the last 30 days: what it did or told of, and what it would have */
    done: z.int(),
    would: z.int(),
    lastHitAt: instant.nullable(),
  })
  .meta({ id: 'RuleRow' });
export type RuleRow = z.infer<typeof RuleRow>;
export const RuleView = RuleRow.extend({
  asOf: instant,
  /** how often rules may change one boost in 24 hours */
  changesPerDay: z.int(),
}).meta({ id: 'RuleView' });
export type RuleView = z.infer<typeof RuleView>;
export const RulesQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(ruleStates).optional(),
  campaignId: z.uuid().optional(),
});
export const RulePage = pageOf(RuleRow);

export const ruleOutcomes = ['done', 'would', 'limited'] as const;
export type RuleOutcome = (typeof ruleOutcomes)[number];
export const RuleHitView = RuledBoostName.extend({
  id: z.uuid(),
  /** the full hour that the counts end with */
  hour: instant,
  at: instant,
  outcome: z.enum(ruleOutcomes),
  evidence: RuleEvidence,
}).meta({ id: 'RuleHitView' });
export type RuleHitView = z.infer<typeof RuleHitView>;
export const RuleHitsQuery = z.strictObject({ ...pageQuery, outcome: z.enum(ruleOutcomes).optional() });
export const RuleHitPage = pageOf(RuleHitView);

/** What a rule would have done, by the kept counts of hours. */
export const RuleReplayView = z
  .object({
    asOf: instant,
    from: instant,
    to: instant,
    /** boosts that ran in this time and would have been looked after; `capped` when only the latest of them were */
    boosts: z.int(),
    capped: z.boolean(),
    looks: z.int(),
    unsure: z.int(),
    hitCount: z.int(),
    /** boosts among the hits */
    boostsHit: z.int(),
    /** what those boosts went on to spend after their first hit */
    laterCents: cents,
    /** the latest 50 */
    hits: z.array(RuledBoostName.extend({ hour: instant, evidence: RuleEvidence, laterCents: cents })),
  })
  .meta({ id: 'RuleReplayView' });
export type RuleReplayView = z.infer<typeof RuleReplayView>;
