import { Component, computed, inject, input } from '@angular/core';
import { checkTexts, type CheckFinding, type FileChecks } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { ImportWords } from './import-words';

/** What the file contradicts itself in, each with how often and where first. */
@Component({
  selector: 'app-file-checks',
  imports: [Icon, T],
  template: `
    <section class="pr-card" [attr.aria-label]="'imports.checks.title' | t">
      <h2>{{ 'imports.checks.title' | t }}</h2>
      @if (lines().length > 0) {
        <p class="pr-muted">{{ 'imports.checks.text' | t }}</p>
        <ul>
          @for (line of lines(); track line.code) {
            <li>
              <app-icon name="error" />
              <div>
                <b>{{ line.what }}</b>
                <small>{{ line.rows }} · {{ line.first }}</small>
              </div>
            </li>
          }
        </ul>
      } @else {
        <p class="fine"><app-icon name="check-circle" />{{ 'imports.checks.fine' | t }}</p>
      }
    </section>
  `,
  styles: `
    section {
      margin-top: 16px;
    }
    p {
      margin-top: 4px;
      font-size: 13px;
    }
    .fine {
      display: flex;
      align-items: center;
      gap: 6px;
    }
    .fine app-icon {
      color: var(--pr-passed);
    }
    ul {
      margin: 6px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 10px;
      padding: 9px 0;
      border-bottom: 1px solid var(--pr-line);
    }
    li:last-child {
      padding-bottom: 0;
      border-bottom: 0;
    }
    li app-icon {
      color: var(--pr-paid-text);
    }
    b {
      display: block;
      font-weight: 550;
    }
    small {
      color: var(--pr-muted);
      font-size: 12.5px;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class FileChecksCard {
  private readonly texts = inject(Texts);
  private readonly words = inject(ImportWords);
  private readonly format = inject(Format);
  readonly checks = input.required<FileChecks>();
  /** a file of one sheet needs no name of it beside every row */
  readonly sheets = input.required<number>();

  protected readonly lines = computed(() =>
    this.checks().findings.map((finding) => ({
      code: finding.code,
      what: this.texts.of(checkTexts[finding.code]),
      rows: this.texts.say('imports.checks.rows', {
        n: this.format.number(finding.count),
        examined: this.format.number(finding.examined),
      }),
      first: this.first(finding),
    })),
  );

  private first({ firstRows }: CheckFinding): string {
    const places = firstRows.map(({ sheet, row }) => {
      const n = this.format.number(row);
      return this.sheets() > 1
        ? this.texts.say('imports.checks.placeIn', { sheet, n })
        : this.texts.say('imports.checks.place', { n });
    });
    return this.texts.say('imports.checks.first', { places: this.words.list(places) });
  }
}
