import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ParcelView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { SampleWords } from './sample-words';

/** One parcel: what is in it, how to find it, and what became of it. */
@Component({
  selector: 'app-parcel',
  imports: [Icon, MatButton, T],
  template: `
    <p class="what">
      <b>{{ parcel().product }}</b>
      <span>{{
        'orderSample.contents' | t: { n: parcel().quantity, money: format.money(parcel().valueCents) }
      }}</span>
    </p>
    <div class="number">
      <span>{{ words.carrier(parcel().carrier) }}</span>
      <code>{{ parcel().number }}</code>
    </div>
    <div class="ways">
      <button matButton type="button" (click)="copy()">
        <app-icon matButtonIcon [name]="copied() ? 'check' : 'copy'" />
        {{ (copied() ? 'common.copied' : 'orderSample.copy') | t }}
      </button>
      @if (words.page(parcel().carrier); as page) {
        <a matButton target="_blank" rel="noopener noreferrer" [href]="page">{{
          'orderSample.find' | t: { carrier: words.carrier(parcel().carrier) }
        }}</a>
      }
      <span class="pr-only-screen-reader" role="status">{{ copied() ? ('common.copied' | t) : '' }}</span>
    </div>
    <ul>
      @for (line of words.fate(parcel()); track line) {
        <li>{{ line }}</li>
      }
      <li>{{ 'orderSample.sentAt' | t: { at: format.dateTime(parcel().sentAt) } }}</li>
    </ul>
  `,
  styles: `
    :host {
      display: block;
      padding: 12px 14px;
      border-radius: 12px;
      background: var(--pr-basin);
    }
    .what {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 10px;
      justify-content: space-between;
      overflow-wrap: anywhere;
    }
    b {
      font-weight: 600;
    }
    .what span {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    .number {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 8px;
      align-items: center;
      margin-top: 6px;
    }
    code {
      min-width: 0;
      font-family: var(--pr-mono);
      font-size: 13px;
      overflow-wrap: anywhere;
      user-select: all;
    }
    ul {
      margin: 6px 0 0;
      padding: 0;
      color: var(--pr-muted);
      font-size: 12.5px;
      list-style: none;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      margin-inline-start: -12px;
    }
  `,
})
export class Parcel {
  private readonly clipboard = inject(Clipboard);
  protected readonly format = inject(Format);
  protected readonly words = inject(SampleWords);
  readonly parcel = input.required<ParcelView>();
  /** of this number; another one was not copied yet */
  protected readonly copied = linkedSignal({ source: () => this.parcel().number, computation: () => false });

  protected copy(): void {
    this.copied.set(this.clipboard.copy(this.parcel().number));
  }
}
