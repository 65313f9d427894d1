import { Component, computed, inject, input } from '@angular/core';
import type { OrderView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { type Stage, stagesOf } from './stages';

/** How far an order is: what is done with its day, where it is, and what is still to come. */
@Component({
  selector: 'app-order-stages',
  imports: [Icon, T],
  template: `
    <ol [attr.aria-label]="'orders.stages.title' | t">
      @for (stage of stages(); track stage.name) {
        <li [class]="stage.state" [attr.aria-current]="stage.state === 'now' ? 'step' : null">
          <i aria-hidden="true">
            @if (stage.state === 'done') {
              <app-icon name="check" />
            } @else if (stage.state === 'ended') {
              <app-icon name="close" />
            }
          </i>
          <b>{{ word(stage.name) }}</b>
          <span class="pr-only-screen-reader">{{ word(stage.state) }}</span>
          <small>{{ when(stage) }}</small>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: flex;
      gap: 0;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      position: relative;
      flex: 1 1 0;
      min-width: 0;
      padding-inline-end: 8px;
      color: var(--pr-muted);
    }
    li::before {
      position: absolute;
      inset: 9px 4px auto 26px;
      height: 2px;
      border-radius: 1px;
      background: var(--pr-line);
      content: '';
    }
    li:last-child::before {
      display: none;
    }
    li.done::before {
      background: var(--pr-action);
    }
    i {
      display: grid;
      place-items: center;
      width: 20px;
      height: 20px;
      border: 2px solid var(--pr-line-strong);
      border-radius: 50%;
      --icon-size: 14px;
    }
    .done i {
      border-color: var(--pr-action);
      background: var(--pr-action);
      color: var(--pr-on-action);
    }
    .now i {
      border: 6px solid var(--pr-action);
    }
    .ended i {
      border-color: var(--pr-stopped);
      color: var(--pr-stopped);
    }
    b {
      display: block;
      margin-top: 6px;
      font-size: 13px;
      font-weight: 550;
    }
    .done b,
    .now b,
    .ended b {
      color: var(--pr-ink);
    }
    .now b {
      font-weight: 650;
    }
    small {
      display: block;
      font-size: 12px;
    }
    @media (max-width: 899px) {
      ol {
        gap: 8px;
        align-items: center;
      }
      li {
        display: flex;
        flex: none;
        gap: 8px;
        align-items: center;
        padding: 0;
      }
      li::before {
        display: none;
      }
      b {
        margin: 0;
      }
      /* Room for one name: where it is. The others are there for those who hear the list. */
      li:not(.now, .ended, .done:last-child) > :is(b, small) {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
    }
  `,
})
export class OrderStages {
  private readonly format = inject(Format);
  private readonly texts = inject(Texts);
  readonly view = input.required<OrderView>();
  protected readonly stages = computed(() => stagesOf(this.view()));

  protected word(key: Stage['name'] | Stage['state']): string {
    return this.texts.say(`orders.stages.${key}`);
  }

  protected when({ state, at }: Stage): string {
    if (at === null) return '';
    const day = this.format.day(at);
    return state === 'done' || state === 'ended' ? day : this.texts.say('orders.stages.due', { at: day });
  }
}
