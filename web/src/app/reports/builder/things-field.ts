import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, resource, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { T } from '../../../i18n/t';
import { Icon } from '../../ui/icon';
import { ReportsApi } from '../reports-api';

const pauseMs = 200;
/** Names that are looked up for ids of an address. */
const namedMost = 20;

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
      max-height: 180px;
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
    .found b {
      overflow: hidden;
      font-weight: 500;
      text-overflow: ellipsis;
      white-space: nowrap;
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
  private readonly http = inject(HttpClient);
  readonly kind = input.required<'note' | 'creator'>();
  readonly ids = input.required<readonly string[]>();
  readonly choice = output<string[]>();
  protected readonly text = signal('');
  private readonly picked = signal<ReadonlyMap<string, string>>(new Map());

  protected readonly found = resource({
    params: () => this.text().trim() || undefined,
    loader: async ({ params, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      return abortSignal.aborted ? [] : this.api.find(this.kind(), params);
    },
  });
  /** Names of what an address brought along; those that are gone stay nameless. */
  private readonly named = resource({
    params: () => {
      const nameless = this.ids().filter((id) => !this.picked().has(id));
      return nameless.length ? nameless.slice(0, namedMost) : undefined;
    },
    loader: async ({ params }) => {
      const asked = params.map(async (id) => {
        const path = `/api/v1/${this.kind()}s/${id}`;
        const { title, name } = await firstValueFrom(this.http.get<{ title?: string; name?: string }>(path));
        return [id, title ?? name ?? id] as const;
      });
      const settled = await Promise.allSettled(asked);
      return new Map(settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
    },
  });

  protected nameOf(id: string): string {
    return this.picked().get(id) ?? this.named.value()?.get(id) ?? id.slice(0, 8);
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
