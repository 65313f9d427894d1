import { Component, computed, inject, input } from '@angular/core';
import type { Basin, ClimbView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { EvidenceBars } from './evidence-bars';

/** What the note has shown in its present pool so far: the evidence on which the next verdict will stand. */
@Component({
  selector: 'app-running-evidence',
  imports: [EvidenceBars, T],
  template: `
    <h3>{{ 'climb.why.soFar' | t: { level: level() } }}</h3>
    <app-evidence-bars class="in-a-row" [evidence]="evidence()" />
  `,
  styles: `
    :host {
      display: block;
      margin-top: 10px;
      padding-top: 14px;
      border-top: 1px solid var(--pr-line);
    }
    h3 {
      margin: 0 0 10px;
      font-size: 13px;
      font-weight: 650;
    }
  `,
})
export class RunningEvidence {
  private readonly texts = inject(Texts);

  readonly basins = input.required<readonly Basin[]>();
  readonly current = input.required<NonNullable<ClimbView['current']>>();

  protected readonly level = computed(() => {
    const basin = this.basins().find(({ level }) => level === this.current().level);
    return basin ? this.texts.of(basin.name) : '';
  });
  protected readonly evidence = computed(() => ({
    ...this.current(),
    sure: this.current().estimate.probabilityAbove,
  }));
}
