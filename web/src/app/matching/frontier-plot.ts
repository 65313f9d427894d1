import { Component, computed, type ElementRef, inject, input, viewChild } from '@angular/core';
import type { PortfolioView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { observeWidth } from '../ui/observe-size';
import { AppLineage } from '../ui/lineage';
import { FigureGrid } from '../ui/figure-grid';

type Point = NonNullable<PortfolioView['frontier']>[number];
const height = 200;
const margin = { top: 14, right: 16, bottom: 26, left: 52 };

/**
 * Budget against net reach. The chart of the house counts time along its foot and no money, so this one is drawn here; the
 * table below it has the same figures for everybody.
 */
@Component({
  selector: 'app-frontier-plot',
  imports: [AppLineage, FigureGrid, T],
  template: `
    <div #plot>
      <svg [attr.width]="width()" [attr.height]="height" aria-hidden="true">
        @for (tick of levels(); track tick.y) {
          <line
            class="grid"
            [attr.x1]="margin.left"
            [attr.x2]="width() - margin.right"
            [attr.y1]="tick.y"
            [attr.y2]="tick.y"
          />
          <text class="level" [attr.x]="margin.left - 8" [attr.y]="tick.y + 4">{{ tick.word }}</text>
        }
        <path class="band" [attr.d]="drawn().band" />
        <path class="line" [attr.d]="drawn().line" />
        <path class="line bare" [attr.d]="drawn().bare" />
        @for (dot of drawn().dots; track dot.x) {
          <circle [class.here]="dot.here" [attr.cx]="dot.x" [attr.cy]="dot.y" [attr.r]="dot.here ? 6 : 3">
            <title>{{ dot.title }}</title>
          </circle>
        }
        @for (tick of feet(); track tick.x) {
          <text class="foot" [attr.x]="tick.x" [attr.y]="height - 6">{{ tick.word }}</text>
        }
      </svg>
    </div>
    @if (boosted()) {
      <p class="key">
        <span><i></i>{{ 'matching.plan.boosts.with' | t }}</span>
        <span><i class="bare"></i>{{ 'matching.plan.boosts.without' | t }}</span>
      </p>
    }
    <details>
      <summary>{{ 'matching.plan.frontier' | t }}</summary>
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col" class="pr-number">{{ 'matching.budget' | t }}</th>
            <th scope="col" class="pr-number">{{ 'matching.plan.reached' | t }}</th>
            @if (boosted()) {
              <th scope="col" class="pr-number">{{ 'matching.plan.boosts.without' | t }}</th>
              <th scope="col" class="pr-number">{{ 'matching.plan.boosts.ofIt' | t }}</th>
            }
            <th scope="col" class="pr-number">{{ 'matching.plan.creators' | t }}</th>
          </tr>
        </thead>
        <tbody appFigureGrid>
          @for (point of points(); track point.budgetCents) {
            <tr [class.here]="point.budgetCents === budgetCents()">
              <th scope="row" class="pr-number">{{ format.roundMoney(point.budgetCents) }}</th>
              <td class="pr-number">
                <span appLineage="netReach">{{ rounded(point.reach?.people) }}</span>
              </td>
              @if (boosted()) {
                <td class="pr-number">
                  <span appLineage="netReach">{{ rounded(point.withoutBoosts?.people) }}</span>
                </td>
                <td class="pr-number">
                  <span appLineage="boostSpend">{{ format.roundMoney(point.boostCents) }}</span>
                </td>
              }
              <td class="pr-number">{{ point.creators }}</td>
            </tr>
          }
        </tbody>
      </table>
    </details>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    div {
      overflow: hidden;
    }
    svg {
      display: block;
      max-width: 100%;
    }
    .grid {
      stroke: var(--pr-line);
    }
    text {
      fill: var(--pr-muted);
      font-size: 11px;
    }
    .level {
      text-anchor: end;
    }
    .foot {
      text-anchor: middle;
    }
    .line {
      fill: none;
      stroke: var(--pr-organic);
      stroke-width: 2;
    }
    .line.bare {
      stroke: var(--pr-muted);
      stroke-width: 1.5;
      stroke-dasharray: 5 4;
    }
    .key {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 18px;
      margin-bottom: 6px;
      color: var(--pr-muted);
      font-size: 12px;
    }
    .key span {
      display: inline-flex;
      gap: 6px;
      align-items: center;
    }
    i {
      width: 22px;
      border-top: 2px solid var(--pr-organic);
    }
    i.bare {
      border-top: 1.5px dashed var(--pr-muted);
    }
    .band {
      fill: var(--pr-organic);
      opacity: 0.14;
    }
    circle {
      fill: var(--pr-organic);
    }
    circle.here {
      fill: var(--pr-action);
      stroke: var(--pr-card);
      stroke-width: 2;
    }
    summary {
      color: var(--pr-muted);
      font-size: 12px;
      cursor: pointer;
    }
    tr.here {
      background: var(--pr-tint);
    }
  `,
})
export class FrontierPlot {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly points = input.required<readonly Point[]>();
  readonly budgetCents = input.required<number>();

  protected readonly height = height;
  protected readonly margin = margin;
  private readonly plot = viewChild<ElementRef<HTMLElement>>('plot');
  protected readonly width = observeWidth(this.plot, 560);

  protected readonly boosted = computed(() => this.points().some(({ withoutBoosts }) => withoutBoosts));
  private readonly top = computed(() => Math.max(1, ...this.points().map(({ reach }) => reach?.high ?? 0)));
  private readonly most = computed(() => Math.max(1, ...this.points().map((point) => point.budgetCents)));

  protected readonly drawn = computed(() => {
    const known = this.points().flatMap((point) => (point.reach ? [{ ...point, reach: point.reach }] : []));
    const at = ({ budgetCents }: Point, people: number): string =>
      `${this.x(budgetCents).toFixed(1)},${this.y(people).toFixed(1)}`;
    const path = (places: string[]): string => (places.length > 0 ? `M${places.join('L')}` : '');
    return {
      line: path(known.map((point) => at(point, point.reach.people))),
      bare: path(
        this.points().flatMap((point) =>
          point.withoutBoosts ? [at(point, point.withoutBoosts.people)] : [],
        ),
      ),
      band: path([
        ...known.map((point) => at(point, point.reach.high)),
        ...known.toReversed().map((point) => at(point, point.reach.low)),
      ]),
      dots: known.map((point) => ({
        x: this.x(point.budgetCents),
        y: this.y(point.reach.people),
        here: point.budgetCents === this.budgetCents(),
        title: this.texts.say('matching.plan.frontierPoint', {
          budget: this.format.roundMoney(point.budgetCents),
          people: this.format.number(Math.round(point.reach.people)),
          n: point.creators,
        }),
      })),
    };
  });
  protected readonly levels = computed(() =>
    [0, 0.5, 1].map((part) => ({
      y: this.y(this.top() * part),
      word: this.format.compact(Math.round(this.top() * part)),
    })),
  );
  protected readonly feet = computed(() =>
    this.points()
      .filter(({ budgetCents }) => budgetCents === this.budgetCents() || budgetCents === this.most())
      .map(({ budgetCents }) => ({
        x: Math.min(this.x(budgetCents), this.width() - margin.right - 24),
        word: this.format.roundMoney(budgetCents),
      })),
  );

  protected rounded(people: number | undefined): string {
    return this.format.number(people === undefined ? null : Math.round(people));
  }

  private x(cents: number): number {
    return margin.left + (cents / this.most()) * (this.width() - margin.left - margin.right);
  }

  private y(people: number): number {
    return height - margin.bottom - (people / this.top()) * (height - margin.top - margin.bottom);
  }
}
