import type { Tally } from '@poolrise/domain';
import { Recording } from '../recording';
import type { Headline } from '../read-experiments';
import { readersAtMost } from './cohorts';

/** A headline laid out for a replay: which of its readers, in the order in which they come, click. */
export interface Layout {
  headline: Headline;
  capacity: number;
  clicksAt: Int32Array;
}

/** A headline while a rule is at work. */
export interface Contender extends Layout {
  seen: number;
  clicks: number;
}

/** The readers of all headlines of a week in a seeded order; every rule meets the same ones. */
export function layOut(headlines: readonly Headline[], seed: string): Layout[] {
  return headlines.map((headline) => {
    const capacity = Math.min(headline.impressions, readersAtMost);
    const recording = new Recording(seed, headline);
    const clicksAt: number[] = [];
    for (let place = 0; place < capacity; place++) if (recording.next()) clicksAt.push(place);
    return { headline, capacity, clicksAt: Int32Array.from(clicksAt) };
  });
}

/** One week: contenders, and a budget of impressions that a rule hands out. */
export class Market {
  readonly contenders: Contender[];
  clicks = 0;

  constructor(
    layouts: readonly Layout[],
    public left: number,
  ) {
    this.contenders = layouts.map((layout) => ({ ...layout, seen: 0, clicks: 0 }));
  }

  /** Shows a headline to its next readers, as far as there are any and the budget reaches. */
  show(contender: Contender, impressions: number): void {
    const whole = Math.floor(Math.min(impressions, this.left, contender.capacity - contender.seen));
    if (whole <= 0) return;
    contender.seen += whole;
    this.left -= whole;
    const before = contender.clicks;
    while ((contender.clicksAt[contender.clicks] ?? Infinity) < contender.seen) contender.clicks++;
    this.clicks += contender.clicks - before;
  }

  get open(): Contender[] {
    return this.contenders.filter(({ seen, capacity }) => seen < capacity);
  }

  /** Clicks per impression of everything shown so far. */
  get meanRate(): number {
    let seen = 0;
    let clicks = 0;
    for (const one of this.contenders) {
      seen += one.seen;
      clicks += one.clicks;
    }
    return seen > 0 ? clicks / seen : 0;
  }
}

/** Clicks per impression seen of this headline; 0 when none was. */
export const rateOf = ({ clicks, seen }: Contender): number => (seen > 0 ? clicks / seen : 0);

/** What each of them got, and what it would have got at the mean rate. */
export const talliesOf = (contenders: readonly Contender[], meanRate: number): Tally[] =>
  contenders.map(({ clicks, seen }) => ({ observed: clicks, expected: meanRate * seen }));

/** The members of each test. */
export function byTest(contenders: readonly Contender[]): Map<string, Contender[]> {
  const tests = new Map<string, Contender[]>();
  for (const contender of contenders) {
    const members = tests.get(contender.headline.testId);
    if (members) members.push(contender);
    else tests.set(contender.headline.testId, [contender]);
  }
  return tests;
}
