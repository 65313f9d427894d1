import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { CreatorMarkView, MarkCreator } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import type { ReasonAsk } from '../ui/reason-dialog';
import { Toast } from '../ui/toast';
import { annotated } from './entry-dialog';
import { ShortlistsApi } from './shortlists-api';

/**
 * Marks a creator for the whole workspace: favourite, note and tags, blacklist with a reason. For the profile:
 * `<app-mark-menu [creatorId]="id" [name]="name" (changed)="…" />`.
 */
@Component({
  selector: 'app-mark-menu',
  imports: [Icon, MatButton, MatMenu, MatMenuItem, MatMenuTrigger, T],
  template: `
    @if (session.may('shortlist:creators')) {
      <button
        matButton="outlined"
        type="button"
        [matMenuTriggerFor]="menu"
        [attr.aria-label]="'shortlists.mark.of' | t: { name: name() }"
        (menuOpened)="load()"
      >
        <app-icon matButtonIcon name="more" />{{ 'shortlists.mark.title' | t }}
      </button>
      <mat-menu #menu="matMenu">
        @if (mark(); as mark) {
          <button mat-menu-item type="button" (click)="change({ favourite: !mark.favourite })">
            <app-icon name="like" />{{
              (mark.favourite ? 'shortlists.mark.unfavourite' : 'shortlists.mark.favourite') | t
            }}
          </button>
          <button mat-menu-item type="button" (click)="annotate(mark)">
            <app-icon name="text" />{{ 'shortlists.mark.note' | t }}
          </button>
          @if (mark.blacklistedReason; as reason) {
            <button mat-menu-item type="button" (click)="change({ blacklistedReason: null })">
              <app-icon name="eye" />{{ 'shortlists.mark.clear' | t: { reason } }}
            </button>
          } @else {
            <button mat-menu-item type="button" (click)="blacklist()">
              <app-icon name="stop" />{{ 'shortlists.mark.blacklist' | t }}
            </button>
          }
        } @else {
          <button mat-menu-item type="button" [disabled]="!failed()" (click)="load()">
            {{ (failed() ? 'common.tryAgain' : 'common.loading') | t }}
          </button>
        }
      </mat-menu>
    }
  `,
})
export class MarkMenu {
  private readonly api = inject(ShortlistsApi);
  private readonly dialogs = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly session = inject(Session);
  readonly creatorId = input.required<string>();
  readonly name = input.required<string>();
  readonly changed = output<CreatorMarkView>();

  private readonly answer = linkedSignal<string, CreatorMarkView | null>({
    source: this.creatorId,
    computation: () => null,
  });
  protected readonly mark = computed(() => this.answer());
  protected readonly failed = signal(false);

  protected async load(): Promise<void> {
    this.failed.set(false);
    try {
      this.answer.set(await this.api.markOf(this.creatorId()));
    } catch (error) {
      this.failed.set(true);
      this.toast.problem(error);
    }
  }

  protected async change(ask: MarkCreator): Promise<void> {
    try {
      await this.send(ask);
    } catch (error) {
      this.toast.problem(error);
    }
  }

  protected async annotate({ note, tags }: CreatorMarkView): Promise<void> {
    await annotated(this.dialogs, { name: this.name(), note, tags, send: (ask) => this.send(ask) });
  }

  protected async blacklist(): Promise<void> {
    const { ReasonDialog } = await import('../ui/reason-dialog');
    const data: ReasonAsk = {
      title: this.texts.say('shortlists.blacklist.title'),
      subject: this.name(),
      effect: this.texts.say('shortlists.blacklist.effect'),
      label: this.texts.say('shortlists.blacklist.reason'),
      hint: this.texts.say('shortlists.blacklist.hint'),
      fault: this.texts.say('shortlists.blacklist.fault'),
      confirm: this.texts.say('shortlists.blacklist.confirm'),
      grave: true,
      send: (blacklistedReason) => this.send({ blacklistedReason }),
    };
    this.dialogs.open(ReasonDialog, { data, width: '480px' });
  }

  private async send(ask: MarkCreator): Promise<void> {
    const mark = await this.api.mark(this.creatorId(), ask);
    this.answer.set(mark);
    this.changed.emit(mark);
    this.toast.say(this.texts.say('shortlists.mark.done', { name: this.name() }));
  }
}
