import { Component, computed, effect, inject, input, linkedSignal, output } from '@angular/core';
import { type CreatorMetric, metrics } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { MetricName } from '../../ui/metric-name';
import { asWritten, readAmount, readRange, toMetricUnit, writeRange } from './amount';

/** Typing pauses this long before the list follows, in milliseconds. */
const pause = 350;

/** A filter by the size of a figure: two fields that read what people write, 1.2万 and 12k among it. */
@Component({
  selector: 'app-range-field',
  imports: [MetricName, T],
  template: `
    <div class="title">
      <app-metric-name [metric]="metric()" /><small>{{ unit() }}</small>
    </div>
    <div class="ends">
      <input
        type="text"
        inputmode="decimal"
        autocomplete="off"
        maxlength="20"
        [class.wrong]="problem() !== null"
        [attr.aria-label]="'creators.finder.range.min' | t: { metric: name() }"
        [attr.aria-invalid]="problem() !== null"
        [attr.aria-describedby]="problem() === null ? null : problemId()"
        [placeholder]="'creators.finder.range.from' | t"
        [value]="min()"
        (input)="min.set($any($event.target).value)"
      />
      <span aria-hidden="true">–</span>
      <input
        type="text"
        inputmode="decimal"
        autocomplete="off"
        maxlength="20"
        [class.wrong]="problem() !== null"
        [attr.aria-label]="'creators.finder.range.max' | t: { metric: name() }"
        [attr.aria-invalid]="problem() !== null"
        [attr.aria-describedby]="problem() === null ? null : problemId()"
        [placeholder]="'creators.finder.range.to' | t"
        [value]="max()"
        (input)="max.set($any($event.target).value)"
      />
    </div>
    @if (problem(); as problem) {
      <p role="alert" [id]="problemId()">{{ problem | t }}</p>
    }
  `,
  styleUrl: './range-field.scss',
})
export class RangeField {
  private readonly texts = inject(Texts);
  readonly metric = input.required<CreatorMetric>();
  /** the range as the address has it */
  readonly value = input<string>();
  readonly choose = output<string | undefined>();

  private readonly asked = computed(() => readRange(this.value()));
  protected readonly min = linkedSignal<number | null, string>({
    source: () => this.asked()?.min ?? null,
    computation: (now, before) => this.written(now, before?.value),
  });
  protected readonly max = linkedSignal<number | null, string>({
    source: () => this.asked()?.max ?? null,
    computation: (now, before) => this.written(now, before?.value),
  });
  protected readonly name = computed(() => this.texts.of(metrics[this.metric()]));
  protected readonly unit = computed(() => {
    switch (metrics[this.metric()].unit) {
      case 'cents':
        return '¥';
      case 'ratio':
        return '%';
      case 'minutes':
        return this.texts.say('common.inMinutes', { n: '' }).trim();
      default:
        return '';
    }
  });
  protected readonly problemId = computed(() => `range-${this.metric()}`);
  private readonly typed = computed(() => ({ min: this.read(this.min()), max: this.read(this.max()) }));
  private readonly unfit = computed(() => {
    const { min, max } = this.typed();
    if (Number.isNaN(min) || Number.isNaN(max)) return 'creators.finder.range.unreadable' as const;
    return min !== null && max !== null && min > max ? ('creators.finder.range.reversed' as const) : null;
  });

  /** Said when typing has paused: 5 is no mistake on its way to 5000. */
  protected readonly problem = linkedSignal<unknown, ReturnType<typeof this.unfit>>({
    source: this.unfit,
    computation: (now, before) => (now === null ? null : (before?.value ?? null)),
  });

  constructor() {
    effect((onCleanup) => {
      const [unfit, next] = [this.unfit(), writeRange(this.typed())];
      if (unfit === null && next === this.value()) return;
      const say = () => (unfit === null ? this.choose.emit(next) : this.problem.set(unfit));
      const timer = setTimeout(say, pause);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** What was typed stays as it was typed, 1.2万 for one, while it says the same. */
  private written(now: number | null, before: string | undefined): string {
    return before !== undefined && this.read(before) === now ? before : asWritten(this.metric(), now);
  }

  private read(text: string): number | null {
    return toMetricUnit(this.metric(), readAmount(text));
  }
}
