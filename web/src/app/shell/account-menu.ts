import { Component, computed, inject } from '@angular/core';
import { MatDivider } from '@angular/material/divider';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router } from '@angular/router';
import { T } from '../../i18n/t';
import { AccountDialogs } from '../account/account-dialogs';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Toast } from '../ui/toast';
import { KeysSheet } from './keys-sheet';
import { ChoiceMenu } from './choice-menu';
import { languageChoices, themeChoices } from './choices';

/** Who is signed in; language, theme, shortcuts and the way out. */
@Component({
  selector: 'app-account-menu',
  imports: [ChoiceMenu, Icon, MatDivider, MatMenu, MatMenuItem, MatMenuTrigger, T],
  template: `
    <app-choice-menu icon="language" [label]="'shell.language.label' | t" [choices]="languages" />
    <app-choice-menu icon="theme" [label]="'shell.theme.label' | t" [choices]="themes" />
    @if (session.person(); as person) {
      <button
        class="who"
        type="button"
        [matMenuTriggerFor]="menu"
        [attr.aria-label]="'shell.account' | t: { name: person.name }"
      >
        {{ initial() }}
      </button>
      <mat-menu #menu="matMenu" xPosition="before">
        <div class="person">
          <b>{{ person.name }}</b>
          <small>{{ person.email }}</small>
        </div>
        <mat-divider />
        @for (choice of choices; track choice.key) {
          <button
            class="on-phone"
            mat-menu-item
            type="button"
            role="menuitemradio"
            [attr.aria-checked]="choice.worn()"
            (click)="choice.choose()"
          >
            <span class="item indent"
              >{{ choice.name | t }}
              @if (choice.worn()) {
                <app-icon class="tick" name="check" />
              }
            </span>
          </button>
        }
        <button mat-menu-item type="button" (click)="sheet.open()">
          <span class="item"><app-icon name="keyboard" />{{ 'shell.shortcuts' | t }}<kbd>?</kbd></span>
        </button>
        <button mat-menu-item type="button" (click)="dialogs.changePassword()">
          <span class="item"><app-icon name="keys" />{{ 'account.password.title' | t }}</span>
        </button>
        <mat-divider />
        <button mat-menu-item type="button" (click)="leave(false)">
          <span class="item"><app-icon name="sign-out" />{{ 'shell.signOut' | t }}</span>
        </button>
        <button mat-menu-item type="button" (click)="leave(true)">
          <span class="item indent">{{ 'shell.signOutEverywhere' | t }}</span>
        </button>
      </mat-menu>
    }
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 4px;
    }
    .who {
      display: grid;
      place-items: center;
      width: 34px;
      height: 34px;
      margin-inline-start: 6px;
      border: 0;
      border-radius: 50%;
      background: var(--pr-tint);
      color: var(--pr-action);
      font-weight: 650;
      cursor: pointer;
    }
    .person {
      padding: 6px 16px 12px;
      min-width: 220px;
      line-height: 1.4;
    }
    .person b,
    .person small {
      display: block;
    }
    .person b {
      font-weight: 650;
    }
    .person small {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    .item {
      display: flex;
      align-items: center;
      gap: 12px;
      --icon-size: 19px;
    }
    .item kbd {
      margin-inline-start: auto;
    }
    .indent {
      padding-inline-start: 31px;
    }
    .tick {
      margin-inline-start: auto;
      color: var(--pr-action);
    }
    .on-phone {
      display: none;
    }
    @media (max-width: 719px) {
      .on-phone {
        display: flex;
      }
      app-choice-menu {
        display: none;
      }
    }
  `,
})
export class AccountMenu {
  protected readonly session = inject(Session);
  protected readonly sheet = inject(KeysSheet);
  protected readonly dialogs = inject(AccountDialogs);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);

  protected readonly languages = languageChoices();
  protected readonly themes = themeChoices();
  /** A phone has no room for two more buttons in the bar: language and theme stand in this menu there. */
  protected readonly choices = [...this.languages, ...this.themes];
  protected readonly initial = computed(
    () => [...(this.session.person()?.name ?? '')][0]?.toUpperCase() ?? '',
  );

  protected async leave(everywhere: boolean): Promise<void> {
    try {
      await this.session.signOut(everywhere);
      await this.router.navigateByUrl('/sign-in');
    } catch (error) {
      this.toast.problem(error);
    }
  }
}
