import { Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import type { CreatorRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Icon } from '../../ui/icon';
import { CreatorWords } from './creator-words';

/** Account health beside a name: a tick when it is excellent, the word when something is wrong, nothing when it is ordinary. */
@Component({
  selector: 'app-health-mark',
  imports: [Icon, MatTooltip, T],
  template: `
    @if (deleted()) {
      <span class="wrong">{{ 'creators.deleted' | t }}</span>
    } @else if (health() === 'excellent') {
      <app-icon name="check-circle" [matTooltip]="sentence()" /><span class="pr-only-screen-reader">{{
        sentence()
      }}</span>
    } @else if (health() === 'abnormal') {
      <span class="wrong" [matTooltip]="sentence()"><app-icon name="error" />{{ word() }}</span>
    } @else {
      <span class="pr-only-screen-reader">{{ sentence() }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      align-items: center;
      color: var(--pr-passed);
      --icon-size: 15px;
    }
    .wrong {
      display: inline-flex;
      align-items: center;
      gap: 2px;
      color: var(--pr-stopped);
      font-size: 12px;
      font-weight: 600;
      white-space: nowrap;
    }
  `,
})
export class HealthMark {
  private readonly texts = inject(Texts);
  private readonly words = inject(CreatorWords);
  readonly health = input.required<CreatorRow['health']>();
  readonly deleted = input(false);

  protected readonly word = computed(() => this.words.value('health', this.health()));
  protected readonly sentence = computed(() =>
    this.texts.say('creators.tags.health', { level: this.word() }),
  );
}
