import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { OrderView } from '@poolrise/contracts';
import { hasEnded } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Chip } from '../../ui/chip';
import { Format } from '../../ui/format';

const dayMs = 86_400_000;

/** The note that came of the order: how it does, where its climb is, and how long it has to stay. */
@Component({
  selector: 'app-order-note-card',
  imports: [Chip, MatButton, RouterLink, T],
  template: `
    @if (view().note; as note) {
      <section class="pr-card">
        <h2>{{ 'orders.note.title' | t }}</h2>
        <p class="title" [attr.lang]="view().language">{{ note.title }}</p>
        <p class="chips">
          <app-chip tone="paid">{{ 'orders.note.label' | t }}</app-chip>
          <app-chip>{{ stateWord(note.state) }}</app-chip>
        </p>
        @if (view().publishedAt; as at) {
          <p class="hint">{{ 'orders.note.published' | t: { at: format.dateTime(at) } }}</p>
        }
        <dl>
          <div>
            <dt>{{ 'orders.note.impressions' | t }}</dt>
            <dd>{{ format.number(note.impressions) }}</dd>
          </div>
          <div>
            <dt>{{ 'orders.note.reads' | t }}</dt>
            <dd>{{ format.number(note.reads) }}</dd>
          </div>
          <div>
            <dt>{{ 'orders.note.interactions' | t }}</dt>
            <dd>{{ format.number(note.interactions) }}</dd>
          </div>
        </dl>
        @for (words of standing(); track words) {
          <p class="standing">{{ words }}</p>
        }
        <!-- The note stands in the workspace of the brand. -->
        @if (session.may('read:notes') && view().side === 'brand') {
          <a matButton="outlined" [routerLink]="session.to('notes', note.id)">{{ 'orders.note.open' | t }}</a>
        }
      </section>
    }
  `,
  styles: `
    .title {
      margin-top: 8px;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin: 6px 0;
    }
    .hint {
      color: var(--pr-muted);
      font-size: 12px;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 8px;
      margin: 12px 0;
    }
    dt {
      color: var(--pr-muted);
      font-size: 12px;
    }
    dd {
      margin: 0;
      font-size: 16px;
      font-weight: 650;
      font-variant-numeric: tabular-nums;
    }
    .standing {
      margin-bottom: 10px;
      font-size: 13px;
    }
  `,
})
export class OrderNoteCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly view = input.required<OrderView>();

  protected stateWord(state: NonNullable<OrderView['note']>['state']): string {
    return this.texts.say(`common.noteState.${state}`);
  }

  /** How long it has to stay, and what was asked and answered about that. */
  protected readonly standing = computed(() => {
    const view = this.view();
    const all: string[] = [];
    const protection = this.protection(view);
    if (protection) all.push(protection);
    if (view.request) {
      const key = view.request.kind === 'hide' ? 'orders.note.askedHide' : 'orders.note.askedDelete';
      all.push(this.texts.say(key, { at: this.format.dateTime(view.request.lapsesAt) }));
    }
    if (view.mayRemove && !hasEnded(view)) all.push(this.texts.say('orders.note.mayRemove'));
    return all;
  });

  /** Nothing is said of an order that ended before its time: the note need not stay for it any more. */
  private protection(view: OrderView): string | null {
    if (view.protectionEndsAt === null) return null;
    const at = this.format.dateTime(view.protectionEndsAt);
    const leftDays = Math.ceil((Date.parse(view.protectionEndsAt) - Date.now()) / dayMs);
    if (leftDays <= 0) return this.texts.say('orders.note.protectionOver', { at });
    if (hasEnded(view)) return null;
    const left = this.texts.count('orders.brief.days', leftDays);
    return this.texts.say('orders.note.protection', { left, at });
  }
}
