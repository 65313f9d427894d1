import { Service, signal } from '@angular/core';

/** When the figures on screen last came from the api; the header shows it. */
@Service()
export class Freshness {
  private readonly at = signal<Date | null>(null);
  readonly asOf = this.at.asReadonly();

  heard(now = new Date()): void {
    this.at.set(now);
  }
}
