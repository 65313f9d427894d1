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
} from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { Format } from './format';

/** One line: what it is about, and what it says. */
export interface Said {
  label: string;
  text: string;
}

/** What is known of where a figure comes from. */
export interface Explained {
  metric: MetricId;
  /** null where there is no figure and so nothing that it came from */
  lineage: Lineage | null;
  /** why there is no figure, or what else has to be said of it */
  reason?: string;
  /** what else is known of this one figure, such as between what the truth lies */
  beside?: readonly Said[];
}

/** The explanation of a figure, line by line. */
@Component({
  selector: 'app-lineage-panel',
  host: { role: 'tooltip', '[id]': 'id()' },
  template: `
    <b>{{ heading() }}</b>
    @if (explained().reason; as reason) {
      <p>{{ reason }}</p>
    }
    <dl>
      @for (line of lines(); track line.label) {
        <div>
          <dt>{{ line.label }}</dt>
          <dd>{{ line.text }}</dd>
        </div>
      }
    </dl>
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
  readonly explained = input.required<Explained>();
  readonly id = input.required<string>();

  protected readonly heading = computed(() => this.texts.of(metrics[this.explained().metric]));
  protected readonly lines = computed((): Said[] => {
    const { lineage, beside = [] } = this.explained();
    if (!lineage) return [...beside];
    const told = describeLineage(this.inWords(lineage), this.texts.chinese() ? 'zh' : 'en')
      .filter(({ key }) => key !== 'metric')
      .map((line) => ({ ...line, text: this.written(line.key, line.text, lineage) }));
    const at = told.findIndex(({ key }) => key === 'precision');
    const before = at < 0 ? told.length : at + 1;
    return [...told.slice(0, before), ...beside, ...told.slice(before)];
  });

  /** Streams have names in both languages; files are called what they are called. */
  private inWords(lineage: Lineage): Lineage {
    const origins = lineage.origins.map((origin) =>
      origin.kind === 'stream' && origin.id in factTables
        ? { ...origin, name: this.texts.of(factTables[origin.id as FactTableId].name) }
        : origin,
    );
    return { ...lineage, origins };
  }

  private written(key: LineageKey, text: string, { dataAt, window }: Lineage): string {
    const zone = window?.timeZone ?? timeZone;
    return key === 'data-at' && dataAt ? `${this.format.wall(dataAt, zone)} (${zone})` : text;
  }
}
