import { Component, computed, inject, input, output } from '@angular/core';
import type { ReportSpec } from '@poolrise/contracts';
import {
  costKinds,
  type DefinitionChoice,
  interactionKinds,
  type MetricId,
  refundKinds,
  type ReportDimension,
  reportLimits,
  tierSchemes,
} from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { ReportWords } from '../report-words';

const axes = [
  { key: 'interactions', kinds: interactionKinds },
  { key: 'cost', kinds: costKinds },
  { key: 'refunds', kinds: refundKinds },
] as const;

/** Which definitions count where the field knows several, and the order and number of rows. */
@Component({
  selector: 'app-definition-field',
  imports: [T],
  templateUrl: './definition-field.html',
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    label {
      display: grid;
      gap: 3px;
      min-width: 0;
    }
    span {
      color: var(--pr-muted);
      font-size: 12px;
    }
    .pr-field {
      width: 100%;
      min-width: 0;
      box-sizing: border-box;
    }
  `,
})
export class DefinitionField {
  protected readonly texts = inject(Texts);
  private readonly words = inject(ReportWords);
  readonly spec = input.required<ReportSpec>();
  readonly wishes = output<Partial<ReportSpec>>();
  protected readonly axes = axes;
  protected readonly schemes = tierSchemes;
  protected readonly most = reportLimits.rows;

  protected readonly sorts = computed(() => {
    const { metrics, dimensions, sort } = this.spec();
    const all: { by: MetricId | ReportDimension; name: string }[] = [
      ...dimensions.map((by) => ({ by, name: this.words.dimension(by) })),
      ...metrics.map((by) => ({ by, name: this.words.metric(by) })),
    ];
    return all.flatMap(({ by, name }) =>
      (['desc', 'asc'] as const).map((direction) => ({
        key: `${by} ${direction}`,
        name: this.texts.say(`reports.definition.${direction}`, { name }),
        on: sort.by === by && sort.direction === direction,
      })),
    );
  });

  protected choose(axis: keyof DefinitionChoice, kind: string): void {
    this.wishes.emit({ choice: { ...this.spec().choice, [axis]: kind } as DefinitionChoice });
  }

  protected scheme(tierScheme: string): void {
    // Tiers of one scheme mean nothing in another.
    this.wishes.emit({ tierScheme, filters: { ...this.spec().filters, tierKeys: [] } });
  }

  protected sort(key: string): void {
    const [by = '', direction = 'desc'] = key.split(' ');
    this.wishes.emit({ sort: { by, direction } as ReportSpec['sort'] });
  }

  protected number(field: 'rowLimit' | 'hitInteractions', text: string, most: number): void {
    const value = Math.round(Number(text));
    if (Number.isFinite(value) && value >= 1) this.wishes.emit({ [field]: Math.min(value, most) });
  }
}
