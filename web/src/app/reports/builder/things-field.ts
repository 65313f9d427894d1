import { Component, inject, input, output, resource, signal } from '@angular/core';
import type { ReportThing } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { ReportsApi } from '../reports-api';

const pauseMs = 200;
/** Names that are looked up for ids of an address. */
const namedMost = 50;

/** Notes or creators that a report is narrowed to, found by their words. */
@Component({
  selector: 'app-things-field',
  imports: [Icon, T],
  templateUrl: './things-field.html',
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    label {
      display: grid;
      gap: 3px;
    }
    label span {
      color: var(--pr-muted);
      font-size: 12px;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .found {
      max-height: 356px;
      overflow-y: auto;
      border: 1px solid var(--pr-line);
      border-radius: 8px;
    }
    .found li {
      padding: 0 8px;
      font-size: 13px;
    }
    .found button {
      display: flex;
      align-items: center;
      gap: 6px;
      width: 100%;
      min-height: 34px;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    .found span {
      min-width: 0;
      padding: 5px 0;
    }
    .found b,
    .found small {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .found b {
      font-weight: 500;
    }
    .found small {
      color: var(--pr-muted);
      font-size: 12px;
    }
    .chosen {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .chosen button {
      max-width: 240px;
      --icon-size: 15px;
    }
  `,
})
export class ThingsField {
  private readonly api = inject(ReportsApi);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly kind = input.required<'note' | 'creator'>();
  readonly ids = input.required<readonly string[]>();
  readonly choice = output<string[]>();
  protected readonly text = signal('');
  private readonly picked = signal<ReadonlyMap<string, string>>(new Map());

  protected readonly found = resource({
    params: () => this.text().trim() || undefined,
    loader: async ({ params, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      return abortSignal.aborted ? [] : this.api.things(this.kind(), { search: params });
    },
  });
  /** Names of what an address brought along; those that are gone stay nameless. */
  private readonly named = resource({
    params: () => {
      const nameless = this.ids().filter((id) => !this.picked().has(id));
      return nameless.length ? nameless.slice(0, namedMost) : undefined;
    },
    loader: async ({ params }) =>
      new Map((await this.api.things(this.kind(), { ids: params })).map((one) => [one.id, one.title])),
  });

  protected nameOf(id: string): string {
    const named = this.named.hasValue() ? this.named.value()?.get(id) : undefined;
    return this.picked().get(id) ?? named ?? id.slice(0, 8);
  }

  /** Where it is known from, and what tells it from others of its name. */
  protected about({ origin, beside, publishedAt, notes }: ReportThing): string {
    const parts = [this.texts.say(`reports.filters.origin.${origin}`)];
    if (publishedAt) parts.push(this.format.day(publishedAt));
    if (notes !== null) parts.push(this.texts.count('reports.filters.notes', notes));
    if (beside) parts.push(beside);
    return parts.join(' · ');
  }

  protected add(id: string): void {
    const hit = this.found.value()?.find((one) => one.id === id);
    if (hit) this.picked.update((names) => new Map([...names, [id, hit.title]]));
    this.text.set('');
    if (!this.ids().includes(id)) this.choice.emit([...this.ids(), id]);
  }

  protected drop(id: string): void {
    this.choice.emit(this.ids().filter((one) => one !== id));
  }
}
