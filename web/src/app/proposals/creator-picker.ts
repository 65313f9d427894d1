import { Component, inject, output, resource, signal } from '@angular/core';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { SearchView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Icon } from '../ui/icon';
import { ProposalsApi } from './proposals-api';

type Hit = SearchView['hits'][number];

/** Nobody is asked about every letter that is typed. */
const pauseMs = 200;

/** Finds a creator by name or handle. */
@Component({
  selector: 'app-creator-picker',
  imports: [Icon, MatFormField, MatHint, MatInput, MatLabel, T],
  template: `
    <mat-form-field>
      <mat-label>{{ 'proposals.editor.find' | t }}</mat-label>
      <input
        matInput
        type="search"
        autocomplete="off"
        maxlength="100"
        [value]="text()"
        (input)="text.set($any($event.target).value)"
        (keydown.enter)="$event.preventDefault()"
      />
      <mat-hint>{{ 'proposals.editor.findHint' | t }}</mat-hint>
    </mat-form-field>
    <div aria-live="polite">
      @if (text().trim()) {
        @if (hits.value(); as found) {
          <ul>
            @for (hit of found; track hit.id) {
              <li>
                <button
                  type="button"
                  (click)="pick(hit)"
                  [attr.aria-label]="'proposals.editor.add' | t: { name: hit.title }"
                >
                  <app-icon name="add" /><b>{{ hit.title }}</b
                  ><small>{{ hit.subtitle }}</small>
                </button>
              </li>
            } @empty {
              <li class="pr-muted">{{ 'proposals.editor.nobody' | t }}</li>
            }
          </ul>
        } @else {
          <p class="pr-muted">{{ 'proposals.editor.finding' | t }}</p>
        }
      }
    </div>
  `,
  styles: `
    mat-form-field {
      width: 100%;
    }
    ul {
      margin: 6px 0 0;
      padding: 0;
      list-style: none;
    }
    button {
      display: flex;
      align-items: center;
      gap: 8px;
      width: 100%;
      min-height: 44px;
      padding: 4px 8px;
      border: 0;
      border-radius: 10px;
      background: none;
      color: inherit;
      text-align: start;
      cursor: pointer;
    }
    button:hover {
      background: var(--pr-hover);
    }
    b {
      font-weight: 550;
    }
    small {
      color: var(--pr-muted);
    }
  `,
})
export class CreatorPicker {
  private readonly api = inject(ProposalsApi);
  readonly picked = output<Hit>();
  protected readonly text = signal('');
  protected readonly hits = resource({
    params: () => this.text().trim() || undefined,
    loader: async ({ params, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      return abortSignal.aborted ? [] : this.api.creators(params);
    },
  });

  protected pick(hit: Hit): void {
    this.picked.emit(hit);
    this.text.set('');
  }
}
