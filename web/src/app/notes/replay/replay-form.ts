import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatInput, MatLabel } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { Basin, PolicyView, ReplayChange } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Refusal } from '../../problems/refusal';
import { FilterChips } from '../../ui/filter-chips';
import { policyName } from '../climb/explain';

const kinds = ['verdict', 'policy', 'boost', 'nothing'] as const;

/** What is to be different in the second world. */
@Component({
  selector: 'app-replay-form',
  imports: [FilterChips, MatButton, MatFormField, MatInput, MatLabel, MatOption, MatSelect, Refusal, T],
  host: { class: 'pr-card' },
  templateUrl: './replay-form.html',
  styleUrl: './replay-form.scss',
})
export class ReplayForm {
  private readonly texts = inject(Texts);
  protected readonly kinds = kinds;
  protected readonly kindWord = (kind: (typeof kinds)[number]): string =>
    this.texts.say(`replay.change.${kind}`);

  readonly basins = input.required<readonly Basin[]>();
  readonly policies = input.required<readonly PolicyView[]>();
  /** the rule set that the note lives under */
  readonly policy = input.required<{ name: string; version: number }>();
  readonly may = input.required<boolean>();
  readonly sending = input(false);
  /** why it was not begun */
  readonly refusal = input<string | null>(null);
  readonly asked = output<ReplayChange>();

  protected readonly kind = signal<(typeof kinds)[number]>('verdict');
  // Both ranges as the contract has them.
  private readonly impressions = wholeNumber('impressions', 1000, [100, 1_000_000]);
  private readonly hour = wholeNumber('hour', 24, [0, 336]);
  protected readonly boostFields = [this.impressions, this.hour];
  private readonly chosenLevel = signal<number | null>(null);
  private readonly chosenRuling = signal<'pass' | 'stop' | null>(null);
  private readonly chosenPolicy = signal<string | null>(null);

  /** The last level leads nowhere, so there is nothing to decide about it. */
  protected readonly levels = computed(() =>
    this.basins()
      .slice(0, -1)
      .map(({ level, name, state }) => ({ level, name: this.texts.of(name), state })),
  );
  /** At first the level at which the note stopped, or the highest that it passed. */
  protected readonly level = computed(() => {
    const reached = this.levels().filter(({ state }) => state === 'stopped' || state === 'passed');
    return this.chosenLevel() ?? reached.at(-1)?.level ?? 0;
  });
  /** At first the reverse of what happened there. */
  protected readonly ruling = computed(() => {
    const stopped = this.levels().find(({ level }) => level === this.level())?.state === 'stopped';
    return this.chosenRuling() ?? (stopped ? 'pass' : 'stop');
  });
  protected readonly others = computed(() =>
    this.policies()
      .filter(({ name, version }) => name !== this.policy().name || version !== this.policy().version)
      .map(({ id, name, version }) => ({ id, name: `${policyName(name, this.texts)} v${version}` })),
  );
  protected readonly policyId = computed(() => this.chosenPolicy() ?? this.others()[0]?.id ?? '');

  protected readonly ready = computed(
    () =>
      (this.kind() !== 'boost' || !this.boostFields.some(({ faulty }) => faulty())) &&
      (this.kind() !== 'policy' || this.policyId() !== ''),
  );

  protected chooseLevel(level: number): void {
    this.chosenLevel.set(level);
    this.chosenRuling.set(null);
  }
  protected chooseRuling(ruling: 'pass' | 'stop'): void {
    this.chosenRuling.set(ruling);
  }
  protected choosePolicy(id: string): void {
    this.chosenPolicy.set(id);
  }
  protected text(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected send(event: Event): void {
    event.preventDefault();
    if (this.ready() && !this.sending()) this.asked.emit(this.change());
  }

  private change(): ReplayChange {
    switch (this.kind()) {
      case 'verdict':
        return { kind: 'verdict', level: this.level(), ruling: this.ruling() };
      case 'policy':
        return { kind: 'policy', policyId: this.policyId() };
      case 'boost':
        return { kind: 'boost', hour: this.hour.value(), impressions: this.impressions.value() };
      case 'nothing':
        return { kind: 'nothing' };
    }
  }
}

/** A field for a whole number: what stands in it, and whether that is none of the range. */
function wholeNumber<Key extends 'impressions' | 'hour'>(
  key: Key,
  first: number,
  [least, most]: readonly [number, number],
) {
  const typed = signal(String(first));
  const value = computed(() => Number(typed().trim() || Number.NaN));
  const faulty = computed(() => !(Number.isInteger(value()) && value() >= least && value() <= most));
  return { key, typed, value, faulty };
}
