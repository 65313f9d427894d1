import type { Category } from '../notes/categories';
import { exemptionOf } from './absolute-exemptions';
import { isDenied, windowOf } from './claim-window';
import {
  type ComplianceFinding,
  type ComplianceReport,
  type ExemptionConsidered,
  findingsMost,
  type FoundAt,
  type GoodsKind,
  type LetPass,
  type NoteToCheck,
} from './compliance';
import { type Claim, claimsIn } from './find-claims';
import { type FoldedText, foldText } from './folded-text';
import { type Condition, conditionsOf, type FoldedNote, promisesEffect } from './note-conditions';
import { type ComplianceRule, complianceRulesOn, severities, type Severity } from './rules';

const kinds: Partial<Record<Category, GoodsKind>> = {
  beauty: 'cosmetics',
  food: 'food',
  'mother-baby': 'baby',
};
/** What a note is taken to sell when nobody says. */
export const goodsKindOf = ({ product, category }: Pick<NoteToCheck, 'product' | 'category'>): GoodsKind =>
  product?.kind ?? kinds[category] ?? 'general';

/**
 * Holds a note against the rules in force on a day: 22 classes, from absolute terms to the form of the note, with the exemptions
 * of the guideline of 2023.
 *
 * Places are UTF-16 units of what was sent. What is not in words or facts (writing inside pictures, what is said in a video) is
 * not seen. Not legal advice.
 *
 * @param day `YYYY-MM-DD` in Shanghai
 * Source: domain notes 6; the patterns are ours, measured on the labelled sentences of `npm run bench -- compliance`.
 */
export function checkNote(note: NoteToCheck, day: string): ComplianceReport {
  const rules = complianceRulesOn(day);
  const folded: FoldedNote = {
    title: foldText(note.title),
    body: foldText(note.body),
    topics: note.topics.map(foldText),
  };
  const kind = goodsKindOf(note);
  const judging = new Judging(note, kind, rules, folded.body.text);
  judging.field(folded.title, { field: 'title', index: 0 }, note.title);
  judging.field(folded.body, { field: 'body', index: 0 }, note.body);
  folded.topics.forEach((topic, index) =>
    judging.field(topic, { field: 'topic', index }, note.topics[index] ?? ''),
  );
  for (const condition of conditionsOf(note, folded, kind)) judging.condition(condition, folded);
  return judging.report(day);
}

const registrationNumber = /国妆特[字进]/;

type Place = Pick<FoundAt, 'field' | 'index'>;

class Judging {
  private readonly findings: ComplianceFinding[] = [];
  private readonly letPass: LetPass[] = [];
  private readonly counts: Record<Severity, number> = { block: 0, review: 0, warn: 0 };
  /** What the body says anywhere is asked once, however many claims ask. */
  private readonly said = new Map<RegExp, boolean>();

  constructor(
    private readonly note: NoteToCheck,
    private readonly kind: GoodsKind,
    private readonly rules: ReadonlyMap<string, ComplianceRule>,
    private readonly body: string,
  ) {}

  field(folded: FoldedText, place: Place, written: string): void {
    for (const claim of claimsIn(folded, this.note.rivals ?? [])) this.claim(claim, place, written);
  }

  condition(
    { rule: key, field, index = 0, span, addition = undefined }: Condition,
    folded: FoldedNote,
  ): void {
    const rule = this.rules.get(key);
    if (!rule) return;
    const body = folded.body;
    const at: FoundAt = span
      ? { field, index, from: body.from[span.from] ?? 0, to: body.to[span.to - 1] ?? 0 }
      : { field, index, from: 0, to: 0 };
    this.add({
      ruleClass: rule.ruleClass,
      evades: null,
      severity: rule.severity,
      at,
      text: span ? this.note.body.slice(at.from, at.to) : '',
      rule,
      exemption: null,
      rewrite: { replacement: null, advice: rule.advice, addition: addition ?? null },
    });
  }

  private claim(claim: Claim, place: Place, written: string): void {
    const rule = this.rules.get(claim.rule);
    if (!rule || !this.isOfTheseGoods(claim)) return;
    const window = windowOf(claim.text, claim.from, claim.to);
    if (!claim.whatever && isDenied(window)) return;
    if (claim.unless?.test(window.sentence) || (claim.unlessAnywhere && this.says(claim.unlessAnywhere)))
      return;
    const at = { ...place, ...claim.written };
    const text = written.slice(at.from, at.to);
    const exemption = this.exemptionFrom(claim, window);
    if (exemption?.holds) {
      this.letPass.push({ at, text, rule, exemption });
      return;
    }
    const evasion = claim.evades ? this.rules.get('evasion') : undefined;
    this.add({
      ruleClass: evasion?.ruleClass ?? rule.ruleClass,
      evades: evasion ? rule.ruleClass : null,
      severity: softened(rule, claim, exemption, window.before),
      at,
      text,
      rule: evasion ?? rule,
      exemption,
      rewrite: { replacement: claim.instead, advice: rule.advice, addition: null },
    });
  }

  private isOfTheseGoods({ rule, goods, approvable, onRecord, canonical }: Claim): boolean {
    if (goods && !goods.includes(this.kind)) return false;
    const product = this.note.product;
    if (onRecord && !product?.recorded) return false;
    if (rule === 'sensitive-images') return promisesEffect(this.kind, this.note.category);
    if (rule === 'special-cosmetics') return !product?.registration && !this.says(registrationNumber);
    return !(approvable && product?.approvedFunctions?.some((approved) => covers(approved, canonical)));
  }

  private exemptionFrom(
    { rule, canonical }: Claim,
    window: ReturnType<typeof windowOf>,
  ): ExemptionConsidered | null {
    if (rule !== 'absolute-terms' || !this.rules.has('absolute-exemptions')) return null;
    return exemptionOf(window, canonical, this.note.product ?? null, (proof) => this.says(proof));
  }

  private says(pattern: RegExp): boolean {
    const known = this.said.get(pattern) ?? pattern.test(this.body);
    this.said.set(pattern, known);
    return known;
  }

  private add(finding: ComplianceFinding): void {
    this.counts[finding.severity]++;
    this.findings.push(finding);
  }

  report(day: string): ComplianceReport {
    return {
      day,
      findings: this.findings.slice(0, findingsMost),
      letPass: this.letPass.slice(0, findingsMost),
      counts: this.counts,
    };
  }
}

const covers = (approved: string, said: string): boolean =>
  approved.includes(said) || said.includes(approved);

const ownExperience = /(?:我|本人)[^,。!?]{0,6}(?:用|吃|喝|穿|住|见|买|看|玩)过[^,。!?]{0,6}$/;

/** A superlative that an exemption nearly saves, or that is told of oneself, is for a person to look at. */
function softened(
  rule: ComplianceRule,
  claim: Claim,
  exemption: ExemptionConsidered | null,
  before: string,
): Severity {
  const milder = exemption !== null || claim.weak || ownExperience.test(before);
  return rule.ruleClass === 'R1' && milder ? 'review' : rule.severity;
}

/** The gravest severity of a report; null when there is nothing. */
export const gravestOf = ({ counts }: Pick<ComplianceReport, 'counts'>): Severity | null =>
  severities.find((severity) => counts[severity] > 0) ?? null;
