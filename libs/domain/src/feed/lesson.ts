/**
 * A belief about the world that is corrected step by step from what came beside what was forecast.
 *
 * Opens are Poisson with a forecast whose logarithm moves with the belief: the step is Fisher scoring, the score over
 * the information, with older information fading so that a world that changes is followed.
 */
export class Lesson {
  private score = 0;
  private newInformation = 0;
  private information = 0;

  /**
   * @param value what is believed at first
   * @param firstInformation how much that belief weighs: forecast opens x slope², as counted by `count`
   * @param range where the belief may go
   */
  constructor(
    public value: number,
    private readonly firstInformation: number,
    private readonly range: readonly [least: number, most: number] = [-Infinity, Infinity],
  ) {}

  /** Counts opens beside their forecast; `slope` is how much the forecast's logarithm moves with the belief. */
  count(opens: number, forecast: number, slope: number): void {
    this.score += (opens - forecast) * slope;
    this.newInformation += forecast * slope * slope;
  }

  /** Moves the belief by what was counted since the last time; `kept` is the part of older information that stays. */
  learn(kept: number): number {
    this.information = this.information * kept + this.newInformation;
    const moved = this.value + this.score / (this.information + this.firstInformation);
    this.value = Math.max(this.range[0], Math.min(this.range[1], moved));
    this.score = 0;
    this.newInformation = 0;
    return this.value;
  }
}
