import { type BoostChoice, chooseBoosts, type RankedStep } from './portfolio-boosts';
import type { PortfolioLimits, PortfolioProblem } from './portfolio-problem';

/** Rounding in sums of shares must not stand in a comparison. */
const nearly = 1e-9;

/** The creators who are taken so far, and what they come to. */
export class PortfolioSelection {
  spentCents = 0;
  /** how many are counted; while a change is only thought through, it is not the size of `taken` */
  private creators = 0;
  readonly taken = new Set<number>();
  private readonly byCategory: number[];
  private readonly countOfPart: number[];
  private readonly spentOfPart: number[];

  constructor(
    readonly problem: PortfolioProblem,
    readonly limits: PortfolioLimits = problem.limits,
  ) {
    this.byCategory = problem.candidates.map(() => 0);
    this.countOfPart = problem.mix.map(() => 0);
    this.spentOfPart = problem.mix.map(() => 0);
    problem.field.clear();
  }

  take(candidate: number): void {
    this.count(candidate, 1);
    this.taken.add(candidate);
    this.problem.field.take(candidate);
  }

  drop(candidate: number): void {
    this.count(candidate, -1);
    this.taken.delete(candidate);
    this.problem.field.drop(candidate);
  }

  /** Makes it these creators, by the fewest steps. */
  become(wanted: Iterable<number>): void {
    const all = new Set(wanted);
    for (const one of [...this.taken]) if (!all.has(one)) this.drop(one);
    for (const one of all) if (!this.taken.has(one)) this.take(one);
  }

  get leftCents(): number {
    return this.limits.budgetCents - this.spentCents;
  }

  /** The limit that a candidate would break if she came, for somebody who left; null when she may come. */
  limitBroken(candidate: number, leaving?: number): 'budget' | 'max-creators' | 'category' | null {
    const { problem, limits } = this;
    const free = leaving === undefined ? 0 : problem.priceOf(leaving);
    if (problem.priceOf(candidate) > this.leftCents + free) return 'budget';
    if (leaving === undefined && this.taken.size + 1 > limits.maxCreators) return 'max-creators';
    const category = problem.categories[candidate] as number;
    const same = leaving !== undefined && problem.categories[leaving] === category ? 1 : 0;
    return (this.byCategory[category] as number) - same + 1 > limits.maxPerCategory ? 'category' : null;
  }

  get withinLimits(): boolean {
    const { budgetCents, maxCreators, maxPerCategory } = this.limits;
    return (
      this.spentCents <= budgetCents &&
      this.taken.size <= maxCreators &&
      this.byCategory.every((count) => count <= maxPerCategory)
    );
  }

  /**
   * How far the make-up is off, as a sum of shares beyond what is allowed; 0 when it holds. Numbers of creators are rounded in
   * favour of the plan, as a tenth of seven creators cannot be hired; an empty plan holds.
   */
  mixViolation(tolerance = this.problem.tolerance): number {
    const { mix } = this.problem;
    const all = this.creators;
    let violation = 0;
    for (let part = 0; part < mix.length && all > 0; part++) {
      const { ofCreators, ofSpend } = mix[part] as { ofCreators: number; ofSpend: number };
      if (ofCreators === ofCreators) {
        const count = this.countOfPart[part] as number;
        const most = Math.ceil((ofCreators + tolerance) * all - nearly);
        const least = Math.floor((ofCreators - tolerance) * all + nearly);
        violation += Math.max(0, count - most, least - count) / all;
      }
      if (ofSpend === ofSpend && this.spentCents > 0) {
        const off = Math.abs((this.spentOfPart[part] as number) / this.spentCents - ofSpend) - tolerance;
        if (off > nearly) violation += off;
      }
    }
    return violation;
  }

  /** The violation if somebody came, somebody left, or both; nobody is asked about overlaps. */
  mixViolationAfter(coming: number | undefined, leaving: number | undefined): number {
    if (this.problem.mix.length === 0) return 0;
    if (coming !== undefined) this.count(coming, 1);
    if (leaving !== undefined) this.count(leaving, -1);
    const violation = this.mixViolation();
    if (coming !== undefined) this.count(coming, -1);
    if (leaving !== undefined) this.count(leaving, 1);
    return violation;
  }

  partOf(part: number): { count: number; spentCents: number } {
    return { count: this.countOfPart[part] as number, spentCents: this.spentOfPart[part] as number };
  }

  /** Of money that is left, the part that boosts may have. */
  boostCentsOf(leftCents: number): number {
    return Math.min(leftCents, this.boostCentsMax);
  }

  /** The most that may go to boosts. */
  get boostCentsMax(): number {
    return Math.floor(this.limits.budgetCents * this.limits.boostShareMax + nearly);
  }

  /** What the money that is left buys in boosts. */
  boosts(): BoostChoice {
    return chooseBoosts(this.boostSteps(), this.boostCentsOf(this.leftCents));
  }

  /** Boost steps of those who are taken, or of those who would be. */
  boostSteps(leaving?: number, coming?: number): RankedStep[] {
    return this.problem.boostSteps.filter(
      ({ candidate }) => candidate === coming || (candidate !== leaving && this.taken.has(candidate)),
    );
  }

  /** Target readers of the plan, boosts and all. */
  get readers(): number {
    return this.problem.field.reached / this.problem.share + this.boosts().readers;
  }

  private count(candidate: number, step: 1 | -1): void {
    const { problem } = this;
    const cents = step * problem.priceOf(candidate);
    const category = problem.categories[candidate] as number;
    const part = problem.parts[candidate] as number;
    this.creators += step;
    this.spentCents += cents;
    this.byCategory[category] = (this.byCategory[category] as number) + step;
    if (part < 0) return;
    this.countOfPart[part] = (this.countOfPart[part] as number) + step;
    this.spentOfPart[part] = (this.spentOfPart[part] as number) + cents;
  }
}
