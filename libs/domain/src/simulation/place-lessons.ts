import { Lesson } from '../feed/lesson';
import type { Places } from './places';

export interface LessonRule {
  /** Forecast opens that the first belief of a topic in a segment is worth. */
  firstOpens: number;
  /** Part of older information that stays from hour to hour. */
  kept: number;
}

/** How many times smaller or larger than first believed the decay by age and by weariness may turn out to be. */
const decayRange = [1e-4, 20] as const;
/** First beliefs of slots and decays are worth more opens than one topic's in one segment: all notes share them. */
const sharedWeight = 10;

/**
 * What the platform learns of its places while it serves: which topics are answered how in each segment, how fast notes
 * age and readers tire, what slots and followers are worth. It corrects the beliefs that the rule forecasts with.
 */
export class PlaceLessons {
  private readonly affinity: readonly (readonly Lesson[])[];
  private readonly slots: readonly Lesson[];
  private readonly ageing: Lesson;
  private readonly weariness: Lesson;
  private readonly followerLift: Lesson;

  constructor(
    private readonly places: Places,
    private readonly rule: LessonRule,
  ) {
    const { affinity, freshnessHours, readers, slots, followerLift } = places.factors;
    const { firstOpens } = rule;
    this.affinity = affinity.map((row) => row.map((factor) => new Lesson(Math.log(factor), firstOpens)));
    this.slots = slots.map((slot) => new Lesson(Math.log(slot), firstOpens * sharedWeight));
    this.ageing = decay(1 / freshnessHours);
    this.weariness = decay(1 / readers);
    this.followerLift = new Lesson(followerLift, firstOpens * sharedWeight, [1, 20]);
  }

  /** One segment's opens; `age` in hours, `seen` in impressions per share of readers, `parts` by topic. */
  ofSegment(segment: number, { opens, forecast, age, seen, parts }: SegmentLesson): void {
    this.ageing.count(opens, forecast, -age);
    this.weariness.count(opens, forecast, -seen);
    for (let topic = 0; topic < parts.length; topic++) {
      const part = parts[topic] as number;
      // What came is credited to topics as the forecast is made of them (as in Richardson and Lucy).
      if (part > 0.01) (this.affinity[topic]?.[segment] as Lesson).count(opens * part, forecast * part, 1);
    }
  }

  /** The slots and followers of one serving; `ofFollowers` is the followers' part of it. */
  ofServing(opens: number, forecast: number, slotMix: readonly number[], ofFollowers: number): void {
    const { slots, followerLift } = this.places.factors;
    const mean = slotMix.reduce((sum, part, slot) => sum + part * (slots[slot] as number), 0);
    for (let slot = 0; slot < slotMix.length; slot++)
      (this.slots[slot] as Lesson).count(
        opens,
        forecast,
        ((slotMix[slot] as number) * (slots[slot] as number)) / mean,
      );
    this.followerLift.count(opens, forecast, ofFollowers / (1 + ofFollowers * (followerLift - 1)));
  }

  /** Takes the lessons of the hour to heart. */
  learn(): void {
    const { factors } = this.places;
    const { kept } = this.rule;
    factors.affinity = this.affinity.map((row) => row.map((lesson) => Math.exp(lesson.learn(kept))));
    factors.slots = this.slots.map((lesson) => Math.exp(lesson.learn(kept)));
    factors.freshnessHours = 1 / this.ageing.learn(kept);
    factors.readers = 1 / this.weariness.learn(kept);
    factors.followerLift = this.followerLift.learn(kept);
  }
}

export interface SegmentLesson {
  opens: number;
  forecast: number;
  age: number;
  seen: number;
  /** Part of the forecast that each topic stands for; sums to 1. */
  parts: Float64Array;
}

function decay(first: number): Lesson {
  return new Lesson(first, sharedWeight / first ** 2, [first * decayRange[0], first * decayRange[1]]);
}
