import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import type { NoteRules, RuleSetLife, ToldLevel } from '@poolrise/contracts';
import { markNames, marks } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Chip, type Tone } from '../../ui/chip';
import { Emphasis } from '../../ui/emphasis';
import { FilterChips } from '../../ui/filter-chips';
import { Format } from '../../ui/format';
import type { IconName } from '../../ui/icons';
import { oddsText } from '../../ui/odds-text';
import { policyName } from '../climb/explain';
import { ReasonWord } from './reason-word';
import { gatesText } from './verdict-sentence';

type Outcome = NonNullable<ToldLevel['said']>['outcome'];

/** The same life under other rule sets, side by side: one column each, on a narrow screen one at a time. */
@Component({
  selector: 'app-rule-sets-card',
  imports: [Chip, Emphasis, FilterChips, MatTooltip, ReasonWord, RouterLink, T],
  host: { class: 'pr-card' },
  templateUrl: './rule-sets-card.html',
  styleUrl: './rule-sets-card.scss',
})
export class RuleSetsCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly looks = looks;

  readonly rules = input.required<NoteRules>();
  /** where what may have followed can be tried */
  readonly replay = input.required<string[]>();

  protected readonly columns = computed(() =>
    this.rules().sets.map((set) => ({
      id: set.policy.id,
      name: policyName(set.policy.name, this.texts),
      version: set.policy.version,
      lived: set.lived,
      differs: set.ending !== 'same',
      further: set.ending === 'goes-on',
      ...this.markOf(set),
      sentence: this.sentence(set),
      rows: this.rowsOf(set),
    })),
  );
  protected readonly columnIds = computed(() => this.columns().map(({ id }) => id));
  protected readonly columnName = (wanted: string | undefined): string =>
    this.columns().find(({ id }) => id === wanted)?.name ?? '';
  /** On a narrow screen: the first one that differs is the one to look at. */
  protected readonly chosen = linkedSignal<string | undefined, string | undefined>({
    source: () => (this.columns().find(({ differs }) => differs) ?? this.columns()[0])?.id,
    computation: (first, before) =>
      this.columns().some(({ id }) => id === before?.value) ? before?.value : first,
  });

  private markOf({ policy }: RuleSetLife) {
    const mark = marks.find((one) => one === policy.mark) ?? 'P';
    return { mark, certainty: this.texts.of(markNames[mark]) };
  }

  private sentence({ lived, ending, levels }: RuleSetLife): string {
    const { ended, impressions } = this.rules();
    const all = this.format.number(impressions);
    const state = ended ? 'stopped' : 'running';
    if (lived) return this.texts.say(`why.ruleSets.happened.${state}`, { all });
    if (ending === 'same') return this.texts.say(`why.ruleSets.same.${state}`, { all });
    if (ending === 'goes-on') return this.texts.say('why.ruleSets.further', { all });
    const last = levels.findLast(({ said }) => said);
    return this.texts.say('why.ruleSets.earlier', {
      level: last ? this.texts.of(last.name) : '',
      at: this.format.number(last?.said?.at ?? 0),
      all,
    });
  }

  /** The levels that were asked, and the next one, about which nothing is known. */
  private rowsOf({ levels, ending, lived }: RuleSetLife) {
    const asked = levels.filter(({ said }) => said);
    const next = levels[asked.length];
    const rows = asked.map((told, at) => ({
      ...this.rowOf(told),
      decides: !lived && ending !== 'same' && at === asked.length - 1,
    }));
    const stopped = asked.at(-1)?.said?.outcome === 'stop';
    const missing = this.texts.say(stopped ? 'why.ruleSets.never' : 'why.ruleSets.unknown');
    return { asked: rows, next: next && { name: this.texts.of(next.name), missing } };
  }

  private rowOf({ level, name, target, said }: ToldLevel) {
    const { outcome, impressions, at, gatesMissed, ...rest } = said as NonNullable<ToldLevel['said']>;
    const open = outcome === 'wait';
    return {
      level,
      name: this.texts.of(name),
      outcome,
      word: this.texts.say(`why.ruleSets.verdict.${outcome}`),
      when: open
        ? this.texts.say('why.ruleSets.sofar', {
            seen: this.format.number(impressions),
            target: this.format.number(target),
          })
        : this.texts.say('why.ruleSets.at', { at: this.format.number(at) }),
      rate: this.texts.say('why.ruleSets.rate', {
        lift: this.format.lift(rest.lift),
        low: this.format.decimal(rest.low, 2),
        high: this.format.decimal(rest.high, 2),
      }),
      odds: this.texts.say('why.ruleSets.odds', {
        odds: oddsText(rest.probabilityAbove, this.format, 0),
        asks: this.format.percent(rest.asks, 0),
      }),
      missed:
        outcome === 'stop' && gatesMissed.length
          ? this.texts.say('why.ruleSets.missed', { gates: gatesText(gatesMissed, this.texts, this.format) })
          : '',
      reason: rest.reason,
      // A rule set that asks for less than one half passes notes that are likelier below: nobody may read "above" there.
      because:
        outcome === 'pass' && rest.probabilityAbove < 0.5
          ? this.texts.say('climb.reason.NOT_BELOW_PEERS', {
              asked: this.texts.say('climb.why.asks', { share: this.format.percent(rest.asks, 0) }),
            })
          : undefined,
      kept: rest.kept,
    };
  }
}

const looks: Record<Outcome, { tone: Tone; icon: IconName }> = {
  pass: { tone: 'passed', icon: 'passed' },
  stop: { tone: 'stopped', icon: 'stopped' },
  wait: { tone: 'neutral', icon: 'pending' },
};
