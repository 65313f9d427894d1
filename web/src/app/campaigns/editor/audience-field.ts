import { Component, inject, input, output } from '@angular/core';
import type { BoostAudience } from '@poolrise/contracts';
import { Texts } from '../../../i18n/texts';
import {
  audienceChoices,
  type AudienceTrait,
  audienceTraits,
  audienceWord,
  toggleAudience,
} from '../../boosts/audience-text';

/** Whom a campaign is for, by the traits that boosts can be aimed at. */
@Component({
  selector: 'app-audience-field',
  template: `
    @for (trait of traits; track trait) {
      <fieldset>
        <legend>{{ texts.say(title(trait)) }}</legend>
        @for (choice of choices[trait]; track choice) {
          <button
            type="button"
            class="pr-filter"
            [attr.aria-pressed]="has(trait, choice)"
            (click)="toggle(trait, choice)"
          >
            {{ word(trait, choice) }}
          </button>
        }
      </fieldset>
    }
  `,
  styles: `
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin: 12px 0 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-bottom: 6px;
      padding: 0;
      font-size: 13px;
    }
  `,
})
export class AudienceField {
  protected readonly texts = inject(Texts);
  protected readonly choices = audienceChoices;
  protected readonly traits = audienceTraits;

  readonly audience = input.required<BoostAudience>();
  readonly chosen = output<BoostAudience>();

  protected word(trait: AudienceTrait, choice: string): string {
    return audienceWord(trait, choice, this.texts);
  }

  protected has(trait: AudienceTrait, choice: string): boolean {
    return (this.audience()[trait] as readonly string[] | undefined)?.includes(choice) ?? false;
  }

  protected toggle(trait: AudienceTrait, choice: string): void {
    this.chosen.emit(toggleAudience(this.audience(), trait, choice));
  }

  protected title(trait: AudienceTrait) {
    return `boosts.launch.${trait}` as const;
  }
}
