import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { type ContactRow, type ContactState, contactStates, type SearchView } from '@poolrise/contracts';
import { dayInShanghai } from '@poolrise/domain';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { CreatorPicker } from '../proposals/creator-picker';
import { Session } from '../session/session';
import { Chip, type Tone } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { Format } from '../ui/format';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { Toast } from '../ui/toast';
import { ContactsApi } from './contacts-api';

const tones: Record<ContactState, Tone> = {
  none: 'neutral',
  contacted: 'action',
  negotiating: 'paid',
  agreed: 'passed',
  refused: 'stopped',
};

/** What creators ask of the agency, and how far it has come with each. */
@Component({
  selector: 'app-contacts-page',
  imports: [Chip, CreatorPicker, EmptyState, ListFrame, MatButton, PageHeader, T],
  host: { class: 'pr-page' },
  templateUrl: './contacts-page.html',
  styleUrl: './contacts-page.scss',
})
export default class ContactsPage {
  private readonly api = inject(ContactsApi);
  private readonly dialogs = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  protected readonly choices = [undefined, ...contactStates];
  protected readonly state = signal<ContactState | undefined>(undefined);
  protected readonly adding = signal(false);
  protected readonly tones = tones;
  protected readonly contacts = paged<ContactRow>(() => {
    const state = this.state();
    return `/api/v1/contacts${state ? `?state=${state}` : ''}`;
  }, 'clients');

  protected word(state: ContactState | undefined): string {
    return state ? this.texts.say(`contacts.state.${state}`) : this.texts.say('contacts.all');
  }

  protected prices({ imageCents, videoCents, creator }: ContactRow): string {
    const own = [
      imageCents === null ? '' : `${this.texts.say('contacts.image')} ${this.format.roundMoney(imageCents)}`,
      videoCents === null ? '' : `${this.texts.say('contacts.video')} ${this.format.roundMoney(videoCents)}`,
    ].filter(Boolean);
    const asked = creator.figures.imageCents;
    const list =
      asked === null ? [] : [this.texts.say('contacts.listPrice', { price: this.format.roundMoney(asked) })];
    return [...(own.length ? own : [this.texts.say('contacts.noPrice')]), ...list].join(' · ');
  }

  protected about({ creator, cooperations, owner }: ContactRow): string {
    return [
      this.texts.of(creator.tier.name),
      this.texts.count('contacts.history', cooperations),
      `${this.texts.say('contacts.owner')} ${owner?.name ?? this.texts.say('contacts.nobody')}`,
    ].join(' · ');
  }

  protected rebate({ rebateBasisPoints }: ContactRow): string {
    const share = this.format.percent(rebateBasisPoints / 10_000, rebateBasisPoints % 100 ? 1 : 0);
    return `${this.texts.say('contacts.rebate')} ${share}`;
  }

  /** Until when the rates hold; a day that has passed is said as such. */
  protected valid({ validFrom, validTo }: ContactRow): { words: string; over: boolean } | null {
    if (!validFrom && !validTo) return null;
    const over = validTo !== null && validTo < dayInShanghai(new Date());
    if (validTo && over)
      return { over, words: this.texts.say('contacts.over', { to: this.format.wholeDay(validTo) }) };
    if (validFrom && validTo)
      return {
        over,
        words: this.texts.say('contacts.valid', {
          from: this.format.wholeDay(validFrom),
          to: this.format.wholeDay(validTo),
        }),
      };
    return {
      over,
      words: validTo
        ? this.texts.say('contacts.validTo', { to: this.format.wholeDay(validTo) })
        : this.texts.say('contacts.validFrom', { from: this.format.wholeDay(validFrom ?? '') }),
    };
  }

  protected async add(hit: SearchView['hits'][number]): Promise<void> {
    try {
      const contact = await this.api.add({ creatorId: hit.id });
      this.adding.set(false);
      this.contacts.reload();
      await this.open(contact);
    } catch (error) {
      this.toast.problem(error);
    }
  }

  protected async open({ id }: Pick<ContactRow, 'id'>): Promise<void> {
    const { ContactDialog } = await import('./contact-dialog');
    const dialog = this.dialogs.open(ContactDialog, { width: '640px', data: id });
    await firstValueFrom(dialog.afterClosed());
    this.contacts.reload();
  }
}
