import { Component, computed, inject, input, output } from '@angular/core';
import type { PortfolioView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { emptyMix, mixLeft, type MixMeasure, mixMeasures, type MixPart, type OwnMix } from './plan-draft';

/** A make-up of one's own: for each tier its percent of creators, of spend, or of both. */
@Component({
  selector: 'app-own-mix',
  imports: [T],
  template: `
    <table>
      <thead>
        <tr>
          <th scope="col">{{ 'matching.plan.own.tier' | t }}</th>
          @for (measure of measures; track measure) {
            <th scope="col">{{ measureWord(measure) }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (part of rows(); track part.tierKeys.join()) {
          <tr>
            <th scope="row">{{ nameOf(part) }}</th>
            @for (measure of measures; track measure) {
              <td>
                <input
                  class="pr-field"
                  type="number"
                  min="0"
                  max="100"
                  step="1"
                  [attr.aria-label]="label(part, measure)"
                  [value]="percentOf(part, measure)"
                  (change)="set(part, measure, $any($event.target).value)"
                />
              </td>
            }
          </tr>
        }
      </tbody>
      <tfoot>
        <tr aria-live="polite">
          <th scope="row">{{ 'matching.plan.own.left' | t }}</th>
          @for (one of left(); track $index) {
            <td [class.off]="one.off">{{ one.word }}</td>
          }
        </tr>
      </tfoot>
    </table>
    <label>
      {{ 'matching.plan.own.tolerance' | t }}
      <input
        class="pr-field"
        type="number"
        min="0"
        max="50"
        step="1"
        name="tolerance"
        [value]="tolerance()"
        (change)="loosen($any($event.target).value)"
      />
    </label>
    <p>{{ 'matching.plan.own.hint' | t }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-size: 13px;
    }
    th {
      font-weight: 400;
      text-align: start;
    }
    thead th {
      color: var(--pr-muted);
      font-size: 12px;
      vertical-align: bottom;
    }
    th,
    td {
      padding: 3px 6px 3px 0;
    }
    td,
    thead th:not(:first-child) {
      width: 84px;
    }
    td .pr-field {
      width: 78px;
    }
    tfoot th,
    tfoot td {
      padding-top: 8px;
      color: var(--pr-muted);
      font-size: 12px;
      font-variant-numeric: tabular-nums;
    }
    tfoot td.off {
      color: var(--pr-stopped);
      font-weight: 600;
    }
    label {
      display: flex;
      gap: 8px;
      align-items: center;
      justify-content: space-between;
      font-size: 13px;
    }
    label .pr-field {
      flex: none;
      width: 78px;
      margin-inline-end: 6px;
    }
    p {
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class OwnMixEditor {
  private readonly texts = inject(Texts);
  readonly mix = input.required<OwnMix>();
  readonly tiers = input.required<PortfolioView['tiers']>();
  readonly alter = output<OwnMix>();

  protected readonly measures = mixMeasures;
  /** Tiers that the make-up leaves out have a row too, so that they can be given a share. */
  protected readonly rows = computed((): MixPart[] => {
    const { shares } = this.mix();
    const named = shares.flatMap(({ tierKeys }) => tierKeys);
    const others = this.tiers().flatMap(({ key }) => (named.includes(key) ? [] : [key]));
    const places = this.tiers().map(({ key }) => key);
    return [...shares, ...emptyMix(others).shares].toSorted(
      (one, other) => places.indexOf(one.tierKeys[0] ?? '') - places.indexOf(other.tierKeys[0] ?? ''),
    );
  });
  protected readonly left = computed(() =>
    mixMeasures.map((measure) => {
      const left = mixLeft(this.mix(), measure);
      const off = left !== null && Math.abs(left) >= 0.5;
      if (left === null) return { off, word: this.texts.say('matching.plan.own.unused') };
      if (!off) return { off, word: this.texts.say('matching.plan.own.whole') };
      const percent = Math.abs(left);
      return {
        off,
        word: this.texts.say(left > 0 ? 'matching.plan.own.missing' : 'matching.plan.own.over', { percent }),
      };
    }),
  );
  protected readonly tolerance = computed(() => Math.round(this.mix().tolerance * 100));

  protected measureWord(measure: MixMeasure): string {
    return this.texts.say(`matching.plan.own.${measure}`);
  }

  protected nameOf({ tierKeys }: MixPart): string {
    const names = new Map(this.tiers().map(({ key, name }) => [key, this.texts.of(name)]));
    return tierKeys.map((key) => names.get(key) ?? key).join(this.texts.say('matching.and'));
  }

  protected label(part: MixPart, measure: MixMeasure): string {
    return `${this.nameOf(part)}: ${this.measureWord(measure)}`;
  }

  protected percentOf(part: MixPart, measure: MixMeasure): number | '' {
    const share = part[measure];
    return share === null ? '' : Math.round(share * 1_000) / 10;
  }

  protected set(part: MixPart, measure: MixMeasure, text: string): void {
    const percent = Number(text);
    const share = text.trim() === '' || !Number.isFinite(percent) ? null : clamped(percent, 100) / 100;
    const shares = this.rows().map((row) =>
      row.tierKeys.join() === part.tierKeys.join() ? { ...row, [measure]: share } : row,
    );
    this.alter.emit({ ...this.mix(), shares });
  }

  protected loosen(text: string): void {
    this.alter.emit({ ...this.mix(), tolerance: clamped(Number(text) || 0, 50) / 100 });
  }
}

const clamped = (percent: number, most: number): number => Math.min(most, Math.max(0, percent));
