import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { T } from '../../i18n/t';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { Icon } from './icon';

/** A load that failed: what happened, what it means, and a way to try again. */
@Component({
  selector: 'app-failed-state',
  imports: [Icon, MatButton, T],
  host: { role: 'alert' },
  template: `
    <app-icon name="error" />
    <h2>{{ says.title(problem()) }}</h2>
    <p>{{ says.remedy(problem()) }}</p>
    <button matButton="outlined" type="button" (click)="retry.emit()">
      <app-icon matButtonIcon name="refresh" />{{ 'common.tryAgain' | t }}
    </button>
    @if (problem().requestId; as id) {
      <small>{{ 'problems.requestId' | t: { id } }}</small>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 6px;
      padding: 44px 20px;
      text-align: center;
    }
    :host > app-icon {
      --icon-size: 26px;
      box-sizing: content-box;
      padding: 12px;
      margin-bottom: 6px;
      border-radius: 14px;
      background: var(--pr-tint-stopped);
      color: var(--pr-stopped);
    }
    h2 {
      font-size: 15px;
      font-weight: 650;
    }
    p {
      max-width: 46ch;
      margin-bottom: 10px;
      color: var(--pr-muted);
      text-wrap: balance;
    }
    small {
      margin-top: 8px;
      color: var(--pr-muted);
      user-select: all;
    }
  `,
})
export class FailedState {
  protected readonly says = inject(ProblemText);
  readonly error = input.required<unknown>();
  readonly retry = output();
  protected readonly problem = computed(() => problemOf(this.error()));
}
