import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import type { ImportRetention } from '@poolrise/contracts';
import { usualKeptMonths } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Toast } from '../ui/toast';
import { ImportsApi } from './imports-api';

/** Offered beside what the workspace keeps files for. Ours. */
const offered = [3, 6, 12, 24, 36, 60];

/** For how long the files are kept that are brought in now; the choice can become the rule of the workspace. */
@Component({
  selector: 'app-keep-for',
  imports: [T],
  template: `
    @if (retention.hasValue()) {
      <label
        ><span>{{ 'imports.kept.forNew' | t }}</span>
        <select #choice class="pr-field" [value]="months()" (change)="chosen.set(+choice.value)">
          @for (one of all(); track one) {
            <option [value]="one" [selected]="one === months()">{{ monthsText(one) }}</option>
          }
        </select></label
      >
      @if (months() === rule()) {
        <small>{{ 'imports.kept.ruleText' | t }}</small>
      } @else {
        <button class="pr-link" type="button" (click)="makeRule()">{{ 'imports.kept.makeRule' | t }}</button>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      margin: -6px 0 14px;
      color: var(--pr-muted);
      font-size: 13px;
    }
    :host:empty {
      display: none;
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: 8px;
    }
    select {
      height: 30px;
    }
  `,
})
export class KeepFor {
  private readonly api = inject(ImportsApi);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly toast = inject(Toast);
  protected readonly retention = httpResource<ImportRetention>(() => '/api/v1/import-retention');
  protected readonly chosen = signal<number | null>(null);

  protected readonly rule = computed(() =>
    this.retention.hasValue() ? this.retention.value().months : usualKeptMonths,
  );
  protected readonly months = computed(() => this.chosen() ?? this.rule());
  protected readonly all = computed(() =>
    [...new Set([...offered, this.rule()])].sort((one, other) => one - other),
  );

  /** What is sent with a file; nothing where the rule of the workspace holds. */
  readonly sent = computed(() => (this.months() === this.rule() ? undefined : this.months()));

  protected monthsText(n: number): string {
    return this.texts.count('imports.kept.months', n, {}, this.format.number(n));
  }

  protected async makeRule(): Promise<void> {
    try {
      this.retention.set(await this.api.setRetention(this.months()));
      this.toast.say(this.texts.say('imports.kept.ruleMade', { months: this.monthsText(this.rule()) }));
    } catch (error) {
      this.toast.problem(error);
    }
  }
}
