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
    @let said = disclosure();
    @if (said !== 'none') {
      <app-chip>{{ \`write.label.\${said}\` | t }}</app-chip>
    }
    @let ai = aiLabel();
    @if (ai !== 'none') {
      <app-chip tone="action">{{ \`write.label.ai-\${ai}\` | t }}</app-chip>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 6px;
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
