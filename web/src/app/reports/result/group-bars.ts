import { Component, computed, input } from '@angular/core';

/** A group with its figure; the bounds where the truth may lie elsewhere. */
export interface GroupBar {
  key: string;
  name: string;
  value: number;
  low: number;
  high: number;
  text: string;
}

/** One bar a group, the longest first where the report says so, with a whisker for what is not exact. */
@Component({
  selector: 'app-group-bars',
  template: `
    <ul [attr.aria-label]="label()">
      @for (bar of drawn(); track bar.key) {
        <li>
          <span class="name" [attr.title]="bar.name">{{ bar.name }}</span>
          <span class="track" aria-hidden="true">
            <i [style.width.%]="bar.width"></i>
            @if (bar.to > bar.from) {
              <s [style.inset-inline-start.%]="bar.from" [style.width.%]="bar.to - bar.from"></s>
            }
          </span>
          <b>{{ bar.text }}</b>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 2px;
      margin: 10px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(80px, 22%) minmax(0, 1fr) minmax(84px, auto);
      align-items: center;
      gap: 12px;
      min-height: 28px;
      font-size: 13px;
    }
    .name {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .track {
      position: relative;
      height: 14px;
      border-radius: 4px;
      background: var(--pr-basin);
    }
    i {
      display: block;
      height: 100%;
      min-width: 2px;
      border-radius: 4px;
      background: var(--pr-organic);
    }
    s {
      position: absolute;
      top: 6px;
      height: 2px;
      background: var(--pr-ink);
    }
    b {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      text-align: end;
    }
    @media (max-width: 559px) {
      li {
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 2px 10px;
        padding: 4px 0;
      }
      .track {
        grid-area: 2 / 1 / auto / -1;
        height: 10px;
      }
      s {
        top: 4px;
      }
    }
  `,
})
export class GroupBars {
  readonly label = input.required<string>();
  readonly bars = input.required<readonly GroupBar[]>();

  protected readonly drawn = computed(() => {
    const most = Math.max(...this.bars().map(({ value, high }) => Math.max(value, high)), 0);
    const percent = (value: number) => (most > 0 ? Math.max(0, Math.min(100, (100 * value) / most)) : 0);
    return this.bars().map((bar) => ({
      ...bar,
      width: percent(bar.value),
      from: percent(bar.low),
      to: percent(bar.high),
    }));
  });
}
