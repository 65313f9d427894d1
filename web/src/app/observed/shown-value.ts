import { Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import type { ReportedValue } from '@poolrise/contracts';
import type { CreatorUnit, MetricId, Span } from '@poolrise/domain';
import type { Explained } from '../ui/lineage-panel';
import { ObservedWords } from './observed-words';
import { AppLineage } from '../ui/lineage';

/** One figure of a file; a rounded one, and a lower bound, says on hover and focus how far it may be off. */
@Component({
  selector: 'app-shown-value',
  imports: [AppLineage, MatTooltip],
  template: `
    @if (told(); as figure) {
      <span [appLineage]="figure">{{ shown().text }}</span>
    } @else if (shown().explain; as explain) {
      <span class="explained" tabindex="0" [matTooltip]="explain">{{ shown().text }}</span>
    } @else {
      {{ shown().text }}
    }
  `,
  styles: `
    :host {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .explained {
      position: relative;
      z-index: 1;
      border-radius: 3px;
      cursor: help;
      text-decoration: underline dotted var(--pr-line-strong);
      text-decoration-thickness: 1px;
      text-underline-offset: 3px;
    }
  `,
})
export class ShownValue {
  private readonly words = inject(ObservedWords);
  /** its metric, where it is the one figure of a source that stands around it */
  readonly metric = input<MetricId>();
  readonly value = input<ReportedValue | null>(null);
  readonly unit = input<CreatorUnit>('count');
  readonly span = input<Span | null>(null);

  protected readonly shown = computed(() => {
    const span = this.span();
    return span ? this.words.span(span) : this.words.figure(this.value(), this.unit());
  });
  protected readonly told = computed((): Explained | null => {
    const metric = this.metric();
    const reason = this.shown().explain;
    return metric ? { metric, ...(reason && { reason }) } : null;
  });
}
