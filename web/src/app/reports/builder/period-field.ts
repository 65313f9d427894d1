import { Component, computed, inject, input, output } from '@angular/core';
import type { ReportSpec } from '@poolrise/contracts';
import {
  comparisonKinds,
  type ComparisonKind,
  daysInPeriod,
  reportLimits,
  shiftDay,
  timeBases,
  timeZone,
  type TimeBasis,
} from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { comparedDays, lastDays, periodTrouble } from '../report-draft';
import { ReportWords } from '../report-words';
import { ZoneField } from '../zone-field';

const presets = [7, 30, 90] as const;

/** Which days a report is about, and which it is compared with. */
@Component({
  selector: 'app-period-field',
  imports: [T, ZoneField],
  templateUrl: './period-field.html',
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    .presets {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .days {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 8px;
    }
    label {
      display: grid;
      gap: 3px;
      min-width: 0;
    }
    label span,
    p {
      color: var(--pr-muted);
      font-size: 12px;
    }
    .pr-field {
      width: 100%;
      min-width: 0;
      box-sizing: border-box;
    }
    .zone {
      display: grid;
      gap: 4px;
    }
    .wrong {
      color: var(--pr-stopped);
    }
  `,
})
export class PeriodField {
  private readonly words = inject(ReportWords);
  readonly spec = input.required<ReportSpec>();
  readonly wishes = output<Partial<ReportSpec>>();
  protected readonly presets = presets;
  protected readonly kinds = comparisonKinds;
  protected readonly bases = timeBases;
  protected readonly first = reportLimits.firstDay;
  protected readonly most = reportLimits.days;
  protected readonly mostByHour = reportLimits.hourDays;

  protected readonly trouble = computed(() => periodTrouble(this.spec()));
  /** Days of files stay days in Shanghai: whoever counts by another clock has to know. */
  protected readonly elsewhere = computed(() => this.spec().timeZone !== timeZone);
  protected readonly compared = computed(() => {
    const before = comparedDays(this.spec());
    return before && this.words.period(before);
  });

  protected isLast(days: number): boolean {
    const { from, to } = lastDays(days, new Date(), this.spec().timeZone);
    const { period } = this.spec();
    return period.from === from && period.to === to;
  }

  protected take(days: number): void {
    this.wishes.emit({ period: lastDays(days, new Date(), this.spec().timeZone) });
  }

  protected set(end: 'from' | 'to', day: string): void {
    if (day) this.wishes.emit({ period: { ...this.spec().period, [end]: day } });
  }

  protected basis(timeBasis: TimeBasis): void {
    this.wishes.emit({ timeBasis });
  }

  protected compare(kind: ComparisonKind): void {
    const { period } = this.spec();
    const days = Math.max(1, daysInPeriod(period) || 1);
    const own = { from: shiftDay(period.from, -days), to: shiftDay(period.from, -1) };
    this.wishes.emit({ comparison: { kind, period: kind === 'own' ? own : null } });
  }

  protected setOwn(end: 'from' | 'to', day: string): void {
    const { period } = this.spec().comparison;
    if (day && period) this.wishes.emit({ comparison: { kind: 'own', period: { ...period, [end]: day } } });
  }
}
