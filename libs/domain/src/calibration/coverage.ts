import { type CountedShare, countShare } from './wilson';

/** The coverage that every interval of the product states. */
export const statedCoverage = 0.8;

/** Whether an interval of this coverage held, from the share of the forecast below what happened. */
export function intervalHeld(below: number, stated = statedCoverage): boolean {
  return Math.abs(below - 0.5) <= stated / 2;
}

/** Whether a figure that is shown in whole numbers held: its edges are read as the screen rounds them, outwards. */
export function figureHeld(figure: { low: number; high: number }, came: number): boolean {
  return came >= Math.floor(figure.low) && came <= Math.ceil(figure.high);
}

/** How often intervals of one stated coverage held. */
export interface StatedAndHeld extends CountedShare {
  stated: number;
}

const statedSteps = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/**
 * Stated against actual coverage, for intervals from narrow to wide. Calibrated forecasts lie on the diagonal; below it
 * the product is too sure of itself, above it too timid. `below` are the results of `shareBelow`.
 */
export function coverageCurve(below: readonly number[]): StatedAndHeld[] {
  return statedSteps.map((stated) => ({
    stated,
    ...countShare(below.filter((share) => intervalHeld(share, stated)).length, below.length),
  }));
}
