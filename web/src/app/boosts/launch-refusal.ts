import { Component, computed, inject, input } from '@angular/core';
import { ProblemText } from '../problems/problem-text';
import { Icon } from '../ui/icon';
import { LaunchDraft, type LaunchField } from './launch-draft';

/** A refusal beside the field it is about: what is in the way, and the way out. */
@Component({
  selector: 'app-launch-refusal',
  imports: [Icon],
  template: `
    <div role="alert">
      @if (problem(); as problem) {
        <p>
          <app-icon name="error" /><span>{{ says.sentence(problem) }}</span>
        </p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      gap: 8px;
      align-items: start;
      margin-top: 8px;
      padding: 8px 12px;
      border-radius: var(--pr-radius-small);
      background: var(--pr-tint-stopped);
      font-size: 13px;
    }
    app-icon {
      color: var(--pr-stopped);
    }
  `,
})
export class LaunchRefusal {
  private readonly draft = inject(LaunchDraft);
  protected readonly says = inject(ProblemText);

  readonly field = input.required<LaunchField>();
  protected readonly problem = computed(() =>
    this.draft.field() === this.field() ? this.draft.problem() : null,
  );
}
