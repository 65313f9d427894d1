import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import type { CampaignRow, Page } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Session } from '../session/session';
import { campaignsRoot } from './campaigns-api';

/** As many as fit a list that one reads from top to bottom; whoever has more ties afterwards, on the campaign. */
const shownMost = 50;

/** The campaign that what is being made belongs to; nothing where there is none to choose. */
@Component({
  selector: 'app-campaign-picker',
  imports: [T],
  template: `
    @if (campaigns().length) {
      <label>
        <span>{{ label() ?? ('campaigns.picker.label' | t) }}</span>
        <select class="pr-field" name="campaign" (change)="chosen.emit($any($event.target).value || null)">
          <option value="" [selected]="!campaignId()">{{ none() ?? ('campaigns.picker.none' | t) }}</option>
          @for (one of campaigns(); track one.id) {
            <option [value]="one.id" [selected]="one.id === campaignId()">{{ one.name }}</option>
          }
        </select>
        @if (hint() !== '') {
          <small>{{ hint() ?? ('campaigns.picker.hint' | t) }}</small>
        }
      </label>
    }
  `,
  styles: `
    label {
      display: grid;
      gap: 4px;
      font-size: 13px;
    }
    span {
      font-weight: 650;
    }
    select {
      max-width: 320px;
    }
    small {
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class CampaignPicker {
  private readonly session = inject(Session);

  readonly campaignId = input.required<string | null>();
  /** in place of the words for boosts and orders that join one */
  readonly label = input<string>();
  readonly none = input<string>();
  readonly hint = input<string>();
  readonly chosen = output<string | null>();

  private readonly open = httpResource<Page<CampaignRow>>(() =>
    this.session.may('read:campaigns') ? `${campaignsRoot}?show=open&limit=${shownMost}` : undefined,
  );
  /** Without an answer there is simply nothing to choose: what is being made does not wait for it. */
  protected readonly campaigns = computed(() => (this.open.hasValue() ? this.open.value().items : []));
}
