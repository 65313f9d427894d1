import { inject, Service } from '@angular/core';
import { type CreatorMetric, metrics } from '@poolrise/domain';
import { Format } from '../../ui/format';

/** A figure of a creator as lists show it: short, in whole yuan where cents say nothing. */
@Service()
export class CreatorFigure {
  private readonly format = inject(Format);

  short(metric: CreatorMetric, value: number | null): string {
    if (value === null) return this.format.metric(metric, value);
    switch (metrics[metric].unit) {
      case 'count':
        return this.format.compact(value);
      case 'cents':
        return this.yuan(value);
      default:
        return this.format.metric(metric, value);
    }
  }

  /** A quote is thousands of yuan, a cost per read some fen, and that of a note that took off less than one. */
  private yuan(cents: number): string {
    if (cents >= 10_000) return this.format.roundMoney(Math.round(cents / 100) * 100);
    if (cents > 0 && cents < 9.5) return `¥${this.format.decimal(cents / 100, 3)}`;
    return this.format.roundMoney(Math.round(cents));
  }
}
