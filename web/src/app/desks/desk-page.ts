import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { ClaimableCreators, DeskView, DirectoryCreator } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { OrderTabs } from '../collaborations/order-tabs';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { PageHeader } from '../ui/page-header';
import { SearchField } from '../ui/search-field';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { DesksApi } from './desks-api';
import { DirectoryCreatorLine } from './directory-creator-line';

/** Which creator of the directory this desk speaks for, and how it says so. */
@Component({
  selector: 'app-desk-page',
  imports: [
    Chip,
    DirectoryCreatorLine,
    EmptyState,
    FailedState,
    MatButton,
    OrderTabs,
    PageHeader,
    RouterLink,
    SearchField,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './desk-page.html',
  styleUrl: './desk-page.scss',
})
export default class DeskPage {
  private readonly api = inject(DesksApi);
  private readonly dialog = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly session = inject(Session);
  protected readonly mayClaim = computed(() => this.session.may('write:orders'));

  protected readonly ground = httpResource<DeskView>(() => '/api/v1/desk');
  protected readonly desk = kept(() => '', this.ground);
  protected readonly words = signal('');
  protected readonly search = httpResource<ClaimableCreators>(() => {
    const q = this.words().trim().slice(0, 200);
    return q ? `/api/v1/desk/creators?q=${encodeURIComponent(q)}` : undefined;
  });
  protected readonly found = computed(() => (this.search.hasValue() ? this.search.value().items : null));

  /** What became of the last claim, where that is not plain from the page. */
  protected readonly was = computed(() => {
    const claim = this.desk()?.claim;
    if (!claim || claim.state === 'waiting' || claim.state === 'approved') return null;
    return this.texts.say(`desks.was.${claim.state}`, {
      name: claim.creator.name,
      reason: claim.reason ?? '',
    });
  });

  constructor() {
    reloadOn(this.ground, 'desks');
  }

  protected async claim(creator: DirectoryCreator): Promise<void> {
    const { ClaimDialog } = await import('./claim-dialog');
    this.dialog
      .open(ClaimDialog, { data: creator, width: '480px' })
      .afterClosed()
      .subscribe(() => this.ground.reload());
  }

  protected async withdraw(claimId: string): Promise<void> {
    try {
      this.ground.set(await this.api.withdraw(claimId));
      this.toast.say(this.texts.say('desks.waiting.withdrawn'));
    } catch (error) {
      this.toast.problem(error);
      this.ground.reload();
    }
  }
}
