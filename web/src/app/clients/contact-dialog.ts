import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule, type ValidatorFn, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import {
  type ClientList,
  type ContactState,
  contactStates,
  type ContactView,
  type CooperationView,
  type MemberPage,
} from '@poolrise/contracts';
import { dayInShanghai } from '@poolrise/domain';
import type { z } from 'zod';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { confirmed } from '../settings/confirm-dialog';
import { centsOf } from '../ui/cents-of';
import { FailedState } from '../ui/failed-state';
import { FieldError } from '../ui/field-error';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { ContactsApi } from './contacts-api';

/** The last day is none before the first; said at the last day. */
const inOrder: ValidatorFn = (control) => {
  const { validFrom, validTo } = control.parent?.getRawValue() ?? {};
  return validFrom && validTo && validTo < validFrom ? { turned: true } : null;
};

/** What was done together lies behind. */
const behind: ValidatorFn = ({ value }) => (value > dayInShanghai(new Date()) ? { ahead: true } : null);

const price = Validators.pattern(/^[\s\d,，.¥￥]*$/);

/** One creator of the pool: the terms, who speaks with them, and what was done together. */
@Component({
  selector: 'app-contact-dialog',
  imports: [
    FailedState,
    FieldError,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    ReactiveFormsModule,
    Refusal,
    Skeleton,
    T,
  ],
  templateUrl: './contact-dialog.html',
  styleUrls: ['../ui/form-dialog.scss', './contact-dialog.scss'],
})
export class ContactDialog {
  private readonly api = inject(ContactsApi);
  private readonly dialogs = inject(MatDialog);
  private readonly dialog = inject<MatDialogRef<ContactDialog>>(MatDialogRef);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly id = inject<string>(MAT_DIALOG_DATA);
  protected readonly format = inject(Format);
  protected readonly writes = inject(Session).may('write:contacts');
  protected readonly sending = sending();
  protected readonly states = contactStates;

  protected readonly contact = httpResource<ContactView>(() => `/api/v1/contacts/${this.id}`);
  protected readonly view = computed(() => (this.contact.hasValue() ? this.contact.value() : null));
  private readonly members = httpResource<z.infer<typeof MemberPage>>(() => '/api/v1/members?limit=200');
  protected readonly team = computed(() => (this.members.hasValue() ? this.members.value().items : []));

  /** Clients whose room is open to the person; the others are none of hers, and are not named. */
  private readonly clients = httpResource<ClientList>(() => (this.writes ? '/api/v1/clients' : undefined));
  protected readonly rooms = computed(() => (this.clients.hasValue() ? this.clients.value().items : []));
  protected readonly today = dayInShanghai(new Date());

  private readonly forms = inject(NonNullableFormBuilder);
  protected readonly form = this.forms.group({
    image: ['', price],
    video: ['', price],
    rebate: [0, [Validators.required, Validators.min(0), Validators.max(100)]],
    validFrom: '',
    validTo: ['', inOrder],
    state: 'none' as ContactState,
    ownerId: '',
    note: ['', Validators.maxLength(2_000)],
  });
  protected readonly row = this.forms.group({
    day: ['', [Validators.required, behind]],
    clientId: '',
    client: ['', [Validators.required, Validators.maxLength(60)]],
    price: ['', price],
    result: ['', Validators.maxLength(1_000)],
  });

  constructor() {
    effect(() => {
      const contact = this.view();
      if (contact) untracked(() => this.fill(contact));
    });
    const { validFrom, validTo } = this.form.controls;
    validFrom.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => validTo.updateValueAndValidity());
    const { clientId, client } = this.row.controls;
    clientId.valueChanges
      .pipe(takeUntilDestroyed())
      .subscribe((id) => (id ? client.disable() : client.enable()));
  }

  protected async save(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    const { image, video, rebate, validFrom, validTo, state, ownerId, note } = this.form.getRawValue();
    const done = await this.sending.send(async () => {
      await this.api.change(this.id, {
        imageCents: centsOf(image),
        videoCents: centsOf(video),
        rebateBasisPoints: Math.round(rebate * 100),
        validFrom: validFrom || null,
        validTo: validTo || null,
        state,
        ownerId: ownerId || null,
        note,
      });
    }, this.form);
    if (!done) return;
    this.toast.say(this.texts.say('contacts.dialog.saved'));
    this.dialog.close();
  }

  protected async addRow(): Promise<void> {
    this.row.markAllAsTouched();
    if (this.row.invalid) return;
    const { day, clientId, client, price: typed, result } = this.row.getRawValue();
    await this.sending.send(async () => {
      const whom = clientId ? { clientId } : { clientName: client.trim() };
      const ask = { day, ...whom, priceCents: centsOf(typed), result };
      const { history } = await this.api.addCooperation(this.id, ask);
      this.contact.update((contact) => contact && { ...contact, history });
      this.row.reset();
    }, this.row);
  }

  protected async strikeOut({ id }: CooperationView): Promise<void> {
    await this.sending.send(async () => {
      await this.api.removeCooperation(this.id, id);
      this.contact.update(
        (contact) => contact && { ...contact, history: contact.history.filter((one) => one.id !== id) },
      );
    });
  }

  protected async remove({ creator: { name } }: ContactView): Promise<void> {
    const done = await confirmed(this.dialogs, {
      title: this.texts.say('contacts.dialog.removeTitle', { name }),
      text: this.texts.say('contacts.dialog.removeText'),
      go: this.texts.say('contacts.dialog.remove'),
      command: () => this.api.remove(this.id),
    });
    if (!done) return;
    this.toast.say(this.texts.say('contacts.dialog.removed'));
    this.dialog.close();
  }

  /** What is being typed stays when only the history has changed. */
  private fill(contact: ContactView): void {
    if (this.form.dirty) return;
    const yuan = (cents: number | null) => (cents === null ? '' : String(cents / 100));
    this.form.setValue({
      image: yuan(contact.imageCents),
      video: yuan(contact.videoCents),
      rebate: contact.rebateBasisPoints / 100,
      validFrom: contact.validFrom ?? '',
      validTo: contact.validTo ?? '',
      state: contact.state,
      ownerId: contact.owner?.id ?? '',
      note: contact.note,
    });
  }
}
