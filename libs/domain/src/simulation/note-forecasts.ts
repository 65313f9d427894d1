import { rateNote, type Rating, ratingShape } from '../pools/rate-note';
import type { NoteInPlay } from './note-in-play';
import type { NoteReadings } from './note-readings';
import type { RatingPriors } from './rating-priors';
import type { Platform } from './serving-rule';

export interface NoteForecast {
  rating: Rating;
  /** Opens of an average note in the same places, as they are believed to be now. */
  expectedClicks: number;
  /** Response of an average note at each reach at present; times the lift it is the forecast of this one. */
  places: Float64Array;
  /** Segments from the best matched to the least. */
  order: readonly number[];
}

/** Ratings and forecasts of an hour, made once for each note and made anew when it was shown or time went on. */
export class NoteForecasts {
  private readonly made: (NoteForecast | undefined)[] = [];
  private readonly madeAt: number[] = [];

  constructor(
    private readonly platform: Platform,
    private readonly priors: RatingPriors,
    private readonly readings: NoteReadings | null = null,
  ) {}

  of(note: NoteInPlay, hour: number): NoteForecast {
    const known = this.made[note.index];
    if (known && this.madeAt[note.index] === hour) return known;
    const places = known?.places ?? new Float64Array(this.platform.world.reaches.length);
    const forecast = this.make(note, hour, places);
    this.made[note.index] = forecast;
    this.madeAt[note.index] = hour;
    return forecast;
  }

  private make(note: NoteInPlay, hour: number, into: Float64Array): NoteForecast {
    const { prior } = this.priors;
    const { places } = this.platform;
    if (!this.readings) {
      return {
        rating: rateNote(note, prior),
        expectedClicks: note.expectedClicks,
        places: places.byReach(note, hour, into),
        order: places.orderOf(note.note),
      };
    }
    const { hook, profile, order } = this.readings.of(note);
    // The expectation under which the rating's hook is the mean hook over the topics.
    const expectedClicks = (prior.hookShape + note.clicks) / hook - prior.hookShape / prior.hookMean;
    const response = (segment: number): number =>
      (profile[segment] as number) * places.wear(note, segment, hour);
    return {
      rating: rateNote({ clicks: note.clicks, content: note.content, expectedClicks }, prior),
      expectedClicks,
      places: places.byOrder(order, response, into),
      order,
    };
  }

  /** The note was shown: what was forecast of it no longer holds. */
  forget(note: NoteInPlay): void {
    this.madeAt[note.index] = -1;
  }

  /** A lift drawn from what is believed of the note: log-normal with the rating's mean and spread. */
  draw(note: NoteInPlay, hour: number): number {
    const { rating } = this.of(note, hour);
    const variance = 1 / ratingShape(rating);
    return rating.lift * Math.exp(Math.sqrt(variance) * this.platform.chance.normal() - variance / 2);
  }
}
