import { Component, computed, type ElementRef, inject, input, viewChild } from '@angular/core';
import type { StressReport } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { FigureGrid } from '../ui/figure-grid';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { observeWidth } from '../ui/observe-size';
import { StressWords } from './stress-words';

const height = 190;
const margin = { top: 34, right: 16, bottom: 24, left: 16 };
/** A label needs so much to one side of its mark. */
const labelRoom = 110;

/**
 * How many simulated campaigns reach how many people, with the promise of the plan and the line of falling short marked. The
 * chart of the house counts time along its foot, so this one is drawn here; the table below has the same figures for everybody.
 */
@Component({
  selector: 'app-stress-plot',
  imports: [AppLineage, FigureGrid, T],
  template: `
    <div #plot>
      <svg [attr.width]="width()" [attr.height]="height" aria-hidden="true">
        @for (bar of bars(); track bar.x) {
          <rect
            [class.short]="bar.short"
            [attr.x]="bar.x"
            [attr.y]="bar.y"
            [attr.width]="bar.width"
            [attr.height]="bar.height"
          >
            <title>{{ bar.title }}</title>
          </rect>
        }
        <line
          class="foot"
          [attr.x1]="margin.left"
          [attr.x2]="width() - margin.right"
          [attr.y1]="base"
          [attr.y2]="base"
        />
        @for (mark of marks(); track mark.kind) {
          <line
            [class]="mark.kind"
            [attr.x1]="mark.x"
            [attr.x2]="mark.x"
            [attr.y1]="mark.top"
            [attr.y2]="base"
          />
          <text
            [class]="mark.kind"
            [attr.x]="mark.x + mark.off"
            [attr.y]="mark.top + 8"
            [attr.text-anchor]="mark.anchor"
          >
            {{ mark.word }}
          </text>
        }
        @for (tick of ticks(); track tick.x) {
          <text [attr.x]="tick.x" [attr.y]="height - 6" [attr.text-anchor]="tick.anchor">
            {{ tick.word }}
          </text>
        }
      </svg>
    </div>
    <details>
      <summary>{{ 'matching.stress.plot' | t }}</summary>
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col" class="pr-number">{{ 'matching.stress.plotFrom' | t }}</th>
            <th scope="col" class="pr-number">{{ 'matching.stress.plotTo' | t }}</th>
            <th scope="col" class="pr-number">{{ 'matching.stress.plotCount' | t }}</th>
          </tr>
        </thead>
        <tbody appFigureGrid>
          @for (bar of bars(); track bar.x) {
            <tr>
              <td class="pr-number">
                <span appLineage="stressReach">{{ words.people(bar.from) }}</span>
              </td>
              <td class="pr-number">
                <span appLineage="stressReach">{{ words.people(bar.to) }}</span>
              </td>
              <td class="pr-number">{{ format.number(bar.count) }}</td>
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
    rect {
      fill: var(--pr-organic);
    }
    rect.short {
      fill: var(--pr-stopped);
    }
    .foot {
      stroke: var(--pr-line-strong);
    }
    text {
      fill: var(--pr-muted);
      font-size: 11px;
      font-variant-numeric: tabular-nums;
    }
    line.promise {
      stroke: var(--pr-ink);
      stroke-width: 1.5;
    }
    text.promise {
      fill: var(--pr-ink);
    }
    line.short {
      stroke: var(--pr-stopped);
      stroke-width: 1.5;
      stroke-dasharray: 4 3;
    }
    summary {
      color: var(--pr-muted);
      font-size: 12px;
      cursor: pointer;
    }
  `,
})
export class StressPlot {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(StressWords);
  readonly report = input.required<StressReport>();

  protected readonly height = height;
  protected readonly margin = margin;
  protected readonly base = height - margin.bottom;
  private readonly plot = viewChild<ElementRef<HTMLElement>>('plot');
  protected readonly width = observeWidth(this.plot, 560);

  /** From the least that was reached, or the line, to the most, or the promise. */
  private readonly span = computed(() => {
    const { histogram, line, promised } = this.report();
    const { from, width, counts } = histogram;
    const low = Math.min(from, line, promised);
    const high = Math.max(from + width * counts.length, line, promised);
    const room = Math.max(1, high - low) * 0.02;
    return { low: Math.max(0, low - room), high: high + room };
  });

  protected readonly bars = computed(() => {
    const { histogram, line } = this.report();
    const { from, width, counts } = histogram;
    const most = Math.max(1, ...counts);
    return counts.map((count, at) => {
      const [start, end] = [from + at * width, from + (at + 1) * width];
      const tall = (count / most) * (height - margin.top - margin.bottom);
      const [left, right] = [this.x(start), this.x(end)];
      return {
        count,
        from: start,
        to: end,
        short: (start + end) / 2 < line,
        x: left,
        y: this.base - tall,
        // One bar where all campaigns are alike has no width of its own.
        width: Math.max(2, right - left - 1),
        height: tall,
        title: this.texts.say('matching.stress.plotBin', {
          from: this.words.people(start),
          to: this.words.people(end),
          n: this.format.number(count),
        }),
      };
    });
  });

  protected readonly marks = computed(() => {
    const { line, promised } = this.report();
    const all = [
      { kind: 'promise', at: promised, top: 2, key: 'matching.stress.plotPromise' },
      { kind: 'short', at: line, top: 16, key: 'matching.stress.plotLine' },
    ] as const;
    return all.map(({ kind, at, top, key }) => {
      const x = this.x(at);
      // The two are often close: the lower one is named on its left, away from the other, where there is room.
      const left = at < Math.max(line, promised) ? x > labelRoom : x > this.width() - labelRoom;
      return {
        kind,
        x,
        top,
        off: left ? -6 : 6,
        anchor: left ? 'end' : 'start',
        word: this.texts.say(key, { people: this.words.people(at) }),
      };
    });
  });

  protected readonly ticks = computed(() => {
    const { low, high } = this.span();
    return [0, 0.5, 1].map((part) => ({
      x: margin.left + part * (this.width() - margin.left - margin.right),
      anchor: part === 0 ? 'start' : part === 1 ? 'end' : 'middle',
      word: this.format.compact(Math.round(low + part * (high - low))),
    }));
  });

  private x(people: number): number {
    const { low, high } = this.span();
    return margin.left + ((people - low) / (high - low)) * (this.width() - margin.left - margin.right);
  }
}
