import { Component, computed, inject, input } from '@angular/core';
import type { NoteRow } from '@poolrise/contracts';
import { Texts } from '../../i18n/texts';
import { Chip } from '../ui/chip';

/** What a note says of itself: that it is advertising, what its writer got for it, and a machine's part in it. */
@Component({
  selector: 'app-note-labels',
  imports: [Chip],
  template: `
    @if (ad(); as words) {
      <app-chip tone="paid">{{ words }}</app-chip>
    }
    @if (declared(); as words) {
      <app-chip>{{ words }}</app-chip>
    }
    @if (made(); as words) {
      <app-chip tone="action">{{ words }}</app-chip>
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
  private readonly texts = inject(Texts);
  readonly disclosure = input.required<NoteRow['disclosure']>();
  readonly aiLabel = input.required<NoteRow['aiLabel']>();
  /** whether it carries links to buy */
  readonly sells = input(false);

  protected readonly ad = computed(() =>
    this.sells() && this.disclosure() !== 'none' ? this.texts.say('write.label.ad') : null,
  );
  protected readonly declared = computed(() => {
    const disclosure = this.disclosure();
    return disclosure === 'none' ? null : this.texts.say(`write.label.${disclosure}`);
  });
  protected readonly made = computed(() => {
    const label = this.aiLabel();
    return label === 'none' ? null : this.texts.say(`write.label.ai-${label}`);
  });
}
