import { gammaAbove } from '../probability/incomplete-gamma';
import { decileDeviate, gammaQuantile } from '../probability/gamma-quantile';

/** What readers did with a note, beside what an average note would have got in the same places. */
export interface NoteResponse {
  clicks: number;
  /** Opens of an average note with the same readers, slots and hours: the E of observed against expected. */
  expectedClicks: number;
  /** Weighted value that came after the opens (`contentValue`). */
  content: number;
}

/** What is believed of a note before anybody has seen it, learnt from notes that everybody saw. */
export interface RatingPrior {
  /** Mean lift of the hook among new notes, and the gamma shape of its spread: 1 / tau². */
  hookMean: number;
  hookShape: number;
  /** The same for the content: value per open against the average. */
  contentMean: number;
  contentShape: number;
  /** Variance over mean of the content value of one open: how much rare, heavy events swing it (phi). */
  contentDispersion: number;
  /** Value of an open itself, and the value that an average note earns after one. Not both 0. */
  clickWeight: number;
  contentPerClick: number;
}

/** How a note compares with an average one: 1 is average. Hook and content are gamma posteriors of these means. */
export interface Rating {
  /** Value per impression: hook x (1 - contentPart + contentPart x content). */
  lift: number;
  hook: number;
  content: number;
  hookShape: number;
  contentShape: number;
  /** The share of an average note's value that comes after the open. */
  contentPart: number;
}

/**
 * Rates a note as hook x content: how often it is opened against the opens that an average note gets in the same
 * places, and what an open brings against the average, both shrunk towards what new notes are like.
 *
 * Two gamma-Poisson posteriors; the value after the open is divided by its dispersion first, so that one follow, worth
 * eight likes, counts as the little news it is.
 * Source: gamma-Poisson shrinkage (Clayton and Kaldor 1987; DuMouchel 1999); two factors: pools.md section 1.
 */
export function rateNote({ clicks, expectedClicks, content }: NoteResponse, prior: RatingPrior): Rating {
  const { clickWeight, contentPerClick, contentDispersion } = prior;
  const hookShape = prior.hookShape + clicks;
  const hook = hookShape / (prior.hookShape / prior.hookMean + expectedClicks);
  const contentShape = prior.contentShape + content / contentDispersion;
  const contentRate = prior.contentShape / prior.contentMean + (clicks * contentPerClick) / contentDispersion;
  const contentPart = contentPerClick / (clickWeight + contentPerClick);
  const contentLift = contentShape / contentRate;
  return {
    lift: hook * (1 - contentPart + contentPart * contentLift),
    hook,
    content: contentLift,
    hookShape,
    contentShape,
    contentPart,
  };
}

/**
 * The probability that the true lift is above the bar.
 *
 * The hook's gamma tail, averaged over the content's posterior at the three points of Gauss and Hermite: right to some
 * thousandths. A further like can only raise it, a further open lowers it by a thousandth at the most.
 */
export function chanceAbove(rating: Rating, bar: number): number {
  const { hook, hookShape, content, contentShape, contentPart } = rating;
  const above = (contentLift: number): number =>
    gammaAbove(hookShape, (hookShape * bar) / (hook * (1 - contentPart + contentPart * contentLift)));
  if (contentPart === 0) return above(1);
  const unit = content / contentShape;
  return (
    (4 * above(gammaQuantile(contentShape, 0) * unit) +
      above(gammaQuantile(contentShape, -outerNode) * unit) +
      above(gammaQuantile(contentShape, outerNode) * unit)) /
    6
  );
}

const outerNode = Math.sqrt(3);

/** The gamma shape that has the mean and, to first order, the variance of the lift's posterior: how sure it is. */
export function ratingShape({ hookShape, content, contentShape, contentPart }: Rating): number {
  const part = (contentPart * content) / (1 - contentPart + contentPart * content);
  return 1 / (1 / hookShape + (part * part) / contentShape);
}

/** The 80 % interval of the lift. */
export function liftInterval(rating: Rating): { low: number; high: number } {
  const shape = ratingShape(rating);
  const unit = rating.lift / shape;
  return {
    low: gammaQuantile(shape, -decileDeviate) * unit,
    high: gammaQuantile(shape, decileDeviate) * unit,
  };
}

/** Gamma shape of the spread of lifts among notes that nothing is known of: how different notes are. */
export function shapeOfNewNotes(prior: RatingPrior): number {
  return ratingShape(rateNote({ clicks: 0, expectedClicks: 0, content: 0 }, prior));
}
