import { Component, computed, input } from '@angular/core';
import type { ImportListItem } from '@poolrise/contracts';
import type { TextKey } from '../../i18n/text-key';
import { T } from '../../i18n/t';
import { Chip } from '../ui/chip';
import { shownState, stateIcons, stateTones } from './import-words';

/** Where a file stands, in a word. */
@Component({
  selector: 'app-import-state',
  imports: [Chip, T],
  template: `<app-chip [tone]="tones[state()]" [icon]="icons[state()]">{{ name() | t }}</app-chip>`,
})
export class StateChip {
  readonly file = input.required<Pick<ImportListItem, 'state' | 'underWay'>>();
  protected readonly state = computed(() => shownState(this.file()));
  protected readonly name = computed((): TextKey => `imports.state.${this.state()}`);
  protected readonly tones = stateTones;
  protected readonly icons = stateIcons;
}
