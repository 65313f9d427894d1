import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReconciliationView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { Session } from '../../session/session';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { Money } from '../../ui/money';
import { Scrolls } from '../../ui/scrolls';
import { Skeleton } from '../../ui/skeleton';

/** The journal against everything that repeats a part of it; what does not agree is named. */
@Component({
  selector: 'app-reconciliation',
  imports: [FailedState, Icon, Money, RouterLink, Scrolls, Skeleton, T],
  host: { class: 'pr-card' },
  templateUrl: './reconciliation.html',
  styleUrl: './reconciliation.scss',
})
export class Reconciliation {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  // It adds up the whole journal: asked once, and again when somebody presses for it, not at every movement.
  protected readonly answer = httpResource<ReconciliationView>(() => '/api/v1/wallet/reconciliation');
  protected readonly view = kept(() => 'reconciliation', this.answer);

  /** Accounts with something on them, and every one that is off. */
  protected readonly accounts = computed(() =>
    (this.view()?.accounts ?? []).filter(
      ({ journalCents, balanceCents }) => journalCents !== 0 || balanceCents !== 0,
    ),
  );
  protected readonly off = computed(() =>
    (this.view()?.checks ?? []).filter(({ different }) => different > 0),
  );
  protected readonly verdict = computed(() => {
    const view = this.view();
    if (!view) return '';
    const said = { n: this.format.number(view.entries), at: this.format.clock(view.asOf) };
    return this.off().length === 0
      ? this.texts.say('statement.reconciled', said)
      : this.texts.say('statement.notReconciled', { ...said, checks: this.format.number(this.off().length) });
  });

  protected checkName(id: string): string {
    const key = `statement.checks.${id}`;
    return this.texts.knows(key) ? this.texts.say(key) : id;
  }

  protected accountName(account: string): string {
    const key = `wallet.account.${account}`;
    return this.texts.knows(key) ? this.texts.say(key) : account;
  }

  /** An account is called by its name; its workspace is this one. */
  protected subject(about: string, example: string): string {
    return about === 'account' ? this.accountName(example.split(' ').at(-1) ?? example) : example;
  }
}
