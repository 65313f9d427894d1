import { inject, Service } from '@angular/core';
import { type CreatorMetric, metrics } from '@poolrise/domain';
import { Format } from '../../ui/format';

/** A figure of a creator as lists show it: short, in whole yuan where cents say nothing. */
@Service()
export class CreatorFigure {
  private readonly format = inject(Format);

  short(metric: CreatorMetric, value: number | null): string {
    const { unit } = metrics[metric];
    if (value !== null && unit === 'count') return this.format.compact(value);
    // A quote is thousands of yuan; a cost per read is some fen.
    if (value !== null && unit === 'cents' && value >= 10_000)
      return this.format.roundMoney(Math.round(value / 100) * 100);
    return this.format.metric(metric, value);
  }
}
