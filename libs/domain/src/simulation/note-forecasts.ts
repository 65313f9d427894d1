import { rateNote, type Rating, ratingShape } from '../pools/rate-note';
import type { NoteInPlay } from './note-in-play';
import type { RatingPriors } from './rating-priors';
import type { Platform } from './serving-rule';

export interface NoteForecast {
  rating: Rating;
  /** Response of an average note at each reach at present; times the lift it is the forecast of this one. */
  places: Float64Array;
}

/** Ratings and forecasts of an hour, made once for each note and made anew when it was shown or time went on. */
export class NoteForecasts {
  private readonly made: (NoteForecast | undefined)[] = [];
  private readonly madeAt: number[] = [];

  constructor(
    private readonly platform: Platform,
    private readonly priors: RatingPriors,
  ) {}

  of(note: NoteInPlay, hour: number): NoteForecast {
    const known = this.made[note.index];
    if (known && this.madeAt[note.index] === hour) return known;
    const places = known?.places ?? new Float64Array(this.platform.world.reaches.length);
    const forecast = {
      rating: rateNote(note, this.priors.prior),
      places: this.platform.places.byReach(note, hour, places),
    };
    this.made[note.index] = forecast;
    this.madeAt[note.index] = hour;
    return forecast;
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
