import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { AppealView, ViolationRow } from '@poolrise/contracts';
import type { AppealState } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { Session } from '../../session/session';
import { Chip, type Tone } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { Format } from '../../ui/format';
import { ListFrame } from '../../ui/list-frame';
import { NoteCover } from '../../ui/note-cover';
import { PageHeader } from '../../ui/page-header';
import { AppealOutcomesCard } from './appeal-outcomes';
import { FoundInNote } from './found-in-note';

const appealTones: Record<AppealState, Tone> = { open: 'action', upheld: 'passed', dismissed: 'stopped' };

/** Notes that the audit limited or rejected, in plain words, and the way to say that it was wrong. */
@Component({
  selector: 'app-violations-page',
  imports: [
    AppealOutcomesCard,
    Chip,
    EmptyState,
    FoundInNote,
    ListFrame,
    MatButton,
    NoteCover,
    PageHeader,
    RouterLink,
    T,
  ],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'violations.title' | t" [text]="'violations.text' | t" />
    <app-list-frame [list]="violations">
      @if (violations.items(); as items) {
        @if (items.length) {
          <ul class="list" [attr.aria-label]="'violations.list' | t">
            @for (row of items; track row.noteId) {
              <li class="pr-card">
                <app-note-cover [title]="row.title" [hue]="row.coverHue" [url]="row.coverUrl" [width]="42" />
                <div class="words">
                  <h2>
                    <a [routerLink]="session.to('notes', row.noteId)" [attr.lang]="row.language">{{
                      row.title
                    }}</a>
                  </h2>
                  <p class="meta">
                    <app-chip [tone]="row.verdict === 'limited' ? 'paid' : 'stopped'">{{
                      texts.say(verdictWord(row))
                    }}</app-chip>
                    @if (row.appeal; as appeal) {
                      <app-chip [tone]="tones[appeal.state]">{{ texts.say(stateWord(appeal)) }}</app-chip>
                    }
                    <time [attr.datetime]="row.foundAt" [title]="format.dateTime(row.foundAt)">{{
                      'violations.found' | t: { ago: format.ago(row.foundAt) }
                    }}</time>
                  </p>
                  <app-found-in-note [of]="row" />
                  <p class="meta">
                    @if (row.reviewReason; as reason) {
                      {{ 'violations.reviewer' | t: { reason } }}
                    } @else {
                      {{ 'violations.machine' | t }}
                    }
                  </p>
                  @if (row.appeal?.state !== 'upheld') {
                    <p>{{ texts.say(effectWord(row)) }}</p>
                  }
                  @if (row.appeal; as appeal) {
                    <p class="said">{{ 'violations.appeal.yours' | t: { reason: appeal.reason } }}</p>
                    @if (appeal.answer; as answer) {
                      <p class="said">{{ 'violations.appeal.answer' | t: { answer } }}</p>
                    } @else {
                      <p class="meta">{{ due(appeal) }}</p>
                    }
                    @if (appeal.decidedAlone) {
                      <p class="meta">{{ 'violations.appeal.alone' | t }}</p>
                    }
                  } @else if (row.appealUntil; as until) {
                    <p class="meta">
                      {{ 'violations.mend' | t }} {{ 'violations.until' | t: { at: format.dateTime(until) } }}
                    </p>
                  } @else {
                    <p class="meta">{{ 'violations.over' | t }}</p>
                  }
                </div>
                @if (row.appealUntil && session.may('write:notes')) {
                  <button
                    matButton="outlined"
                    type="button"
                    [attr.aria-label]="'violations.appeal.about' | t: { title: row.title }"
                    (click)="appeal(row)"
                  >
                    {{ 'violations.appeal.go' | t }}
                  </button>
                }
              </li>
            }
          </ul>
        } @else {
          <div class="pr-card">
            <app-empty-state
              icon="check-circle"
              [title]="'violations.empty.title' | t"
              [text]="'violations.empty.text' | t"
            >
              <a matButton="filled" [routerLink]="session.to('notes')">{{ 'violations.empty.notes' | t }}</a>
            </app-empty-state>
          </div>
        }
      }
    </app-list-frame>
    <app-appeal-outcomes />
  `,
  styleUrl: './violations.scss',
})
export default class ViolationsPage {
  private readonly dialog = inject(MatDialog);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly tones = appealTones;
  protected readonly violations = paged<ViolationRow>(() => '/api/v1/violations', 'notes');

  protected readonly verdictWord = ({ verdict }: ViolationRow) => `violations.verdict.${verdict}` as const;
  protected readonly effectWord = ({ verdict }: ViolationRow) => `violations.effect.${verdict}` as const;
  protected readonly stateWord = ({ state }: AppealView) => `violations.appeal.state.${state}` as const;

  protected due({ dueAt }: AppealView): string {
    const late = Date.parse(dueAt) < Date.now();
    const at = this.format.dateTime(dueAt);
    return this.texts.say(late ? 'violations.appeal.late' : 'violations.appeal.due', { at });
  }

  protected async appeal(row: ViolationRow): Promise<void> {
    const { AppealDialog } = await import('./appeal-dialog');
    this.dialog
      .open(AppealDialog, { data: row, width: '520px' })
      .afterClosed()
      .subscribe(() => this.violations.reload());
  }
}
