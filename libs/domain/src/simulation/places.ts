import type { NoteInPlay } from './note-in-play';
import type { PlaceFactors, World, WorldNote } from './world';

/**
 * What a place is worth for a note: topic and segment, age, how often the segment has seen the note, slots, followers.
 * Made from the truth it says what happens; made from what is believed, what an average note would get there.
 */
export class Places {
  /** A copy of the world's factors: a rule that learns better ones may correct it. */
  readonly factors: {
    topics: number[];
    affinity: number[][];
    slots: number[];
    freshnessHours: number;
    readers: number;
    followerLift: number;
  };

  constructor(
    private readonly world: World,
    factors: PlaceFactors,
    private readonly topicOf: (note: WorldNote) => number,
  ) {
    this.factors = {
      ...factors,
      topics: [...factors.topics],
      affinity: factors.affinity.map((row) => [...row]),
      slots: [...factors.slots],
    };
  }

  /** Response in one segment at this hour, at an average slot and to strangers; 1 is average. */
  inSegment(note: NoteInPlay, segment: number, hour: number): number {
    const { topics, affinity } = this.factors;
    const topic = this.topicOf(note.note);
    return (
      (topics[topic] as number) *
      ((affinity[topic] as number[])[segment] as number) *
      this.wear(note, segment, hour)
    );
  }

  /** What age and weariness leave of a note's response in a segment, 0 to 1. */
  wear(note: NoteInPlay, segment: number, hour: number): number {
    const { freshnessHours, readers } = this.factors;
    const age = Math.max(0, hour - note.note.bornHour);
    return Math.exp(
      -age / freshnessHours - (note.shown[segment] as number) / (readers * this.share(segment)),
    );
  }

  /** The response at each reach, narrowest first, to whom the keywords find. Fills `into`. */
  byReach(note: NoteInPlay, hour: number, into: Float64Array): Float64Array {
    return this.byOrder(this.orderOf(note.note), (segment) => this.inSegment(note, segment, hour), into);
  }

  /** The same for any order of segments and any response in them: the mean over the segments that a reach opens. */
  byOrder(order: readonly number[], response: (segment: number) => number, into: Float64Array): Float64Array {
    let readers = 0;
    let sum = 0;
    let next = 0;
    for (const [reach, size] of this.world.reaches.entries()) {
      for (; next < size; next++) {
        const segment = order[next] as number;
        readers += this.share(segment);
        sum += this.share(segment) * response(segment);
      }
      into[reach] = sum / readers;
    }
    return into;
  }

  /** The segments that a note is shown to at a reach. */
  segmentsAt(note: WorldNote, reach: number): readonly number[] {
    return this.orderOf(note).slice(0, this.world.reaches[Math.min(reach, this.world.reaches.length - 1)]);
  }

  /** Mean factor of the slots in which the note stands. */
  slotFactor(note: WorldNote): number {
    return note.slotMix.reduce((sum, part, slot) => sum + part * (this.factors.slots[slot] as number), 0);
  }

  /** How much the creator's own followers among the readers raise opens. */
  followerFactor(note: WorldNote, reach: number): number {
    return 1 + this.followerPart(note, reach) * (this.factors.followerLift - 1);
  }

  /** The creator's own followers' part of the readers at a reach, 0 to 1. */
  followerPart(note: WorldNote, reach: number): number {
    const parts = this.world.followerParts;
    return note.followerShare * (parts[Math.min(reach, parts.length - 1)] as number);
  }

  share(segment: number): number {
    return (this.world.segments[segment] as { share: number }).share;
  }

  /** The note's segments from the best matched to the least, as its keywords have it. */
  orderOf(note: WorldNote): readonly number[] {
    // Whom a note is shown to is always decided by its keywords, also where the truth is asked what happens then.
    return this.world.segmentOrder[note.keywordTopic] as readonly number[];
  }
}

/** What really happens to an average note on the topic that the note is about. */
export const truePlaces = (world: World): Places => new Places(world, world.truth, (note) => note.topic);

/** What the platform expects of an average note with these keywords. */
export const believedPlaces = (world: World): Places =>
  new Places(world, world.believed, (note) => note.keywordTopic);
