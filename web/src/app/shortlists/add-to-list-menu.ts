import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { AddedToCreatorList, CreatorListView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Toast } from '../ui/toast';
import { ShortlistsApi } from './shortlists-api';
import { writtenList } from './write-list-dialog';

/** As the api takes them at once. */
const atOnce = 200;

/**
 * Puts creators into a list, or into a new one. For the finder and the profile:
 * `<app-add-to-list-menu [creatorIds]="ids" (added)="…" />`. Shows nothing to those who may not keep lists.
 */
@Component({
  selector: 'app-add-to-list-menu',
  imports: [Icon, MatButton, MatMenu, MatMenuItem, MatMenuTrigger, T],
  template: `
    @if (session.may('shortlist:creators')) {
      <button
        matButton="outlined"
        type="button"
        [matMenuTriggerFor]="menu"
        [disabled]="creatorIds().length === 0 || busy()"
        disabledInteractive
        (menuOpened)="load()"
      >
        <app-icon matButtonIcon name="add" />{{ 'shortlists.add.title' | t }}
      </button>
      <mat-menu #menu="matMenu" [aria-label]="'shortlists.add.title' | t">
        <button mat-menu-item type="button" (click)="begin()">
          <app-icon name="add" />{{ 'shortlists.add.new' | t }}
        </button>
        @for (list of lists(); track list.id) {
          <button mat-menu-item type="button" (click)="add(list)">
            <span class="pr-choice"
              >{{ list.name }} <small class="pr-muted">{{ list.creators }}</small></span
            >
          </button>
        } @empty {
          @if (loading()) {
            <button mat-menu-item type="button" disabled>{{ 'common.loading' | t }}</button>
          }
        }
      </mat-menu>
    }
  `,
})
export class AddToListMenu {
  private readonly api = inject(ShortlistsApi);
  private readonly dialogs = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly session = inject(Session);
  readonly creatorIds = input.required<readonly string[]>();
  readonly added = output<CreatorListView>();

  protected readonly lists = signal<readonly CreatorListView[]>([]);
  protected readonly loading = signal(false);
  protected readonly busy = signal(false);

  protected async load(): Promise<void> {
    this.loading.set(true);
    try {
      this.lists.set((await this.api.lists()).items);
    } catch (error) {
      this.toast.problem(error);
    } finally {
      this.loading.set(false);
    }
  }

  protected async begin(): Promise<void> {
    const list = await writtenList(this.dialogs, null);
    if (list) await this.add(list);
  }

  protected async add(list: CreatorListView): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const ids = this.creatorIds();
      const done: AddedToCreatorList[] = [];
      for (let from = 0; from < ids.length; from += atOnce)
        done.push(
          await this.api.add(
            list.id,
            ids.slice(from, from + atOnce).map((creatorId) => ({ creatorId, note: '', tags: [] })),
          ),
        );
      this.toast.say(this.outcome(list.name, done));
      this.added.emit(list);
    } catch (error) {
      this.toast.problem(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** What became of them, and nothing of what did not happen. */
  private outcome(name: string, done: readonly AddedToCreatorList[]): string {
    const total = (of: 'added' | 'already' | 'unknown' | 'deleted') =>
      done.reduce((sum, answer) => sum + answer[of].length, 0);
    const gone = total('unknown') + total('deleted');
    return [
      this.texts.count('shortlists.add.added', total('added'), { name }),
      ...(total('already') ? [this.texts.count('shortlists.add.already', total('already'))] : []),
      ...(gone ? [this.texts.count('shortlists.add.gone', gone)] : []),
    ].join(this.texts.chinese() ? '' : ' ');
  }
}
