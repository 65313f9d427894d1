import {
  afterNextRender,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  model,
  output,
  viewChild,
} from '@angular/core';
import type { PictureRegion } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { afterKey, firstBox, regionBetween } from './region-box';

/** A comment on a place of the picture; without a region it is about the whole of it. */
export interface PicturePin {
  number: number;
  region: PictureRegion | null;
  words: string;
}

/** Lies on a picture: its numbered pins, and the place that is being marked, by dragging or by arrow keys. */
@Component({
  selector: 'app-pin-layer',
  imports: [T],
  host: {
    '[class.marks]': 'marks()',
    '(pointerdown)': 'begin($event)',
    '(pointermove)': 'drag($event)',
    '(pointerup)': 'end($event)',
    '(pointercancel)': 'from = null',
  },
  template: `
    @for (pin of pins(); track pin.number) {
      @if (pin.region; as region) {
        @if (region.w || region.h) {
          <span
            class="area"
            [class.active]="pin.number === active()"
            [style.left.%]="100 * region.x"
            [style.top.%]="100 * region.y"
            [style.width.%]="100 * region.w"
            [style.height.%]="100 * region.h"
          ></span>
        }
        <button
          type="button"
          class="pin"
          [class.active]="pin.number === active()"
          [attr.data-pin]="pin.number"
          [attr.aria-label]="'media.pin' | t: { n: pin.number, words: pin.words }"
          [style.left.%]="100 * region.x"
          [style.top.%]="100 * region.y"
          (pointerdown)="$event.stopPropagation()"
          (click)="chosen.emit(pin.number)"
        >
          {{ pin.number }}
        </button>
      }
    }
    @if (box(); as box) {
      <button
        #boxButton
        type="button"
        class="box"
        [class.point]="!box.w && !box.h"
        [attr.aria-label]="
          'media.box' | t: { x: percent(box.x), y: percent(box.y), w: percent(box.w), h: percent(box.h) }
        "
        [style.left.%]="100 * box.x"
        [style.top.%]="100 * box.y"
        [style.width.%]="100 * box.w"
        [style.height.%]="100 * box.h"
        (pointerdown)="$event.stopPropagation()"
        (keydown)="key($event)"
        (click)="taken.emit()"
      ></button>
    }
  `,
  styles: `
    :host {
      position: absolute;
      inset: 0;
      pointer-events: none;
    }
    :host(.marks) {
      cursor: crosshair;
      pointer-events: auto;
      touch-action: pan-y;
    }
    .area,
    .box {
      position: absolute;
      padding: 0;
      border: 2px solid #fff;
      border-radius: 6px;
      background: none;
      box-shadow:
        0 0 0 1.5px rgb(0 0 0 / 55%),
        inset 0 0 0 1.5px rgb(0 0 0 / 30%);
    }
    .area {
      pointer-events: none;
    }
    .area.active {
      border-color: var(--pr-paid);
      background: rgb(255 255 255 / 18%);
    }
    .box {
      border-style: dashed;
      background: rgb(255 255 255 / 14%);
      cursor: move;
      pointer-events: auto;
    }
    .box.point {
      width: 22px !important;
      height: 22px !important;
      border-radius: 50%;
      transform: translate(-50%, -50%);
    }
    .pin {
      position: absolute;
      z-index: 1;
      min-width: 26px;
      height: 26px;
      padding: 0 7px;
      border: 2px solid #fff;
      border-radius: 13px;
      background: #8a5200;
      box-shadow: 0 1px 5px rgb(0 0 0 / 45%);
      color: #fff;
      cursor: pointer;
      font: inherit;
      font-size: 12px;
      font-weight: 650;
      line-height: 22px;
      pointer-events: auto;
      transform: translate(-50%, -50%);
    }
    .pin.active {
      background: #0b6e75;
      scale: 1.15;
    }
  `,
})
export class PinLayer {
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly boxButton = viewChild<ElementRef<HTMLButtonElement>>('boxButton');

  readonly pins = input.required<readonly PicturePin[]>();
  readonly active = input<number | null>(null);
  /** whether places can be marked */
  readonly marks = input(false);
  /** the place that is being marked */
  readonly box = model<PictureRegion | null>(null);
  readonly chosen = output<number>();
  /** the marked place is meant: on to what is said of it */
  readonly taken = output();

  protected from: { x: number; y: number } | null = null;
  protected readonly percent = (part: number): number => Math.round(100 * part);

  /** Begins a place without a pointer. */
  markByKeys(): void {
    this.box.set(firstBox());
    afterNextRender(() => this.boxButton()?.nativeElement.focus(), { injector: this.injector });
  }

  focusPin(number: number): void {
    this.host.nativeElement.querySelector<HTMLElement>(`[data-pin="${number}"]`)?.focus();
  }

  protected begin(event: PointerEvent): void {
    if (!this.marks() || event.button !== 0) return;
    this.from = this.pointIn(event);
    this.host.nativeElement.setPointerCapture?.(event.pointerId);
    event.preventDefault();
  }

  protected drag(event: PointerEvent): void {
    if (this.from) this.box.set(regionBetween(this.from, this.pointIn(event)));
  }

  protected end(event: PointerEvent): void {
    if (!this.from) return;
    this.box.set(regionBetween(this.from, this.pointIn(event)));
    this.from = null;
    this.taken.emit();
  }

  protected key(event: KeyboardEvent): void {
    const box = this.box();
    if (!box) return;
    if (event.key === 'Escape') this.box.set(null);
    const moved = afterKey(box, event.key, event.shiftKey);
    if (moved) this.box.set(moved);
    // Enter and the blank press the button.
    if (moved || event.key === 'Escape') event.preventDefault();
  }

  private pointIn({ clientX, clientY }: PointerEvent): { x: number; y: number } {
    const { left, top, width, height } = this.host.nativeElement.getBoundingClientRect();
    return { x: (clientX - left) / (width || 1), y: (clientY - top) / (height || 1) };
  }
}
