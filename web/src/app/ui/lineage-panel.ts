import { Component, computed, inject, input } from '@angular/core';
import {
  describeLineage,
  type FactTableId,
  factTables,
  type Lineage,
  type LineageKey,
  type MetricId,
  metrics,
  timeZone,
  type StreamId,
  streams,
} from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { Format } from './format';

/** One line: what it is about, and what it says. */
export interface Said {
  label: string;
  text: string;
}

type Line = Said & { key?: LineageKey };

/** What is known of where a figure comes from. */
export interface Explained {
  metric: MetricId;
  /** null where there is no figure and so nothing that it came from; left out where what stands around the figure says it */
  lineage?: Lineage | null;
  /** why there is no figure, or what else has to be said of it */
  reason?: string;
  /** what else is known of this one figure, such as between what the truth lies */
  beside?: readonly Said[];
}

/** Where figures that stand together come from is the same for all of them, and is said once below them. */
const saidOnce: readonly LineageKey[] = ['origins', 'window', 'data-at'];

/** The explanation of a figure, line by line; or of the few that one link holds. */
@Component({
  selector: 'app-lineage-panel',
  host: { role: 'tooltip', '[id]': 'id()' },
  template: `
    @for (part of parts(); track $index) {
      @if (part.heading) {
        <b>{{ part.heading }}</b>
      }
      @if (part.reason; as reason) {
        <p>{{ reason }}</p>
      }
      <dl [class.all]="!part.heading">
        @for (line of part.lines; track line.label) {
          <div>
            <dt>{{ line.label }}</dt>
            <dd>{{ line.text }}</dd>
          </div>
        }
      </dl>
    }
  `,
  styles: `
    :host {
      display: block;
      box-sizing: border-box;
      width: min(360px, calc(100vw - 16px));
      max-height: min(420px, calc(100dvh - 16px));
      padding: 12px 14px;
      overflow-y: auto;
      border: 1px solid var(--pr-line);
      border-radius: 12px;
      background: var(--pr-raised);
      color: var(--pr-ink);
      box-shadow: var(--pr-shadow);
      font-size: 12.5px;
      line-height: 1.5;
      text-align: start;
    }
    b {
      font-size: 13px;
      font-weight: 650;
    }
    p {
      margin: 4px 0 0;
    }
    dl {
      display: grid;
      gap: 6px;
      margin: 8px 0 0;
    }
    dl:empty {
      display: none;
    }
    dl + b {
      display: block;
      margin-top: 12px;
    }
    .all {
      margin-top: 12px;
      padding-top: 10px;
      border-top: 1px solid var(--pr-line);
    }
    div {
      display: grid;
      grid-template-columns: 76px minmax(0, 1fr);
      gap: 10px;
    }
    dt {
      color: var(--pr-muted);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class LineagePanel {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly figures = input.required<readonly Explained[]>();
  readonly id = input.required<string>();

  protected readonly parts = computed(() => {
    const told = this.figures().map((figure) => ({
      heading: this.texts.of(metrics[figure.metric]),
      reason: figure.reason,
      lines: this.linesOf(figure),
    }));
    if (told.length < 2) return told;
    const isOnce = ({ key }: Line) => key !== undefined && saidOnce.includes(key);
    return [
      ...told.map((part) => ({ ...part, lines: part.lines.filter((line) => !isOnce(line)) })),
      { heading: '', reason: undefined, lines: told[0]?.lines.filter(isOnce) ?? [] },
    ];
  });

  private linesOf({ lineage, beside = [] }: Explained): Line[] {
    if (!lineage) return [...beside];
    const told: Line[] = describeLineage(this.inWords(lineage), this.texts.chinese() ? 'zh' : 'en')
      .filter(({ key }) => key !== 'metric')
      .map((line) => ({ ...line, text: this.written(line.key, line.text, lineage) }));
    const at = told.findIndex(({ key }) => key === 'precision');
    const before = at < 0 ? told.findIndex(({ key }) => key === 'source') : at + 1;
    return [...told.slice(0, before), ...beside, ...told.slice(before)];
  }

  /** Streams have names in both languages; files are called what they are called. */
  private inWords(lineage: Lineage): Lineage {
    const origins = lineage.origins.map((origin) =>
      origin.kind === 'stream' ? { ...origin, name: this.nameOf(origin) } : origin,
    );
    return { ...lineage, origins };
  }

  private nameOf({ id, name }: Lineage['origins'][number]): string {
    if (id in streams) return this.texts.of(streams[id as StreamId]);
    return id in factTables ? this.texts.of(factTables[id as FactTableId].name) : name;
  }

  private written(key: LineageKey, text: string, { dataAt, window }: Lineage): string {
    if (key !== 'data-at' || !dataAt) return text;
    // A source that states a month or a year alone is not made more exact here.
    if (dataAt.length < 10) return dataAt;
    // A day is a day whatever the zone, and is never moved by one.
    if (dataAt.length === 10) return this.format.day(`${dataAt}T04:00:00Z`);
    const zone = window?.timeZone ?? timeZone;
    return `${this.format.wall(dataAt, zone)} (${zone})`;
  }
}
