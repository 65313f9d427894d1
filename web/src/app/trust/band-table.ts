import { Component, computed, inject, input } from '@angular/core';
import type { FairnessView } from '@poolrise/contracts';
import { followerTiers, meritBands } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Scrolls } from '../ui/scrolls';

/** One hit moves the figure of fewer notes more than any rule does. */
const fewNotes = 30;

/** Who is shown among notes that are about equally good: tiers of followers down, fifths of merit across. */
@Component({
  selector: 'app-band-table',
  imports: [Scrolls, T],
  template: `
    <div [appScrolls]="'trust.fairness.bands.title' | t">
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col">{{ 'trust.fairness.bands.tier' | t }}</th>
            @for (name of bands(); track name) {
              <th scope="col" class="pr-number">{{ name }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.tier) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              @for (cell of row.cells; track $index) {
                <td class="pr-number" [class.few]="cell.few">{{ cell.text }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    <p class="note">{{ 'trust.fairness.bands.text' | t }}</p>
  `,
  styleUrl: './trust.scss',
  styles: `
    .few {
      color: var(--pr-muted);
    }
  `,
})
export class BandTable {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly lines = input.required<FairnessView['bands']>();

  protected readonly bands = computed(() =>
    bandKeys.map((band) => this.texts.say(`trust.fairness.bands.band.${band}`)),
  );
  protected readonly rows = computed(() =>
    followerTiers
      .filter((tier) => this.lines().some(({ group }) => group === tier))
      .map((tier) => ({
        tier,
        name: this.texts.say(`trust.fairness.followers.${tier}`),
        cells: Array.from({ length: meritBands }, (_, band) => {
          const found = this.lines().find((line) => line.group === tier && line.band === band);
          return { text: this.format.lift(found?.ratio ?? null), few: (found?.notes ?? 0) < fewNotes };
        }),
      })),
  );
}

const bandKeys = ['0', '1', '2', '3', '4'] as const;
