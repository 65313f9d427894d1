import { Component, computed, input } from '@angular/core';
import type { NoteRow } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Chip } from '../ui/chip';

/** What a note says of itself: that it is advertising, what its writer got for it, and a machine's part in it. */
@Component({
  selector: 'app-note-labels',
  imports: [Chip, T],
  template: `
    @if (ad()) {
      <app-chip tone="paid">{{ 'write.label.ad' | t }}</app-chip>
    }
    @if (disclosure() !== 'none') {
      <app-chip>{{ \`write.label.\${disclosure()}\` | t }}</app-chip>
    }
    @if (aiLabel() !== 'none') {
      <app-chip tone="action">{{ \`write.label.ai-\${aiLabel()}\` | t }}</app-chip>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 6px;
    }
    :host:empty {
      display: none;
    }
  `,
})
export class NoteLabels {
  readonly disclosure = input.required<NoteRow['disclosure']>();
  readonly aiLabel = input.required<NoteRow['aiLabel']>();
  /** whether it carries links to buy */
  readonly sells = input(false);
  protected readonly ad = computed(() => this.sells() && this.disclosure() !== 'none');
}
