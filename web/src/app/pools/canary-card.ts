import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CanarySide, CanaryView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Scrolls } from '../ui/scrolls';
import { PolicyLabel } from './policy-label';
import { AppLineage } from '../ui/lineage';
import { FigureGrid } from '../ui/figure-grid';

/** The version on trial: its notes against the others since it began. */
@Component({
  selector: 'app-canary-card',
  imports: [AppLineage, FigureGrid, MatButton, Scrolls, T],
  host: { class: 'pr-card' },
  templateUrl: './canary-card.html',
  styles: `
    p {
      margin-top: 4px;
      font-size: 13px;
    }
    .lead {
      font-size: 15px;
      font-weight: 600;
    }
    .pr-scrolls {
      margin: 8px -10px 0;
    }
    tbody th {
      color: var(--pr-ink);
      font-weight: 550;
      text-align: start;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-top: 12px;
    }
  `,
})
export class CanaryCard {
  private readonly texts = inject(Texts);
  private readonly labels = inject(PolicyLabel);
  protected readonly format = inject(Format);
  readonly canary = input.required<CanaryView | null>();
  readonly promote = output();
  readonly end = output();

  protected readonly counts = ['notes', 'verdicts', 'passes', 'stops', 'impressions'] as const;
  protected readonly sides = computed(() => {
    const canary = this.canary();
    return canary
      ? [
          { name: this.named('trial', canary.canary), of: canary.canary },
          { name: this.named('control', canary.control), of: canary.control },
        ]
      : [];
  });
  protected readonly sentence = computed(() => {
    const canary = this.canary();
    return canary
      ? this.texts.say('policyDesk.trial.sentence', {
          label: this.labels.of(canary.canary.policy),
          share: this.format.percent(canary.share, 0),
          when: this.format.dateTime(canary.startedAt),
          who: canary.startedBy,
          why: canary.why,
        })
      : '';
  });

  /** Why it is too early is said, so that nobody waits for intervals that do not exist yet. */
  protected finding({ canary, control, finding }: CanaryView): CanaryView['finding'] | 'tooFew' {
    return canary.engagedRate && control.engagedRate ? finding : 'tooFew';
  }

  protected rate({ engagedRate }: CanarySide): string {
    if (!engagedRate) return this.texts.say('policyDesk.trial.fewNotes');
    const { rate, low, high } = engagedRate;
    return this.texts.say('policyDesk.trial.interval', {
      rate: this.format.percent(rate, 2),
      low: this.format.percent(low, 2),
      high: this.format.percent(high, 2),
    });
  }

  private named(side: 'trial' | 'control', { policy }: CanarySide): string {
    return this.texts.say(`policyDesk.trial.${side}`, { label: this.labels.of(policy) });
  }
}
