import { Component, computed, inject } from '@angular/core';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import {
  audienceChoices,
  audienceText,
  type AudienceTrait,
  audienceTraits,
  audienceWord,
  toggleAudience,
} from './audience-text';
import { LaunchDraft } from './launch-draft';

/** Whom the paid slots may reach; folded away, since most boosts leave it to the matching. */
@Component({
  selector: 'app-launch-audience',
  imports: [T],
  template: `
    <details>
      <summary>
        <span class="legend">{{ 'boosts.launch.audience' | t }}</span>
        <span class="now">{{ now() }}</span>
      </summary>
      <p class="hint">{{ 'boosts.launch.audienceHint' | t }}</p>
      @for (trait of traits; track trait) {
        <div class="trait" role="group" [attr.aria-label]="texts.say(title(trait))">
          <span class="name" aria-hidden="true">{{ texts.say(title(trait)) }}</span>
          <div class="choices">
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
          </div>
        </div>
      }
    </details>
  `,
  styles: `
    summary {
      display: flex;
      gap: 12px;
      align-items: baseline;
      cursor: pointer;
    }
    .legend {
      font-weight: 650;
    }
    .now,
    .hint {
      color: var(--pr-muted);
      font-size: 13px;
    }
    .hint {
      margin: 8px 0 12px;
      font-size: 12px;
    }
    .trait {
      display: grid;
      grid-template-columns: 84px 1fr;
      gap: 8px;
      align-items: start;
      margin-bottom: 10px;
    }
    .name {
      color: var(--pr-muted);
      font-size: 13px;
      line-height: 32px;
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    @media (max-width: 719px) {
      .trait {
        grid-template-columns: 1fr;
        gap: 0;
      }
    }
  `,
})
export class LaunchAudience {
  private readonly draft = inject(LaunchDraft);
  protected readonly texts = inject(Texts);
  protected readonly traits = audienceTraits;
  protected readonly choices: Record<AudienceTrait, readonly string[]> = audienceChoices;

  protected readonly now = computed(() => audienceText(this.draft.audience(), this.texts));

  protected title(trait: AudienceTrait) {
    return `boosts.launch.${trait}` as const;
  }

  protected word(trait: AudienceTrait, choice: string): string {
    return audienceWord(trait, choice, this.texts);
  }

  protected has(trait: AudienceTrait, choice: string): boolean {
    return (this.draft.audience()[trait] as readonly string[] | undefined)?.includes(choice) ?? false;
  }

  protected toggle(trait: AudienceTrait, choice: string): void {
    this.draft.audience.update((audience) => toggleAudience(audience, trait, choice));
  }
}
