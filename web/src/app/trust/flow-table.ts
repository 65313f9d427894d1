import { Component, computed, inject, input } from '@angular/core';
import type { ConservationView, ImpressionFate } from '@poolrise/contracts';
import { rails } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Scrolls } from '../ui/scrolls';
import { AppLineage } from '../ui/lineage';
import { FigureGrid } from '../ui/figure-grid';

type FlowRow = ConservationView['flow'][number];
const fates = ['open', 'pass', 'stop', 'none'] as const satisfies ImpressionFate[];

/** Every impression by level: how it came about on the left, what became of the run on the right, one sum between. */
@Component({
  selector: 'app-flow-table',
  imports: [AppLineage, FigureGrid, Scrolls, T],
  template: `
    <div [appScrolls]="'trust.conservation.table.title' | t">
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col">{{ 'trust.conservation.table.level' | t }}</th>
            @for (rail of rails; track rail) {
              <th scope="col" class="pr-number">{{ railWord(rail) }}</th>
            }
            <th scope="col" class="pr-number">{{ 'trust.conservation.table.sum' | t }}</th>
            @for (fate of shownFates(); track fate) {
              <th scope="col" class="pr-number">{{ fateWord(fate) }}</th>
            }
          </tr>
        </thead>
        <tbody appFigureGrid>
          @for (row of rows(); track row.level) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              @for (figure of row.figures; track $index) {
                <td class="pr-number" [class.sum]="$index === rails.length">
                  <span appLineage="impressionsByFate">{{ format.number(figure) }}</span>
                </td>
              }
            </tr>
          }
        </tbody>
        <tfoot appFigureGrid>
          <tr>
            <th scope="row">{{ 'trust.conservation.table.sum' | t }}</th>
            @for (figure of totals(); track $index) {
              <td class="pr-number">
                <span appLineage="impressionsByFate">{{ format.number(figure) }}</span>
              </td>
            }
          </tr>
        </tfoot>
      </table>
    </div>
  `,
  styleUrl: './trust.scss',
  styles: `
    .sum {
      background: var(--pr-basin);
      font-weight: 600;
    }
  `,
})
export class FlowTable {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly view = input.required<ConservationView>();

  protected readonly rails = rails;
  /** A count without a run is a fault: its column appears with the first one. */
  protected readonly shownFates = computed(() =>
    fates.filter((fate) => fate !== 'none' || this.view().flow.some((row) => row.fate === 'none')),
  );
  protected readonly rows = computed(() =>
    this.view()
      .levels.map(({ level, name }) => ({
        level,
        name: this.texts.of(name),
        figures: this.figuresOf((row) => row.level === level),
      }))
      .filter(({ figures }) => figures.some((figure) => figure > 0)),
  );
  protected readonly totals = computed(() => this.figuresOf(() => true));

  protected railWord(rail: (typeof rails)[number]): string {
    return this.texts.say(`common.rail.${rail}`);
  }

  protected fateWord(fate: ImpressionFate): string {
    return this.texts.say(`trust.conservation.fate.${fate}`);
  }

  private figuresOf(belongs: (row: FlowRow) => boolean): number[] {
    const rows = this.view().flow.filter(belongs);
    const sum = (of: (row: FlowRow) => boolean) =>
      rows.filter(of).reduce((total, { impressions }) => total + impressions, 0);
    return [
      ...rails.map((rail) => sum((row) => row.rail === rail)),
      sum(() => true),
      ...this.shownFates().map((fate) => sum((row) => row.fate === fate)),
    ];
  }
}
