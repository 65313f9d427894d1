import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { ClientList, ClientRow } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { ConflictsCard } from './conflicts-card';
import { AppLineage } from '../ui/lineage';
import { AppSource } from '../ui/figure-source';

/** Clients of the agency, what waits in their rooms, and where they get into each other's way. */
@Component({
  selector: 'app-clients-page',
  imports: [
    AppLineage,
    AppSource,
    Chip,
    ConflictsCard,
    EmptyState,
    FailedState,
    Icon,
    MatButton,
    PageHeader,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './clients-page.html',
  styleUrl: './clients-page.scss',
})
export default class ClientsPage {
  private readonly dialogs = inject(MatDialog);
  private readonly toast = inject(Toast);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  protected readonly list = httpResource<ClientList>(() => '/api/v1/clients');
  private readonly known = kept(() => 'clients', this.list);
  protected readonly clients = computed(() => this.known()?.items);
  protected readonly asOf = computed(() => this.known()?.asOf ?? null);
  protected readonly manages = computed(() => this.session.may('manage:clients'));

  constructor() {
    reloadOn(this.list, 'clients');
  }

  protected async found(): Promise<void> {
    const { FoundClientDialog } = await import('./found-client-dialog');
    const dialog = this.dialogs.open<InstanceType<typeof FoundClientDialog>, void, ClientRow>(
      FoundClientDialog,
      { width: '460px' },
    );
    const founded = await firstValueFrom(dialog.afterClosed());
    if (!founded) return;
    this.list.reload();
    // The founder is in, so the switcher has a new room.
    await this.session.load();
    this.toast.say(this.texts.say('clients.founded', { name: founded.name }));
  }

  protected async people(client: ClientRow): Promise<void> {
    const { ClientPeopleDialog } = await import('./client-people-dialog');
    const dialog = this.dialogs.open(ClientPeopleDialog, { width: '520px', data: client });
    await firstValueFrom(dialog.afterClosed());
    this.list.reload();
    await this.session.load();
  }

  protected peopleOf({ inside }: ClientRow): string {
    if (!inside) return '';
    const team = this.texts.count('clients.team', inside.members);
    return inside.viewers ? `${team} · ${this.texts.count('clients.viewers', inside.viewers)}` : team;
  }
}
