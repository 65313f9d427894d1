import { inject, Service } from '@angular/core';
import {
  type GateMetric,
  gateMetrics,
  levelFields,
  markNames,
  metrics,
  type PolicyFault,
  policyFields,
  type PolicyFieldUnit,
} from '@poolrise/domain';
import type { TextKey } from '../../i18n/text-key';
import { Texts } from '../../i18n/texts';

/** Figures are shown to this many digits, so that 0.07 is 7 percent and not 7.000000000000001. */
const digits = 12;

/** Names, values and faults of the fields of a rule set, in words. */
@Service()
export class PolicyPaths {
  private readonly texts = inject(Texts);

  /** `levels[2].target` as "Level 2: impressions". */
  name(path: string): string {
    const known = policyFields.find((field) => field.path === path);
    if (known) return this.fieldName(known.words ?? lastOf(path), known.group);
    const [, list, index = '0', rest = ''] = /^(\w+)\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
    if (list === 'levels') {
      const level = this.texts.say('policyDesk.levelName', { n: index });
      const key = `policyDesk.path.${rest === 'name.zh' ? 'nameZh' : rest === 'name.en' ? 'nameEn' : rest}`;
      return this.part(level, this.texts.knows(key) ? this.texts.say(key) : rest);
    }
    if (list === 'gates') {
      const key = `policyDesk.gate.${rest}`;
      const gate = this.texts.say('policyDesk.path.gate', { n: Number(index) + 1 });
      return this.part(gate, this.texts.knows(key) ? this.texts.say(key) : rest);
    }
    if (list === 'trafficClock') return this.texts.say('policyDesk.path.clock', { n: index });
    const [, category = '', kind = ''] = /^prior\.categoryRates\.(\w+)\.(\w+)$/.exec(path) ?? [];
    if (kind) {
      const names = [`common.category.${category}`, `policies.weight.${kind}`].map((key) =>
        this.texts.knows(key) ? this.texts.say(key) : lastOf(key),
      );
      return this.texts.say('policyDesk.path.rates', { category: names[0] ?? '', kind: names[1] ?? '' });
    }
    return path;
  }

  private part(whole: string, part: string): string {
    return `${whole}${this.texts.chinese() ? '：' : ': '}${part}`;
  }

  fieldName(words: string, group?: string): string {
    const key = group === 'weights' ? `policies.weight.${words}` : `policies.fact.${words}.name`;
    return this.texts.knows(key) ? this.texts.say(key) : words;
  }

  /** What the field does, and how certain its usual value is. */
  about(field: { words?: string; path: string; mark: keyof typeof markNames }): string {
    const key = `policies.fact.${field.words ?? lastOf(field.path)}.about`;
    const mark = this.texts.say('policyDesk.editor.mark', {
      mark: `${field.mark}, ${this.texts.of(markNames[field.mark])}`,
    });
    return this.texts.knows(key) ? `${this.texts.say(key)} ${mark}` : mark;
  }

  /** A value as the editor would show it, with its unit. */
  value(path: string, value: string | number | null): string {
    if (value === null) return this.texts.say('policyDesk.nothing');
    if (typeof value === 'string') return isMetric(value) ? this.texts.of(metrics[value]) : value;
    const unit = unitOf(path);
    const word = this.unit(unit);
    const figure = Number(shownAs(unit, value)).toLocaleString(this.texts.language(), {
      maximumFractionDigits: 9,
    });
    return `${figure}${word === '%' || !word ? word : ` ${word}`}`;
  }

  /** The word after a figure; a plain number has none. */
  unit(unit: PolicyFieldUnit | null): string {
    return unit === null || unit === 'number' ? '' : this.texts.say(`policyDesk.editor.unit.${unit}`);
  }

  fault({ code, path, from, to }: PolicyFault): string {
    const unit = unitOf(path);
    return this.texts.say(`policyDesk.fault.${code}` satisfies TextKey, {
      from: shownAs(unit, from ?? 0),
      to: shownAs(unit, to ?? 0),
    });
  }
}

const isMetric = (value: string): value is GateMetric => gateMetrics.some((metric) => metric === value);

const lastOf = (path: string): string => path.split('.').at(-1) ?? path;

function unitOf(path: string): PolicyFieldUnit | null {
  const column = /^levels\[\d+\]\.(\w+)$/.exec(path)?.[1];
  const field = column
    ? levelFields.find((one) => one.path === column)
    : policyFields.find((one) => one.path === path);
  return field?.unit ?? null;
}

/** Shares are written in percent. The least number over zero is written as the zero it stands for. */
export function shownAs(unit: PolicyFieldUnit | null, value: number): string {
  if (value < 1e-6 && value > 0) return '0+';
  return String(Number((unit === 'share' ? value * 100 : value).toPrecision(digits)));
}

/** What was typed as a number of the document; undefined when empty, NaN when it is none. */
export function typedAs(unit: PolicyFieldUnit, text: string): number | undefined {
  const typed = text.trim().replace(/,/g, '');
  if (!typed) return undefined;
  const value = Number(typed);
  return unit === 'share' ? Number((value / 100).toPrecision(digits)) : value;
}
