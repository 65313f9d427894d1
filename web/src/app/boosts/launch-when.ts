import { Component, computed, inject } from '@angular/core';
import { MatFormField, MatInput, MatLabel } from '@angular/material/input';
import { boostDurations } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { LaunchDraft } from './launch-draft';
import { LaunchRefusal } from './launch-refusal';
import { durationText } from './duration-text';
import { Texts } from '../../i18n/texts';

/** How long, and from when. Times are of Shanghai, whatever the browser's clock says. */
@Component({
  selector: 'app-launch-when',
  imports: [LaunchRefusal, MatFormField, MatInput, MatLabel, T],
  template: `
    <fieldset>
      <legend>{{ 'boosts.launch.duration' | t }}</legend>
      <div class="choices">
        @for (hours of durations(); track hours) {
          <button
            type="button"
            class="pr-filter"
            [attr.aria-pressed]="draft.hours() === hours"
            (click)="draft.hours.set(hours)"
          >
            {{ text(hours) }}
          </button>
        }
      </div>
      <app-launch-refusal field="duration" />
    </fieldset>

    <fieldset>
      <legend>{{ 'boosts.launch.start' | t }}</legend>
      <div class="choices">
        <button
          type="button"
          class="pr-filter"
          [attr.aria-pressed]="!draft.startsLater()"
          (click)="draft.startsLater.set(false)"
        >
          {{ 'boosts.launch.startNow' | t }}
        </button>
        <button
          type="button"
          class="pr-filter"
          [attr.aria-pressed]="draft.startsLater()"
          (click)="draft.startsLater.set(true)"
        >
          {{ 'boosts.launch.startLater' | t }}
        </button>
      </div>
      @if (draft.startsLater()) {
        <mat-form-field class="at">
          <mat-label>{{ 'boosts.launch.startAt' | t }}</mat-label>
          <input
            matInput
            type="datetime-local"
            [value]="draft.startText()"
            [attr.aria-invalid]="draft.field() === 'start'"
            (input)="draft.startText.set(at($event))"
          />
        </mat-form-field>
        @if (!draft.startText()) {
          <p class="missing">{{ 'boosts.launch.startMissing' | t }}</p>
        }
      }
      <app-launch-refusal field="start" />
    </fieldset>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 20px;
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .at {
      width: 100%;
      margin-top: 12px;
    }
    .missing {
      margin-top: 4px;
      color: var(--pr-muted);
      font-size: 12px;
    }
    @media (max-width: 719px) {
      :host {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class LaunchWhen {
  protected readonly draft = inject(LaunchDraft);
  private readonly texts = inject(Texts);

  protected readonly durations = computed(() => {
    const offer = this.draft.offer.value();
    return boostDurations.filter(
      (hours) => offer && hours >= offer.minimumHours && hours <= offer.maximumHours,
    );
  });

  protected text(hours: number): string {
    return durationText(hours, this.texts);
  }

  protected at(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
