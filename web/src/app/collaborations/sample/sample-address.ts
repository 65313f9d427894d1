import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { OrderView, SampleAddressView } from '@poolrise/contracts';
import { provinceNames } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import type { TextKey } from '../../../i18n/text-key';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { confirmed } from '../../settings/confirm-dialog';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { Skeleton } from '../../ui/skeleton';
import type { OrderCommands } from '../order/order-commands';

/** Where the sample goes, for the two sides that may know; asked for apart from the order, so that nothing else carries it. */
@Component({
  selector: 'app-sample-address',
  imports: [FailedState, MatButton, Skeleton, T],
  template: `
    <h3>{{ 'orderSample.address.title' | t }}</h3>
    @if (view(); as shown) {
      @if (lines(); as lines) {
        <address>
          @for (line of lines; track $index) {
            <span>{{ line }}</span>
          }
        </address>
      } @else {
        <p class="hint">{{ gone(shown.state) | t }}</p>
      }
      <p class="hint">{{ promise() }}</p>
      <div class="moves">
        @if (mayChange() && shown.state !== 'none') {
          <button matButton="outlined" type="button" (click)="change()">
            {{ 'orderSample.address.change' | t }}
          </button>
        }
        @if (shown.mayForget) {
          <button matButton type="button" (click)="forget()">{{ 'orderSample.address.forget' | t }}</button>
        }
      </div>
    } @else if (address.error(); as error) {
      <app-failed-state [error]="error" (retry)="address.reload()" />
    } @else {
      <app-skeleton height="60px" radius="12px" />
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 14px;
      padding-top: 12px;
      border-top: 1px solid var(--pr-line);
    }
    h3 {
      font-size: 13px;
    }
    address {
      display: grid;
      margin: 6px 0;
      font-style: normal;
      overflow-wrap: anywhere;
    }
    .hint {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    .moves {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-top: 8px;
    }
    .moves:empty {
      display: none;
    }
  `,
})
export class SampleAddress {
  private readonly dialogs = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly order = input.required<OrderView>();
  readonly commands = input.required<OrderCommands>();

  private readonly path = computed(() => `/api/v1/orders/${this.order().id}/address`);
  private readonly givenAt = computed(() => this.order().sample?.addressAt);
  protected readonly address = httpResource<SampleAddressView>(() => {
    // Another address was given: it is asked for anew.
    this.givenAt();
    return this.path();
  });
  protected readonly view = kept(this.path, this.address);

  protected readonly lines = computed(() => {
    const address = this.view()?.address;
    if (!address) return null;
    const { recipient, phone, province, street } = address;
    return [`${recipient} · ${phone}`, `${this.texts.of(provinceNames[province])} ${street}`];
  });
  protected readonly mayChange = computed(() => this.order().legal.includes('give-address'));
  /** How long it is kept, so that nobody has to ask. */
  protected readonly promise = computed(() => {
    const [view, sample] = [this.view(), this.order().sample];
    if (!view || !sample || (view.state !== 'kept' && view.state !== 'none')) return '';
    if (view.forgetAt)
      return this.texts.say('orderSample.address.forgetAt', { at: this.format.day(view.forgetAt) });
    return this.texts.say('orderSample.address.promise', { n: sample.rules.addressKeptDays });
  });

  constructor() {
    reloadOn(this.address, 'orders');
  }

  /** Why there is no address to show. */
  protected gone(state: SampleAddressView['state']): TextKey {
    if (state === 'deleted' || state === 'unreadable') return `orderSample.address.${state}`;
    return `orderSample.address.${this.order().side === 'creator' ? 'noneYours' : 'none'}`;
  }

  protected async change(): Promise<void> {
    const { AddressDialog } = await import('./address-dialog');
    const data = { commands: this.commands(), before: this.view()?.address ?? null };
    this.dialogs.open(AddressDialog, { width: '480px', data });
  }

  protected async forget(): Promise<void> {
    const done = await confirmed(this.dialogs, {
      title: this.texts.say('orderSample.address.forget'),
      text: this.texts.say('orderSample.address.forgetText'),
      go: this.texts.say('orderSample.address.forgetGo'),
      command: () => this.commands().forgetAddress(),
    });
    if (done) this.address.reload();
  }
}
