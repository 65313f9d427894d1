import type { Mark } from '../metrics/mark';
import type { Bilingual } from '../notes/note';
import { claimRules } from './rules.claims';
import { conductRules } from './rules.conduct';
import { disclosureRules } from './rules.disclosure';

/** Classes of rules, as the domain notes number them (6.3). */
// prettier-ignore
export const ruleClasses = [
  'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10', 'R11',
  'R12', 'R13', 'R14', 'R15', 'R16', 'R17', 'R18', 'R19', 'R20', 'R21', 'R22',
] as const;
export type RuleClass = (typeof ruleClasses)[number];

/** `block`: mend it before publishing; `review`: a person should look, with evidence; `warn`: better otherwise. */
export const severities = ['block', 'review', 'warn'] as const;
export type Severity = (typeof severities)[number];

/** One rule as it stood for a time. A rule that changed has several rows, each with its days. */
export interface ComplianceRule {
  key: string;
  ruleClass: RuleClass;
  severity: Severity;
  name: Bilingual;
  /** what it asks, in plain words of ours: no quotation */
  asks: Bilingual;
  /** how to write instead */
  advice: Bilingual;
  /** law or rule with its article */
  law: Bilingual;
  source: { work: string; url: string | null; mark: Mark };
  /** first day in force, `YYYY-MM-DD` in Shanghai */
  effectiveFrom: string;
  /** first day no longer in force; null: until further notice */
  effectiveTo: string | null;
  /** when the row was last held against its source; null: written from knowledge of the field, not yet held against a text */
  lastVerified: string | null;
}

/**
 * Every rule the checker knows, as it has been.
 *
 * Source: domain notes 6.1 and 6.3; each row names its own. Not legal advice.
 */
export const complianceRules: readonly ComplianceRule[] = [
  ...claimRules,
  ...conductRules,
  ...disclosureRules,
];

/** Rules in force on a day, by their keys. @param day `YYYY-MM-DD` in Shanghai */
export function complianceRulesOn(
  day: string,
  rows: readonly ComplianceRule[] = complianceRules,
): ReadonlyMap<string, ComplianceRule> {
  const inForce = rows.filter(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day < effectiveTo),
  );
  return new Map(inForce.map((row) => [row.key, row]));
}
