import { Component } from '@angular/core';
import { T } from '../../i18n/t';
import { ChoiceMenu } from '../shell/choice-menu';
import { languageChoices, themeChoices } from '../shell/choices';

/** The frame of the pages before one is inside: the form on one side, the idea of the product on the other. */
@Component({
  selector: 'app-door',
  imports: [ChoiceMenu, T],
  template: `
    <div class="form">
      <header>
        <span class="mark">
          <svg viewBox="0 0 32 32" aria-hidden="true"><path d="M3 27V19.5h8V12h8V4.5h10V27z" /></svg>
          {{ 'common.product' | t }}
        </span>
        <span class="menus">
          <app-choice-menu icon="language" [label]="'shell.language.label' | t" [choices]="languages" />
          <app-choice-menu icon="theme" [label]="'shell.theme.label' | t" [choices]="themes" />
        </span>
      </header>
      <main><ng-content /></main>
    </div>
    <aside>
      <svg viewBox="0 0 420 300" role="img" [attr.aria-label]="'signIn.picture' | t">
        @for (basin of basins; track basin.x) {
          <rect
            class="basin"
            [attr.x]="basin.x"
            [attr.y]="basin.y"
            [attr.width]="basin.width"
            height="64"
            rx="12"
          />
        }
        <rect class="water" x="2" y="192" width="86" height="64" rx="12" />
        <rect class="water" x="106" y="132" width="90" height="64" rx="12" />
        <path
          class="water rising"
          d="M214 98q14-9 28 0t28 0 28 0 26 0v26a12 12 0 0 1-12 12h-86a12 12 0 0 1-12-12z"
        />
        <path class="lock" d="M88 212 h10 v-42 h8 M196 152 h10 v-42 h8" />
        <path class="lock ahead" d="M324 92 h10 v-42 h8" />
      </svg>
      <p>{{ 'signIn.lead' | t }}</p>
    </aside>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      min-height: 100dvh;
      background: var(--pr-card);
    }
    .form {
      display: flex;
      flex-direction: column;
      padding: 20px 28px 40px;
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
    }
    .mark {
      display: flex;
      align-items: center;
      gap: 10px;
      font-size: 17px;
      font-weight: 700;
      letter-spacing: -0.01em;
    }
    .mark svg {
      width: 24px;
      fill: var(--pr-action);
    }
    .menus {
      display: flex;
    }
    main {
      width: 100%;
      max-width: 392px;
      margin: auto;
      padding-top: 24px;
    }
    aside {
      display: flex;
      flex-direction: column;
      justify-content: center;
      gap: 32px;
      padding: 48px clamp(32px, 6vw, 96px);
      border-inline-start: 1px solid var(--pr-line);
      background: var(--pr-bg);
    }
    aside svg {
      width: 100%;
      max-width: 520px;
    }
    aside p {
      max-width: 25em;
      font-size: 20px;
      font-weight: 550;
      line-height: 1.5;
      text-wrap: balance;
      word-break: keep-all;
      overflow-wrap: anywhere;
    }
    .basin {
      fill: var(--pr-basin);
      stroke: var(--pr-line);
    }
    .water {
      fill: var(--pr-organic);
    }
    .rising {
      fill-opacity: 0.78;
    }
    .lock {
      fill: none;
      stroke: var(--pr-organic);
      stroke-width: 3;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .ahead {
      stroke: var(--pr-line);
    }
    @media (max-width: 899px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      aside {
        display: none;
      }
      .form {
        padding: 14px 20px 40px;
      }
      main {
        margin-top: 6vh;
      }
    }
  `,
})
export class Door {
  protected readonly languages = languageChoices();
  protected readonly themes = themeChoices();
  protected readonly basins = [
    { x: 2, y: 192, width: 86 },
    { x: 106, y: 132, width: 90 },
    { x: 214, y: 72, width: 110 },
    { x: 342, y: 12, width: 76 },
  ];
}
