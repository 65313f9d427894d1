import { Component, computed, inject, input } from '@angular/core';
import type { NoteAudience } from '@poolrise/contracts';
import { strangerMatch } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';

/** What a match is made of, in the order of its making, with the figures of this note. */
@Component({
  selector: 'app-match-recipe',
  imports: [T],
  template: `
    <h3>{{ 'audience.recipe.heading' | t }}</h3>
    <dl>
      @for (step of steps(); track step.name) {
        <div>
          <dt>{{ step.name }}</dt>
          <dd>{{ step.text }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    :host {
      display: block;
      margin-top: 16px;
      padding-top: 14px;
      border-top: 1px solid var(--pr-line);
    }
    h3 {
      font-size: 13px;
      font-weight: 650;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
      gap: 12px 24px;
      margin: 8px 0 0;
      font-size: 12.5px;
      line-height: 1.5;
    }
    dt {
      font-weight: 550;
    }
    dd {
      margin: 0;
      color: var(--pr-muted);
    }
  `,
})
export class MatchRecipe {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly audience = input.required<NoteAudience>();

  protected readonly steps = computed(() => {
    const { match, slots } = this.audience();
    const whole = (share: number): string => this.format.percent(share, 0);
    return [
      {
        name: this.texts.say('audience.recipe.said'),
        text: this.texts.say('audience.recipe.saidText', { stranger: this.format.decimal(strangerMatch) }),
      },
      {
        name: this.texts.say('audience.recipe.taste'),
        text: match.lookAlike
          ? this.texts.say('audience.recipe.tasteKnown', { belief: whole(match.lookAlike.belief) })
          : this.texts.say('audience.recipe.tasteUnknown'),
      },
      { name: this.texts.say('audience.recipe.reach'), text: this.reachText() },
      {
        name: this.texts.say('audience.recipe.language'),
        text: this.texts.say('audience.recipe.languageText', { share: whole(match.otherLanguage) }),
      },
      {
        name: this.texts.say('audience.recipe.places'),
        text: this.texts.say('audience.recipe.placesText', {
          explored: whole(slots.explored),
          guaranteed: whole(slots.guaranteed),
          paid: whole(slots.paid),
        }),
      },
    ];
  });

  private reachText(): string {
    const { reach } = this.audience().match;
    if (!reach) return this.texts.say('audience.recipe.reachNone');
    return this.texts.say('audience.recipe.reachText', {
      level: this.texts.of(reach.levelName),
      share: this.format.percent(reach.share, 0),
      adds: this.format.decimal(reach.adds, 2),
    });
  }
}
