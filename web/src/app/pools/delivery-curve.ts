import { Component, computed, inject, input } from '@angular/core';
import { type ColdStart, deliveryCurve } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';

/** How much of the guarantee is due by when: said in a sentence, and drawn. */
@Component({
  selector: 'app-delivery-curve',
  imports: [T],
  template: `
    <p>{{ sentence() }}</p>
    <svg viewBox="0 0 240 64" preserveAspectRatio="none" role="img" [attr.aria-label]="'policies.curve' | t">
      <line x1="0" y1="63.5" x2="240" y2="63.5" />
      <line class="even" x1="0" y1="63" x2="240" y2="2" />
      <polyline [attr.points]="points()" />
    </svg>
    <div class="ends" aria-hidden="true">
      <span>{{ 'policies.curveStart' | t }}</span>
      <span>{{ 'policies.curveEnd' | t: { n: coldStart().hours } }}</span>
    </div>
  `,
  styles: `
    svg {
      display: block;
      width: 100%;
      height: 64px;
      margin-top: 8px;
    }
    line,
    polyline {
      fill: none;
      stroke: var(--pr-line-strong);
      vector-effect: non-scaling-stroke;
    }
    .even {
      stroke-dasharray: 3 3;
    }
    polyline {
      stroke: var(--pr-guaranteed);
      stroke-width: 2.25;
    }
    .ends {
      display: flex;
      justify-content: space-between;
      color: var(--pr-muted);
      font-size: 11px;
    }
    p {
      max-width: 62ch;
      font-size: 13px;
    }
  `,
})
export class DeliveryCurve {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly coldStart = input.required<ColdStart>();

  protected readonly sentence = computed(() =>
    this.texts.say('policies.coldStartText', {
      half: this.format.percent(deliveryCurve(0.5, this.coldStart().theta ?? 0), 0),
    }),
  );
  protected readonly points = computed(() =>
    Array.from({ length: 41 }, (_, step) => {
      const due = deliveryCurve(step / 40, this.coldStart().theta ?? 0);
      return `${6 * step},${(63 - 61 * due).toFixed(1)}`;
    }).join(' '),
  );
}
