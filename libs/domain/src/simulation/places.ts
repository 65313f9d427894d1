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
    const { topics, affinity, freshnessHours, readers } = this.factors;
    const topic = this.topicOf(note.note);
    const age = Math.max(0, hour - note.note.bornHour);
    const seen = (note.shown[segment] as number) / (readers * this.share(segment));
    return (
      (topics[topic] as number) *
      ((affinity[topic] as number[])[segment] as number) *
      Math.exp(-age / freshnessHours - seen)
    );
  }

  /** The same at each reach, narrowest first: the mean over the segments that the reach opens. Fills `into`. */
  byReach(note: NoteInPlay, hour: number, into: Float64Array): Float64Array {
    const order = this.orderOf(note.note);
    let readers = 0;
    let response = 0;
    let next = 0;
    for (const [reach, size] of this.world.reaches.entries()) {
      for (; next < size; next++) {
        const segment = order[next] as number;
        const share = this.share(segment);
        readers += share;
        response += share * this.inSegment(note, segment, hour);
      }
      into[reach] = response / readers;
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
    const parts = this.world.followerParts;
    const part = parts[Math.min(reach, parts.length - 1)] as number;
    return 1 + note.followerShare * part * (this.factors.followerLift - 1);
  }

  share(segment: number): number {
    return (this.world.segments[segment] as { share: number }).share;
  }

  private orderOf(note: WorldNote): readonly number[] {
    // Whom a note is shown to is always decided by its keywords, also where the truth is asked what happens then.
    return this.world.segmentOrder[note.keywordTopic] as readonly number[];
  }
}

/** What really happens to an average note on the topic that the note is about. */
export const truePlaces = (world: World): Places => new Places(world, world.truth, (note) => note.topic);

/** What the platform expects of an average note with these keywords. */
export const believedPlaces = (world: World): Places =>
  new Places(world, world.believed, (note) => note.keywordTopic);
