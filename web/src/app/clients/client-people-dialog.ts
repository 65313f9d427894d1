import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { ClientMember, ClientMembers, ClientRow, LetIntoClient, MemberPage } from '@poolrise/contracts';
import type { z } from 'zod';
import { T } from '../../i18n/t';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';
import { ClientsApi } from './clients-api';

const roles = ['marketer', 'analyst', 'finance', 'owner'] as const satisfies readonly LetIntoClient['role'][];

/** Who of the agency is let into a client's room. */
@Component({
  selector: 'app-client-people-dialog',
  imports: [
    FailedState,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatLabel,
    MatOption,
    MatSelect,
    ReactiveFormsModule,
    Refusal,
    Skeleton,
    T,
  ],
  templateUrl: './client-people-dialog.html',
  styleUrls: ['../ui/form-dialog.scss', './client-people-dialog.scss'],
})
export class ClientPeopleDialog {
  private readonly api = inject(ClientsApi);
  protected readonly client = inject<ClientRow>(MAT_DIALOG_DATA);
  protected readonly sending = sending();
  protected readonly roles = roles;

  protected readonly inside = httpResource<ClientMembers>(() => `/api/v1/clients/${this.client.id}/members`);
  protected readonly team = httpResource<z.infer<typeof MemberPage>>(() => '/api/v1/members?limit=200');
  protected readonly people = linkedSignal(() =>
    this.inside.hasValue() ? this.inside.value().items : undefined,
  );
  protected readonly others = computed(() => {
    const there = new Set(this.people()?.map(({ personId }) => personId));
    const all = this.team.hasValue() ? this.team.value().items : [];
    return all.filter(({ personId, role }) => role !== 'client_viewer' && !there.has(personId));
  });
  protected readonly form = inject(NonNullableFormBuilder).group({
    personId: ['', Validators.required],
    role: [roles[0] as LetIntoClient['role'], Validators.required],
  });

  protected async letIn(): Promise<void> {
    if (this.form.invalid) return;
    await this.sending.send(async () => {
      const { items } = await this.api.letIn(this.client.id, this.form.getRawValue());
      this.people.set(items);
      this.form.controls.personId.reset();
    });
  }

  protected async takeOut({ personId }: ClientMember): Promise<void> {
    await this.sending.send(async () => {
      await this.api.takeOut(this.client.id, personId);
      this.people.update((all) => all?.filter((one) => one.personId !== personId));
    });
  }
}
