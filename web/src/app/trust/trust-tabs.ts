import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { FilterChips } from '../ui/filter-chips';

/** The pages of trust side by side, and the period they look at, which stands in the address. */
@Component({
  selector: 'app-trust-tabs',
  imports: [FilterChips, RouterLink, RouterLinkActive, T],
  template: `
    <nav [attr.aria-label]="'shell.trust' | t">
      @for (page of pages(); track page) {
        <a [routerLink]="session.to('trust', page)" routerLinkActive="here" ariaCurrentWhenActive="page">{{
          tabWord(page)
        }}</a>
      }
    </nav>
    <app-filter-chips
      [label]="'trust.period.label' | t"
      [choices]="choices()"
      [word]="choiceWord"
      [chosen]="days()"
      (choose)="show($event)"
    />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 20px;
      align-items: center;
      justify-content: space-between;
      margin-bottom: 16px;
      border-bottom: 1px solid var(--pr-line);
    }
    app-filter-chips {
      margin-bottom: 8px;
    }
    nav {
      display: flex;
      gap: 4px;
      align-self: end;
    }
    a {
      padding: 8px 12px;
      border-bottom: 2px solid transparent;
      margin-bottom: -1px;
      color: var(--pr-muted);
      font-weight: 550;
      text-decoration: none;
    }
    a:hover {
      color: var(--pr-ink);
    }
    a.here {
      border-color: var(--pr-action);
      color: var(--pr-action);
    }
    @media (max-width: 719px) {
      a {
        padding: 8px;
      }
    }
  `,
})
export class TrustTabs {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);

  readonly days = input.required<string>();
  readonly choices = input.required<readonly string[]>();

  protected readonly pages = computed(() =>
    this.session.workspace()?.workspaceKind === 'platform' && this.session.may('read:fairness')
      ? (['calibration', 'fairness', 'conservation'] as const)
      : (['calibration', 'conservation'] as const),
  );

  protected tabWord(page: 'calibration' | 'fairness' | 'conservation'): string {
    return this.texts.say(`trust.${page}.tab`);
  }

  protected readonly choiceWord = (days: string): string =>
    days === '1' ? this.texts.say('trust.period.day') : this.texts.say('trust.period.days', { n: days });

  protected show(days: string): void {
    void this.router.navigate([], { queryParams: { days }, queryParamsHandling: 'merge' });
  }
}

/** What the address asks for, or the first choice that makes sense. */
export function chosenDays<Days extends string>(
  choices: readonly Days[],
  asked: string | undefined,
  usual: Days,
): Days {
  return choices.find((choice) => choice === asked) ?? usual;
}
