import { Component, computed, inject, input } from '@angular/core';
import type { OrderView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Chip } from '../../ui/chip';
import { Format } from '../../ui/format';
import type { OrderCommands } from '../order/order-commands';
import { Parcel } from './parcel';
import { SampleAddress } from './sample-address';
import { SampleWords } from './sample-words';

/** The sample of an order: where it is, what is late about it, every parcel, and where it goes. */
@Component({
  selector: 'app-sample-card',
  imports: [Chip, Parcel, SampleAddress, T],
  template: `
    @if (sample(); as sample) {
      <section class="pr-card">
        <header>
          <h2>{{ 'orderSample.title' | t }}</h2>
          @let state = words.state(sample);
          <app-chip [tone]="state.tone">{{ state.words | t }}</app-chip>
        </header>
        @for (kind of sample.troubles; track kind) {
          <p class="late">{{ words.trouble(kind, view()) }}</p>
        }
        @if (sample.promisedDay; as day) {
          <p class="hint">{{ 'orderSample.promised' | t: { day: words.day(day) } }}</p>
        }
        @if (!sample.parcels.length) {
          <p class="hint">{{ 'orderSample.noParcel' | t }}</p>
        }
        <ol [attr.aria-label]="'orderSample.parcels' | t">
          @for (parcel of latestFirst(); track parcel.sentAt) {
            <li><app-parcel [parcel]="parcel" /></li>
          }
        </ol>
        @if (tax(); as tax) {
          <p class="hint">{{ tax }}</p>
        }
        @if (sees()) {
          <app-sample-address [order]="view()" [commands]="commands()" />
        }
      </section>
    }
  `,
  styles: `
    header {
      display: flex;
      gap: 12px;
      align-items: center;
      justify-content: space-between;
    }
    p {
      margin-top: 8px;
      text-wrap: pretty;
    }
    .late {
      color: var(--pr-stopped);
      font-weight: 600;
      font-size: 13px;
    }
    .hint {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    ol {
      display: grid;
      gap: 10px;
      margin: 10px 0 0;
      padding: 0;
      list-style: none;
    }
    ol:empty {
      display: none;
    }
  `,
})
export class SampleCard {
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly words = inject(SampleWords);

  readonly view = input.required<OrderView>();
  readonly commands = input.required<OrderCommands>();

  /** There is nothing to send before it is agreed on, and nothing was where the talk came to nothing. */
  protected readonly sample = computed(() => {
    const { sample, state } = this.view();
    const talk = ['applied', 'invited', 'declined', 'withdrawn', 'expired'].includes(state);
    return talk ? null : sample;
  });
  /** Whoever acts for one of the two sides; the platform and those who only read have no need of an address. */
  protected readonly sees = computed(
    () => this.view().side !== 'platform' && this.session.may('write:orders'),
  );
  protected readonly latestFirst = computed(() => [...(this.sample()?.parcels ?? [])].reverse());
  protected readonly tax = computed(() => {
    const got = this.sample()?.parcels.find(({ receivedAt }) => receivedAt);
    if (!got || this.view().side !== 'creator' || got.valueCents === 0) return null;
    return this.texts.say('orderSample.tax', { money: this.format.money(got.valueCents) });
  });
}
