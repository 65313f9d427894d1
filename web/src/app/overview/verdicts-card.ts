import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OverviewView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { AppLineage } from '../ui/lineage';
import { AppSource } from '../ui/figure-source';

type Verdict = OverviewView['verdicts'][number];

/** What was decided lately: which note, from where to where, and how it did against its peers. */
@Component({
  selector: 'app-verdicts-card',
  imports: [AppLineage, AppSource, Icon, RouterLink, T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'overview.verdicts.title' | t }} <small>{{ 'overview.verdicts.hint' | t }}</small>
    </h2>
    <ul class="pr-rows">
      @for (verdict of verdicts(); track verdict.id) {
        <li>
          <a
            [routerLink]="session.to('notes', verdict.noteId)"
            [appLineage]="{ metric: 'lift', reason: against(verdict) }"
            [appSource]="{ streams: ['pool-runs', 'peer-days'], over: 'until-verdict', dataAt: verdict.at }"
          >
            <app-icon [class]="verdict.outcome" [name]="verdict.outcome === 'pass' ? 'passed' : 'stopped'" />
            <span class="words">
              <b>{{ verdict.noteTitle }}</b>
              <small>{{ says(verdict) }}</small>
            </span>
            <span class="side">
              @if (verdict.estimate; as estimate) {
                <b>{{ format.lift(estimate.lift) }}</b>
                <span class="pr-only-screen-reader">{{ against(verdict) }}</span>
              }
              <small>{{ format.ago(verdict.at) }}</small>
            </span>
          </a>
        </li>
      } @empty {
        <li class="nothing">{{ 'overview.verdicts.empty' | t }}</li>
      }
    </ul>
  `,
  styles: `
    .pass {
      color: var(--pr-passed);
    }
    .stop {
      color: var(--pr-stopped);
    }
  `,
})
export class VerdictsCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly verdicts = input.required<Verdict[]>();

  protected says(verdict: Verdict): string {
    const from = this.texts.of(verdict.levelName);
    return verdict.outcome === 'pass'
      ? this.texts.say('overview.verdicts.passed', { from, to: this.texts.of(verdict.toLevelName) })
      : this.texts.say('overview.verdicts.stopped', { from });
  }

  protected against({ estimate }: Verdict): string {
    if (!estimate) return '';
    return this.texts.say('overview.verdicts.against', {
      lift: this.format.lift(estimate.lift),
      low: this.format.lift(estimate.low),
      high: this.format.lift(estimate.high),
    });
  }
}
