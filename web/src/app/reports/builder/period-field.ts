import { Component, computed, inject, input, output } from '@angular/core';
import type { ReportSpec } from '@poolrise/contracts';
import {
  comparisonKinds,
  type ComparisonKind,
  daysInPeriod,
  reportLimits,
  shiftDay,
  timeBases,
  type TimeBasis,
} from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { comparedDays, lastDays, periodTrouble } from '../report-draft';
import { ReportWords } from '../report-words';

const presets = [7, 30, 90] as const;

/** Which days a report is about, and which it is compared with. */
@Component({
  selector: 'app-period-field',
  imports: [T],
  template: `
    <div class="presets" role="group" [attr.aria-label]="'reports.period.title' | t">
      @for (days of presets; track days) {
        <button type="button" class="pr-filter" [attr.aria-pressed]="isLast(days)" (click)="take(days)">
          {{ 'reports.period.last' | t: { n: days } }}
        </button>
      }
    </div>
    <div class="days">
      <label
        ><span>{{ 'reports.period.from' | t }}</span>
        <input
          class="pr-field"
          type="date"
          [min]="first"
          [value]="spec().period.from"
          [attr.aria-invalid]="trouble() ? true : null"
          (change)="set('from', $any($event.target).value)"
      /></label>
      <label
        ><span>{{ 'reports.period.to' | t }}</span>
        <input
          class="pr-field"
          type="date"
          [min]="first"
          [value]="spec().period.to"
          [attr.aria-invalid]="trouble() ? true : null"
          (change)="set('to', $any($event.target).value)"
      /></label>
    </div>
    @if (trouble(); as trouble) {
      <p class="wrong" role="alert">
        {{ \`reports.period.trouble.\${trouble}\` | t: { n: trouble === 'too-long' ? most : mostByHour } }}
      </p>
    }
    <label
      ><span>{{ 'reports.period.basis' | t }}</span>
      <select class="pr-field" (change)="basis($any($event.target).value)">
        @for (one of bases; track one) {
          <option [value]="one" [selected]="spec().timeBasis === one">
            {{ \`reports.period.bases.\${one}\` | t }}
          </option>
        }
      </select></label
    >
    <label
      ><span>{{ 'reports.period.compare' | t }}</span>
      <select class="pr-field" (change)="compare($any($event.target).value)">
        @for (kind of kinds; track kind) {
          <option [value]="kind" [selected]="spec().comparison.kind === kind">
            {{ \`reports.period.kinds.\${kind}\` | t }}
          </option>
        }
      </select></label
    >
    @if (spec().comparison.kind === 'own') {
      <div class="days">
        <label
          ><span>{{ 'reports.period.from' | t }}</span>
          <input
            class="pr-field"
            type="date"
            [value]="spec().comparison.period?.from ?? ''"
            (change)="setOwn('from', $any($event.target).value)"
        /></label>
        <label
          ><span>{{ 'reports.period.to' | t }}</span>
          <input
            class="pr-field"
            type="date"
            [value]="spec().comparison.period?.to ?? ''"
            (change)="setOwn('to', $any($event.target).value)"
        /></label>
      </div>
    } @else if (compared(); as before) {
      <p class="pr-muted">{{ before }}</p>
    }
  `,
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
    .wrong {
      color: var(--pr-stopped);
    }
  `,
})
export class PeriodField {
  private readonly words = inject(ReportWords);
  readonly spec = input.required<ReportSpec>();
  readonly change = output<Partial<ReportSpec>>();
  protected readonly presets = presets;
  protected readonly kinds = comparisonKinds;
  protected readonly bases = timeBases;
  protected readonly first = reportLimits.firstDay;
  protected readonly most = reportLimits.days;
  protected readonly mostByHour = reportLimits.hourDays;

  protected readonly trouble = computed(() => periodTrouble(this.spec()));
  protected readonly compared = computed(() => {
    const before = comparedDays(this.spec());
    return before && this.words.period(before);
  });

  protected isLast(days: number): boolean {
    const { from, to } = lastDays(days, new Date());
    const { period } = this.spec();
    return period.from === from && period.to === to;
  }

  protected take(days: number): void {
    this.change.emit({ period: lastDays(days, new Date()) });
  }

  protected set(end: 'from' | 'to', day: string): void {
    if (day) this.change.emit({ period: { ...this.spec().period, [end]: day } });
  }

  protected basis(timeBasis: TimeBasis): void {
    this.change.emit({ timeBasis });
  }

  protected compare(kind: ComparisonKind): void {
    const { period } = this.spec();
    const days = Math.max(1, daysInPeriod(period) || 1);
    const own = { from: shiftDay(period.from, -days), to: shiftDay(period.from, -1) };
    this.change.emit({ comparison: { kind, period: kind === 'own' ? own : null } });
  }

  protected setOwn(end: 'from' | 'to', day: string): void {
    const { period } = this.spec().comparison;
    if (day && period) this.change.emit({ comparison: { kind: 'own', period: { ...period, [end]: day } } });
  }
}
