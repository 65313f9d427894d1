import { Component, inject, input } from '@angular/core';
import type { CreatorRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';

/** The follower tier by the workspace's own scheme. */
@Component({
  selector: 'app-tier-badge',
  imports: [T],
  template: `<span class="pr-only-screen-reader">{{ 'creators.filter.tier' | t }}: </span
    >{{ texts.of(tier().name) }}`,
  styles: `
    :host {
      flex: none;
      padding: 0 6px;
      border-radius: 5px;
      background: var(--pr-basin);
      color: var(--pr-muted);
      font-size: 11.5px;
      font-weight: 550;
      line-height: 18px;
      white-space: nowrap;
    }
  `,
})
export class TierBadge {
  protected readonly texts = inject(Texts);
  readonly tier = input.required<CreatorRow['tier']>();
}
