import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DeskToday } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Chip } from '../../ui/chip';

/** The first three steps of a new desk, checked off by what there is. */
@Component({
  selector: 'app-steps-card',
  imports: [Chip, RouterLink, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'creatorDesk.steps.title' | t }}</h2>
    <ol>
      @for (step of rows(); track step.key) {
        <li>
          <a [routerLink]="session.to(...step.place)">
            <span>
              <b>{{ texts.say(step.title) }}</b>
              <small>{{ texts.say(step.text) }}</small>
            </span>
            @if (step.done) {
              <app-chip tone="passed" icon="check-circle">{{ 'creatorDesk.steps.done' | t }}</app-chip>
            } @else if (step.waits) {
              <app-chip tone="action" icon="pending">{{ 'creatorDesk.steps.waits' | t }}</app-chip>
            }
          </a>
        </li>
      }
    </ol>
  `,
  styleUrl: './home-lines.scss',
})
export class StepsCard {
  protected readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  readonly steps = input.required<DeskToday['steps']>();

  protected readonly rows = computed(() => {
    const { creator, claimWaits, published, applied } = this.steps();
    return [
      {
        key: 'account',
        place: ['orders', 'account'],
        done: creator !== null,
        waits: claimWaits,
        title: 'creatorDesk.steps.account',
        text: 'creatorDesk.steps.accountText',
      },
      {
        key: 'note',
        place: ['write', 'new'],
        done: published,
        waits: false,
        title: 'creatorDesk.steps.note',
        text: 'creatorDesk.steps.noteText',
      },
      {
        key: 'board',
        place: ['orders', 'board'],
        done: applied,
        waits: false,
        title: 'creatorDesk.steps.board',
        text: 'creatorDesk.steps.boardText',
      },
    ] as const;
  });
}
