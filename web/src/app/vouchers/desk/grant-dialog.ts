import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import type { Page, VoucherWorkspace } from '@poolrise/contracts';
import { categories, grantCost, voucherKinds, voucherPlacements } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { sending } from '../../problems/sending';
import { FormDialog } from '../../ui/form-dialog';
import { Format } from '../../ui/format';
import { SearchField } from '../../ui/search-field';
import { Toast } from '../../ui/toast';
import {
  emptyGrant,
  givenBy,
  grantBounds,
  type GrantDraft,
  grantFaults,
  type GrantField,
  grantOf,
} from './grant-draft';
import { VoucherDeskApi, voucherDeskRoot } from './voucher-desk-api';

/** As many as one reads; the others are found by their name. */
const shownMost = 8;

/** Gives a voucher to one workspace or to many, with what it costs while it is typed. */
@Component({
  selector: 'app-grant-dialog',
  imports: [FormDialog, SearchField, T],
  templateUrl: './grant-dialog.html',
  styleUrls: ['../../ui/form-dialog.scss', '../../ui/form-page.scss', './grant-dialog.scss'],
})
export class GrantDialog {
  private readonly api = inject(VoucherDeskApi);
  private readonly dialog = inject<MatDialogRef<GrantDialog, boolean>>(MatDialogRef);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly format = inject(Format);
  private readonly opened = new Date();
  /** of this grant, however often it is sent */
  private readonly requestKey = crypto.randomUUID();
  protected readonly bounds = grantBounds;
  protected readonly kinds = voucherKinds;
  protected readonly categories = categories;
  protected readonly placements = voucherPlacements;
  protected readonly sending = sending();
  protected readonly draft = signal<GrantDraft>(emptyGrant(this.opened));
  protected readonly tried = signal(false);
  protected readonly search = signal('');

  private readonly found = httpResource<Page<VoucherWorkspace>>(
    () => `${voucherDeskRoot}/workspaces?limit=${shownMost}&q=${encodeURIComponent(this.search())}`,
  );
  /** Those that are chosen stay in sight, whatever is searched for. */
  protected readonly shown = computed((): { id: string; name: string; about: string }[] => {
    const { workspaces } = this.draft();
    const found = this.found.hasValue() ? this.found.value().items : [];
    return [
      ...workspaces.map(({ id, name }) => ({ id, name, about: '' })),
      ...found
        .filter(({ id }) => !workspaces.some((one) => one.id === id))
        .map(({ id, name, usable }) => ({
          id,
          name,
          about: this.texts.count('voucherDesk.usable', usable),
        })),
    ];
  });

  private readonly faults = computed(() => grantFaults(this.draft(), this.opened));
  /** What it costs, in one sentence; null while nothing is chosen. */
  protected readonly cost = computed(() => {
    const draft = this.draft();
    const { length } = draft.workspaces;
    const { mostCents, impressions } = grantCost(givenBy(draft), length);
    if (!length || (!mostCents && !impressions)) return null;
    return this.texts.say(`voucherDesk.cost.${draft.kind}`, {
      n: length,
      money: this.format.money(mostCents),
      impressions: this.format.number(impressions),
    });
  });

  protected fault(field: GrantField): string | null {
    return this.tried() && this.faults().includes(field)
      ? this.texts.say(`voucherDesk.fault.${field}`)
      : null;
  }

  protected chosen(id: string): boolean {
    return this.draft().workspaces.some((one) => one.id === id);
  }

  protected toggleWorkspace({ id, name }: { id: string; name: string }): void {
    const { workspaces } = this.draft();
    const others = workspaces.filter((one) => one.id !== id);
    this.set('workspaces', others.length < workspaces.length ? others : [...workspaces, { id, name }]);
  }

  protected toggle<K extends 'categories' | 'placements'>(part: K, one: GrantDraft[K][number]): void {
    const all = this.draft()[part] as readonly string[];
    const next = all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
    this.set(part, next as unknown as GrantDraft[K]);
  }

  protected has(part: 'categories' | 'placements', one: string): boolean {
    return (this.draft()[part] as readonly string[]).includes(one);
  }

  protected set<K extends keyof GrantDraft>(part: K, value: GrantDraft[K]): void {
    this.draft.update((draft) => ({ ...draft, [part]: value }));
  }

  protected text(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async submit(): Promise<void> {
    this.tried.set(true);
    if (this.faults().length) return;
    await this.sending.send(async () => {
      const { granted } = await this.api.grant(grantOf(this.draft(), this.requestKey));
      this.toast.say(this.texts.count('voucherDesk.granted', granted.length));
      this.dialog.close(true);
    });
  }
}
