import { Component, inject } from '@angular/core';
import { boostPlacements } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { LaunchDraft } from './launch-draft';

/** Where the boost stands: among what readers are shown, or among what they search for. */
@Component({
  selector: 'app-launch-placement',
  imports: [T],
  template: `
    <fieldset>
      <legend>{{ 'searchWords.placement.name' | t }}</legend>
      @for (one of placements; track one) {
        <label [class.is-on]="draft.placement() === one">
          <input
            type="radio"
            name="placement"
            [value]="one"
            [checked]="draft.placement() === one"
            (change)="draft.placement.set(one)"
          />
          <b>{{ texts.say(name(one)) }}</b>
          <span>{{ texts.say(text(one)) }}</span>
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 10px;
    }
    label {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 2px 10px;
      align-items: center;
      align-content: start;
      padding: 10px 12px;
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
      margin: 0;
      accent-color: var(--pr-action);
    }
    input:focus-visible {
      outline: none;
    }
    b {
      font-weight: 650;
    }
    span {
      grid-column: 2;
      color: var(--pr-muted);
      font-size: 12px;
    }
    @media (max-width: 719px) {
      fieldset {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class LaunchPlacement {
  protected readonly draft = inject(LaunchDraft);
  protected readonly texts = inject(Texts);
  protected readonly placements = boostPlacements;

  protected name(placement: (typeof boostPlacements)[number]) {
    return `searchWords.placement.${placement}` as const;
  }

  protected text(placement: (typeof boostPlacements)[number]) {
    return `searchWords.placement.${placement}Text` as const;
  }
}
