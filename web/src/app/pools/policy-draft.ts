import { computed, signal } from '@angular/core';
import {
  checkPolicy,
  comparePolicies,
  numberAt,
  type PolicyChange,
  type PolicyFault,
  type PolicyField,
  type PolicyRuleSet,
  type PoolLevel,
  type PoolPolicy,
  rulesOf,
  withNumberAt,
} from '@poolrise/domain';
import { shownAs, typedAs } from './policy-paths';

type Field = Pick<PolicyField, 'path' | 'unit' | 'optional'>;

/** A copy of a version while it is being changed: what was typed, what differs, and what is wrong with it. */
export class PolicyDraft {
  private readonly rules: ReturnType<typeof signal<PoolPolicy>>;
  /** What stands in a field exactly as it was typed, so that "0." is not turned into "0" under the fingers. */
  private readonly typed = signal<Readonly<Record<string, string>>>({});

  readonly policy = computed(() => this.rules());
  readonly changes = computed(() => comparePolicies(this.base, this.rules()));
  readonly changed = computed(
    () => new Map<string, PolicyChange>(this.changes().map((change) => [change.path, change])),
  );
  readonly faults = computed(() => checkPolicy(this.rules()));
  private readonly faultAt = computed(
    () => new Map<string, PolicyFault>(this.faults().map((fault) => [fault.path, fault])),
  );
  /** What the api takes. */
  readonly document = computed<PolicyRuleSet>(() => rulesOf(this.rules()));

  constructor(readonly base: PoolPolicy) {
    this.rules = signal(base);
  }

  shown({ path, unit }: Field): string {
    const typed = this.typed()[path];
    if (typed !== undefined) return typed;
    const value = numberAt(this.rules(), path);
    return value === undefined ? '' : shownAs(unit, value);
  }

  type(field: Field, text: string): void {
    this.remember(field.path, text);
    this.rules.update((rules) => withNumberAt(rules, field.path, this.read(field, text)));
  }

  fault(path: string): PolicyFault | undefined {
    return this.faultAt().get(path);
  }

  shownOfLevel(index: number, field: Field): string {
    const typed = this.typed()[levelPath(index, field)];
    if (typed !== undefined) return typed;
    const value = numberAt(this.rules().levels[index], field.path);
    return value === undefined ? '' : shownAs(field.unit, value);
  }

  typeInLevel(index: number, field: Field, text: string): void {
    this.remember(levelPath(index, field), text);
    const value = this.read(field, text);
    this.changeLevel(index, (level) => {
      const others = Object.entries(level).filter(([name]) => name !== field.path);
      const next = value === undefined ? others : [...others, [field.path, value]];
      return Object.fromEntries(next) as unknown as PoolLevel;
    });
  }

  nameLevel(index: number, language: 'zh' | 'en', text: string): void {
    this.changeLevel(index, (level) => ({ ...level, name: { ...level.name, [language]: text } }));
  }

  /** A level like the last one and four times as large, as the ladders of the presets grow. */
  addLevel(): void {
    const { levels } = this.rules();
    const last = levels.at(-1);
    if (!last) return;
    const level = levels.length;
    const added = { ...last, level, key: `level-${level}`, target: last.target * 4 };
    this.rules.update((rules) => ({ ...rules, levels: [...levels, added] }));
  }

  removeLevel(): void {
    const last = this.rules().levels.length - 1;
    this.typed.update((typed) =>
      Object.fromEntries(Object.entries(typed).filter(([path]) => !path.startsWith(`levels[${last}]`))),
    );
    this.rules.update((rules) => ({
      ...rules,
      levels: rules.levels.slice(0, last),
      gates: rules.gates.filter((gate) => gate.level < last),
    }));
  }

  removeGate(index: number): void {
    this.rules.update((rules) => ({ ...rules, gates: rules.gates.filter((_, at) => at !== index) }));
  }

  discard(): void {
    this.typed.set({});
    this.rules.set(this.base);
  }

  /** What must not be left out is NaN while it is empty, so that the check says what is missing. */
  private read(field: Field, text: string): number | undefined {
    return typedAs(field.unit, text) ?? (field.optional ? undefined : Number.NaN);
  }

  private remember(path: string, text: string): void {
    this.typed.update((typed) => ({ ...typed, [path]: text }));
  }

  private changeLevel(index: number, change: (level: PoolLevel) => PoolLevel): void {
    this.rules.update((rules) => ({
      ...rules,
      levels: rules.levels.map((level, at) => (at === index ? change(level) : level)),
    }));
  }
}

export const levelPath = (index: number, field: Pick<Field, 'path'>): string =>
  `levels[${index}].${field.path}`;
