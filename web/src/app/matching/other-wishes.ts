import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { BriefWishes } from '@poolrise/contracts';
import { type AudienceDimension, audienceDimensions } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { CreatorWords } from '../creators/ui/creator-words';
import { Icon } from '../ui/icon';

type Wish = BriefWishes['audience'][number];

/** As the contract of a brief has it. */
const wishesMax = 24;
/** Gender and age have fields of their own in the form: every brief speaks of them. */
export const otherDimensions: readonly AudienceDimension[] = (
  Object.keys(audienceDimensions) as AudienceDimension[]
).filter((dimension) => dimension !== 'gender' && dimension !== 'age');

/** Wishes about an audience beyond gender and age: where people live, what they spend, which phone they hold. */
@Component({
  selector: 'app-other-wishes',
  imports: [Icon, T],
  template: `
    @if (others().length > 0) {
      <ul>
        @for (wish of others(); track wish.dimension + wish.value) {
          <li>
            <span>{{ nameOf(wish) }}</span>
            <span class="percent">
              <input
                class="pr-field"
                type="number"
                min="1"
                max="100"
                [attr.aria-label]="nameOf(wish)"
                [value]="percentOf(wish)"
                (change)="change(wish, $any($event.target).value)"
              />
              %
            </span>
            <button
              type="button"
              class="pr-icon-button"
              [attr.aria-label]="'matching.form.other.remove' | t: { wish: nameOf(wish) }"
              (click)="remove(wish)"
            >
              <app-icon name="close" />
            </button>
          </li>
        }
      </ul>
    }
    @if (wishes().length < most) {
      <div class="add" role="group" [attr.aria-label]="'matching.form.other.title' | t">
        <label>
          {{ 'matching.form.other.dimension' | t }}
          <select class="pr-field" name="wishDimension" (change)="dimension.set($any($event.target).value)">
            @for (one of dimensions; track one) {
              <option [value]="one" [selected]="one === dimension()">{{ words.dimension(one) }}</option>
            }
          </select>
        </label>
        <label>
          {{ 'matching.form.other.band' | t }}
          <select class="pr-field" name="wishBand" (change)="band.set($any($event.target).value)">
            @for (one of bands(); track one) {
              <option [value]="one" [selected]="one === band()">{{ words.band(dimension(), one) }}</option>
            }
          </select>
        </label>
        <label>
          {{ 'matching.form.other.percent' | t }}
          <input
            class="pr-field"
            type="number"
            min="1"
            max="100"
            name="wishPercent"
            [value]="percent()"
            (input)="percent.set($any($event.target).value)"
            (keydown.enter)="$event.preventDefault(); add()"
          />
        </label>
        <button type="button" class="pr-filter" [disabled]="!ready()" (click)="add()">
          {{ 'matching.form.other.add' | t }}
        </button>
      </div>
    } @else {
      <p>{{ 'matching.form.other.full' | t: { n: most } }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
      margin-top: 10px;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      gap: 10px;
      align-items: center;
      padding: 6px 0;
      border-bottom: 1px solid var(--pr-line);
      font-size: 13px;
    }
    .percent {
      display: flex;
      gap: 6px;
      align-items: center;
    }
    .percent input {
      width: 84px;
    }
    .add {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 96px auto;
      gap: 10px;
      align-items: end;
    }
    label {
      display: grid;
      gap: 4px;
      font-size: 13px;
    }
    p {
      color: var(--pr-muted);
      font-size: 12px;
    }
    @media (max-width: 559px) {
      .add {
        grid-template-columns: minmax(0, 1fr) 96px;
      }
      .add label:first-of-type {
        grid-column: 1 / -1;
      }
      .add button {
        grid-column: 1 / -1;
        justify-content: center;
      }
    }
  `,
})
export class OtherWishes {
  protected readonly words = inject(CreatorWords);
  readonly wishes = input.required<readonly Wish[]>();
  readonly alter = output<Wish[]>();

  protected readonly most = wishesMax;
  protected readonly dimensions = otherDimensions;
  protected readonly others = computed(() =>
    this.wishes().filter(({ dimension }) => otherDimensions.includes(dimension)),
  );
  protected readonly dimension = signal<AudienceDimension>('cityTier');
  protected readonly bands = computed((): readonly string[] => audienceDimensions[this.dimension()]);
  /** The first band that has no wish yet. */
  protected readonly band = linkedSignal(() => {
    const asked = this.wishes().flatMap((wish) => (wish.dimension === this.dimension() ? wish.value : []));
    return this.bands().find((band) => !asked.includes(band)) ?? this.bands()[0] ?? '';
  });
  protected readonly percent = signal('30');
  private readonly share = computed(() => shareOf(this.percent()));
  protected readonly ready = computed(() => this.share() !== null);

  protected nameOf({ dimension, value }: Wish): string {
    return `${this.words.dimension(dimension)} · ${this.words.band(dimension, value)}`;
  }

  protected percentOf({ share }: Wish): number {
    return Math.round(share * 100);
  }

  /** A second wish about the same band takes the place of the first. */
  protected add(): void {
    const share = this.share();
    if (share === null) return;
    const wish = { dimension: this.dimension(), value: this.band(), share };
    this.alter.emit([...this.wishes().filter((one) => !isSame(one, wish)), wish]);
  }

  protected change(wish: Wish, text: string): void {
    const share = shareOf(text);
    if (share === null) return;
    this.alter.emit(this.wishes().map((one) => (isSame(one, wish) ? { ...one, share } : one)));
  }

  protected remove(wish: Wish): void {
    this.alter.emit(this.wishes().filter((one) => !isSame(one, wish)));
  }
}

const isSame = (one: Wish, other: Wish): boolean =>
  one.dimension === other.dimension && one.value === other.value;

/** 1 to 100 percent; null for anything else. */
function shareOf(text: string): number | null {
  const percent = Math.round(Number(text));
  return percent >= 1 && percent <= 100 ? percent / 100 : null;
}
