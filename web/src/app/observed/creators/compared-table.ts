import { Component, inject, input } from '@angular/core';
import { type ComparedFigure, meaningOf } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Scrolls } from '../../ui/scrolls';
import { ObservedWords } from '../observed-words';
import { ShownValue } from '../shown-value';
import { FileCreatorWords, reportedOf } from './creator-words';

/** What files say of a creator beside what was counted here, with the day of either. */
@Component({
  selector: 'app-compared-table',
  imports: [Scrolls, ShownValue, T],
  template: `
    <div [appScrolls]="'observedCreators.compared.heading' | t">
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col">{{ 'observedCreators.figures.figure' | t }}</th>
            <th scope="col">{{ 'observedCreators.compared.fileSays' | t }}</th>
            <th scope="col">{{ 'observedCreators.compared.counted' | t }}</th>
            <th scope="col">{{ 'observedCreators.compared.agrees' | t }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.figure) {
            <tr>
              <th scope="row">{{ said.field(row.figure) }}</th>
              <td>
                <b><app-shown-value [value]="reported(row.said.reading)" [unit]="unitOf(row)" /></b>
                <small>{{ words.source(row.said.source) }} · {{ words.day(row.said.day) }}</small>
              </td>
              <td>
                <app-shown-value [value]="row.counted.value" [unit]="unitOf(row)" />
                <small>{{ words.day(row.counted.day) }}</small>
              </td>
              <td [class.differs]="!row.agrees">
                {{ (row.agrees ? 'observedCreators.compared.yes' : 'observedCreators.compared.no') | t }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    <p class="why">{{ 'observedCreators.compared.why' | t }}</p>
  `,
  styleUrl: '../figures-table.scss',
  styles: `
    th[scope='row'] {
      min-width: 92px;
      font-weight: 500;
      white-space: normal;
    }
  `,
})
export class ComparedTable {
  protected readonly words = inject(ObservedWords);
  protected readonly said = inject(FileCreatorWords);
  readonly rows = input.required<readonly ComparedFigure[]>();
  protected readonly unitOf = ({ figure }: ComparedFigure) => meaningOf(figure).unit;
  protected readonly reported = reportedOf;
}
