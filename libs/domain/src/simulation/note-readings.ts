import { rereadTopic } from '../feed/reread-topic';
import { sumOf } from '../probability/means';
import type { NoteInPlay } from './note-in-play';
import { PlaceLessons, type LessonRule } from './place-lessons';
import type { RatingPriors } from './rating-priors';
import type { Platform, Served } from './serving-rule';

/** How notes are read by their answers. */
export interface ReadingRule {
  /** How often keywords are right, before their notes have told. */
  keywordAccuracy: number;
  /** Variance of a note's own taste by segment. */
  ownTaste: number;
  /** How the beliefs of places are corrected; null leaves them as they were given. */
  lessons: LessonRule | null;
}

/** A note as its readers' answers describe it. */
export interface NoteReading {
  /** Mean lift of the hook over the topics that the note may be about. */
  hook: number;
  /** Response of an average note in each segment, before age and weariness. */
  profile: Float64Array;
  /** Segments from the best matched to the least. */
  order: readonly number[];
  /** By topic: what the forecast of an impression in any segment is made of, before its profile. */
  weights: Float64Array;
  chanceOfKeyword: number;
}

interface Answers {
  opens: Float64Array;
  exposure: Float64Array;
}

/** Notes whose keywords were checked count against this many at the first accuracy. */
const firstNotes = 100;
const accuracyRange = [0.1, 0.995] as const;

/** What each note is about, as far as its answers and its keywords together tell; and what places are worth. */
export class NoteReadings {
  keywordAccuracy: number;
  private readonly answers: (Answers | undefined)[] = [];
  /** Readings that nothing has changed since. */
  private readonly known: (NoteReading | undefined)[] = [];
  private readonly lessons: PlaceLessons | null;
  private readonly parts: Float64Array;
  private profiles: readonly (readonly number[])[] = [];
  private right: number;
  private checked = firstNotes;

  constructor(
    private readonly platform: Platform,
    private readonly priors: RatingPriors,
    private readonly rule: ReadingRule,
  ) {
    this.keywordAccuracy = rule.keywordAccuracy;
    this.right = firstNotes * rule.keywordAccuracy;
    this.lessons = rule.lessons ? new PlaceLessons(platform.places, rule.lessons) : null;
    this.parts = new Float64Array(platform.places.factors.topics.length);
    this.refreshProfiles();
  }

  beginHour(): void {
    if (!this.lessons) return;
    this.lessons.learn();
    this.refreshProfiles();
    this.known.length = 0;
  }

  /** Remembers who opened the note, after learning from how that differs from the forecast. */
  served(note: NoteInPlay, served: Served, hour: number): void {
    if (this.lessons) this.teach(this.lessons, note, served, hour);
    this.known[note.index] = undefined;
    const { opens, exposure } = (this.answers[note.index] ??= this.noAnswers());
    const profile = this.profileOf(note.note.keywordTopic);
    for (let segment = 0; segment < opens.length; segment++) {
      opens[segment] = (opens[segment] as number) + (served.clicksBySegment[segment] as number);
      exposure[segment] =
        (exposure[segment] as number) +
        (served.expectedBySegment[segment] as number) / (profile[segment] as number);
    }
  }

  of(note: NoteInPlay): NoteReading {
    return (this.known[note.index] ??= this.read(note));
  }

  private read(note: NoteInPlay): NoteReading {
    const { hookMean, hookShape } = this.priors.prior;
    const { keywordTopic } = note.note;
    const { chance, hooks } = rereadTopic(this.answers[note.index] ?? this.noAnswers(), {
      profiles: this.profiles,
      keywordTopic,
      keywordAccuracy: this.keywordAccuracy,
      hookMean,
      hookShape,
      ownTaste: this.rule.ownTaste,
    });
    const weights = chance.map((one, topic) => one * (hooks[topic] as number));
    const hook = sumOf(weights);
    const profile = new Float64Array(this.platform.world.segments.length);
    for (let topic = 0; topic < weights.length; topic++)
      for (let segment = 0; segment < profile.length; segment++)
        profile[segment] =
          (profile[segment] as number) +
          ((weights[topic] as number) / hook) * (this.profileOf(topic)[segment] as number);
    const order = Array.from(profile.keys()).sort((a, b) => (profile[b] as number) - (profile[a] as number));
    return { hook, profile, order, weights, chanceOfKeyword: chance[keywordTopic] as number };
  }

  /** A note's way has ended: what it turned out to be about tells how far keywords can be trusted. */
  checkKeywords(note: NoteInPlay): void {
    this.right += this.of(note).chanceOfKeyword;
    this.checked += 1;
    const [least, most] = accuracyRange;
    this.keywordAccuracy = Math.min(most, Math.max(least, this.right / this.checked));
  }

  private teach(lessons: PlaceLessons, note: NoteInPlay, served: Served, hour: number): void {
    const { places } = this.platform;
    const reading = this.of(note);
    const keyword = this.profileOf(note.note.keywordTopic);
    const age = Math.max(0, hour - note.note.bornHour);
    let allOpens = 0;
    let allForecast = 0;
    for (let segment = 0; segment < keyword.length; segment++) {
      const expected = served.expectedBySegment[segment] as number;
      if (!(expected > 0)) continue;
      const exposure = expected / (keyword[segment] as number);
      const opens = served.clicksBySegment[segment] as number;
      const forecast = exposure * reading.hook * (reading.profile[segment] as number);
      for (let topic = 0; topic < this.parts.length; topic++)
        this.parts[topic] =
          ((reading.weights[topic] as number) * (this.profileOf(topic)[segment] as number) * exposure) /
          forecast;
      const before = (note.shown[segment] as number) - (served.impressionsBySegment[segment] as number);
      const seen = before / places.share(segment);
      lessons.ofSegment(segment, { opens, forecast, age, seen, parts: this.parts });
      allOpens += opens;
      allForecast += forecast;
    }
    lessons.ofServing(allOpens, allForecast, note.note.slotMix, places.followerPart(note.note, served.reach));
  }

  private refreshProfiles(): void {
    const { topics, affinity } = this.platform.places.factors;
    this.profiles = affinity.map((row, topic) => row.map((factor) => factor * (topics[topic] as number)));
  }

  private profileOf(topic: number): readonly number[] {
    return this.profiles[topic] as readonly number[];
  }

  private noAnswers(): Answers {
    const { length } = this.platform.world.segments;
    return { opens: new Float64Array(length), exposure: new Float64Array(length) };
  }
}
