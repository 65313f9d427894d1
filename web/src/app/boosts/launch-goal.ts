import { Component, computed, inject } from '@angular/core';
import { type BoostGoal, boostGoals } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { LaunchDraft } from './launch-draft';

/** What the boost is to bring: one card a goal, each with what to expect for the present budget. */
@Component({
  selector: 'app-launch-goal',
  imports: [Icon, T],
  template: `
    <fieldset>
      <legend>{{ 'boosts.launch.goal' | t }}</legend>
      @for (goal of goals; track goal) {
        <label [class.is-on]="draft.goal() === goal">
          <input
            type="radio"
            name="goal"
            [value]="goal"
            [checked]="draft.goal() === goal"
            (change)="draft.goal.set(goal)"
          />
          <app-icon [name]="icons[goal]" />
          <b>{{ texts.say(name(goal)) }}</b>
          <span class="text">{{ texts.say(text(goal)) }}</span>
          <span class="forecast" [class.is-old]="draft.estimating()">{{ forecasts()[goal] }}</span>
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
      gap: 10px;
    }
    label {
      display: grid;
      position: relative;
      grid-template-rows: auto auto 1fr auto;
      gap: 2px;
      padding: 12px;
      border: 1px solid var(--pr-line-strong);
      border-radius: 12px;
      cursor: pointer;
    }
    label:hover {
      background: var(--pr-hover);
    }
    label.is-on {
      border-color: var(--pr-action);
      background: var(--pr-tint);
      box-shadow: inset 0 0 0 1px var(--pr-action);
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--pr-action);
      outline-offset: 2px;
    }
    input {
      position: absolute;
      top: 12px;
      right: 12px;
      margin: 0;
      accent-color: var(--pr-action);
    }
    input:focus-visible {
      outline: none;
    }
    app-icon {
      color: var(--pr-action);
    }
    b {
      font-weight: 650;
    }
    .text {
      color: var(--pr-muted);
      font-size: 12px;
    }
    .forecast {
      min-height: 18px;
      margin-top: 4px;
      font-size: 12px;
      font-variant-numeric: tabular-nums;
      font-weight: 600;
    }
    .is-old {
      opacity: 0.55;
    }
    @media (max-width: 719px) {
      fieldset {
        grid-template-columns: 1fr;
      }
      label {
        grid-template-columns: auto 1fr auto;
        column-gap: 10px;
      }
      app-icon {
        grid-row: 1 / 3;
        align-self: center;
      }
      .text,
      .forecast {
        grid-column: 2;
      }
    }
  `,
})
export class LaunchGoal {
  protected readonly draft = inject(LaunchDraft);
  protected readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly goals = boostGoals;
  protected readonly icons = icons;

  protected readonly forecasts = computed((): Record<BoostGoal, string> => {
    const forecast = this.draft.estimate()?.forecast;
    const about = (mid: number | undefined) =>
      mid === undefined
        ? ''
        : this.texts.say('boosts.launch.goalForecast', { n: this.format.number(roundRough(mid)) });
    return {
      reads: about(forecast?.reads.mid),
      'likes-collects': about(forecast?.likesCollects.mid),
      follows: about(forecast?.follows.mid),
    };
  });

  protected name(goal: BoostGoal) {
    return `common.goal.${goal}` as const;
  }

  protected text(goal: BoostGoal) {
    return `boosts.launch.goalText.${goal}` as const;
  }
}

const icons: Record<BoostGoal, IconName> = { reads: 'read', 'likes-collects': 'like', follows: 'follow' };

/** Two figures are what an estimate is worth: 1,153 reads would claim more than anybody knows. */
export function roundRough(value: number): number {
  if (value < 10) return Math.round(value);
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}
