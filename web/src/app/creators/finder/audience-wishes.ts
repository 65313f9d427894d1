import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type AudienceDimension, audienceDimensions } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Icon } from '../../ui/icon';
import { CreatorWords } from '../ui/creator-words';
import { readAmount } from './amount';
import { FilterWords } from './filter-words';
import { wishesMax } from './finder-address';

const dimensions = Object.keys(audienceDimensions) as AudienceDimension[];

/** Least shares of an audience, one wish after the other: women 60 % and more, 18 to 24 40 % and more. */
@Component({
  selector: 'app-audience-wishes',
  imports: [Icon, T],
  template: `
    @for (wish of wishes(); track wish) {
      <div class="wish">
        <span>{{ filterWords.wish(wish) }}</span>
        <button
          class="pr-icon-button"
          type="button"
          [attr.aria-label]="'creators.finder.wish.remove' | t: { wish: filterWords.wish(wish) }"
          (click)="remove(wish)"
        >
          <app-icon name="close" />
        </button>
      </div>
    }
    @if (wishes().length < most) {
      <form (submit)="$event.preventDefault(); add()">
        <select
          [attr.aria-label]="'creators.finder.wish.dimension' | t"
          (change)="dimension.set($any($event.target).value)"
        >
          @for (one of dimensions; track one) {
            <option [value]="one" [selected]="one === dimension()">{{ words.dimension(one) }}</option>
          }
        </select>
        <select
          [attr.aria-label]="'creators.finder.wish.band' | t"
          (change)="band.set($any($event.target).value)"
        >
          @for (one of bands(); track one) {
            <option [value]="one" [selected]="one === band()">{{ words.band(dimension(), one) }}</option>
          }
        </select>
        <span class="least">
          <span aria-hidden="true">≥</span>
          <input
            type="text"
            inputmode="numeric"
            autocomplete="off"
            maxlength="4"
            [attr.aria-label]="'creators.finder.wish.percent' | t"
            [value]="percent()"
            (input)="percent.set($any($event.target).value)"
          />
          <span aria-hidden="true">%</span>
        </span>
        <button class="pr-filter" type="submit" [disabled]="!ready()">
          {{ 'creators.finder.wish.add' | t }}
        </button>
      </form>
    } @else {
      <p>{{ 'creators.finder.wish.full' | t }}</p>
    }
  `,
  styleUrl: './audience-wishes.scss',
})
export class AudienceWishes {
  protected readonly words = inject(CreatorWords);
  protected readonly filterWords = inject(FilterWords);
  readonly wishes = input.required<readonly string[]>();
  readonly choose = output<string | undefined>();

  protected readonly most = wishesMax;
  protected readonly dimensions = dimensions;
  protected readonly dimension = signal<AudienceDimension>('gender');
  protected readonly bands = computed((): readonly string[] => audienceDimensions[this.dimension()]);
  protected readonly band = linkedSignal(() => this.bands()[0] ?? '');
  protected readonly percent = signal('50');
  private readonly share = computed(() => Math.round(readAmount(this.percent()) ?? NaN));
  protected readonly ready = computed(() => this.share() >= 1 && this.share() <= 100);

  /** A second wish about the same band takes the place of the first. */
  protected add(): void {
    if (!this.ready()) return;
    const about = `${this.dimension()}:${this.band()}:`;
    this.emit([...this.wishes().filter((wish) => !wish.startsWith(about)), about + this.share()]);
  }

  protected remove(wish: string): void {
    this.emit(this.wishes().filter((one) => one !== wish));
  }

  private emit(wishes: readonly string[]): void {
    this.choose.emit(wishes.join(',') || undefined);
  }
}
