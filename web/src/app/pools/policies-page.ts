import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { PolicyView } from '@poolrise/contracts';
import { markNames, marks } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { PolicyCard } from './policy-card';

/** The rule sets of the pools, the one in force first, each with where it comes from and how certain that is. */
@Component({
  selector: 'app-policies-page',
  imports: [EmptyState, ListFrame, MatButton, PageHeader, PolicyCard, RouterLink, T],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'policies.title' | t" [text]="'policies.text' | t">
      @if (mayEdit()) {
        <a actions matButton="outlined" [routerLink]="session.to('policies', 'versions')">{{
          'policyDesk.open' | t
        }}</a>
      }
    </app-page-header>
    <dl class="marks" [attr.aria-label]="'policies.marks' | t">
      @for (mark of marks; track mark) {
        <div>
          <dt>{{ mark }}</dt>
          <dd>{{ texts.of(markNames[mark]) }}</dd>
        </div>
      }
    </dl>

    <app-list-frame [list]="policies">
      @for (policy of sorted(); track policy.id) {
        <app-policy-card [policy]="policy" />
      } @empty {
        <section class="pr-card">
          <app-empty-state
            icon="policies"
            [title]="'policies.empty.title' | t"
            [text]="'policies.empty.text' | t"
          >
            <button matButton="filled" type="button" (click)="policies.reload()">
              {{ 'common.tryAgain' | t }}
            </button>
          </app-empty-state>
        </section>
      }
    </app-list-frame>
  `,
  styles: `
    .marks {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 18px;
      margin: -6px 0 16px;
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    .marks div {
      display: flex;
      align-items: center;
      gap: 6px;
    }
    .marks dt {
      min-width: 20px;
      border: 1px solid var(--pr-line-strong);
      border-radius: 5px;
      font-size: 11.5px;
      font-weight: 650;
      line-height: 18px;
      text-align: center;
    }
    .marks dd {
      margin: 0;
    }
    app-policy-card {
      margin-bottom: 16px;
    }
  `,
})
export default class PoliciesPage {
  protected readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  /** As the api has it: only the platform's own people. */
  protected readonly mayEdit = computed(
    () => this.session.may('edit:policies') && this.session.workspace()?.workspaceKind === 'platform',
  );
  protected readonly marks = marks;
  protected readonly markNames = markNames;
  protected readonly policies = paged<PolicyView>(() => '/api/v1/policies');

  protected readonly sorted = computed(() =>
    [...(this.policies.items() ?? [])].sort((a, b) => Number(b.inForce) - Number(a.inForce)),
  );
}
