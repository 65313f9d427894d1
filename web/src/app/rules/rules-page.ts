import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { RuleRow } from '@poolrise/contracts';
import { type RuleState, ruleStates } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FilterChips } from '../ui/filter-chips';
import { Icon } from '../ui/icon';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { RowKeys } from '../ui/row-keys';
import { RuleWords } from './rule-words';
import { rulesRoot, ruleTone } from './rules-api';

/** Every rule of the workspace: what it says, what it looks after, and what it found. */
@Component({
  selector: 'app-rules-page',
  imports: [Chip, EmptyState, FilterChips, Icon, ListFrame, MatButton, PageHeader, RouterLink, RowKeys, T],
  host: { class: 'pr-page' },
  templateUrl: './rules-page.html',
  styleUrl: './rules-page.scss',
})
export default class RulesPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly words = inject(RuleWords);
  protected readonly session = inject(Session);
  protected readonly tones = ruleTone;

  /** from the address, so that a copied link opens the same list */
  readonly state = input<string>();

  protected readonly mayWrite = computed(() => this.session.may('write:campaigns'));
  protected readonly choices = [undefined, ...ruleStates];
  protected readonly chosen = computed(() => ruleStates.find((state) => state === this.state()));
  protected readonly rules = paged<RuleRow>(
    () => `${rulesRoot}${this.chosen() ? `?state=${this.chosen()}` : ''}`,
    'rules',
    'boosts',
  );

  protected readonly stateWord = (state: RuleState | undefined): string =>
    this.texts.say(state ? `rules.state.${state}` : 'common.all');

  protected show(state: RuleState | undefined): void {
    void this.router.navigate([], { queryParams: { state }, queryParamsHandling: 'merge' });
  }

  protected scope({ campaign, watching, state }: RuleRow): string {
    const where = campaign?.name ?? this.texts.say('rules.list.all');
    return state === 'off' ? where : `${where} · ${this.texts.count('rules.list.watching', watching)}`;
  }

  protected found({ done, would }: RuleRow): string {
    const parts = [
      ...(done > 0 ? [this.texts.count('rules.list.done', done)] : []),
      ...(would > 0 ? [this.texts.count('rules.list.would', would)] : []),
    ];
    return parts.length ? parts.join(' · ') : this.texts.say('rules.list.never');
  }
}
