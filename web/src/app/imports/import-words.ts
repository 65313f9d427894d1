import { inject, Service } from '@angular/core';
import type { ImportListItem, ImportRefusal, ImportView } from '@poolrise/contracts';
import {
  daysBetween,
  fieldOf,
  fileKinds,
  type FileKindId,
  type ImportField,
  warnedDays,
} from '@poolrise/domain';
import type { TextKey } from '../../i18n/text-key';
import { Texts } from '../../i18n/texts';
import type { Tone } from '../ui/chip';
import { Format } from '../ui/format';
import type { IconName } from '../ui/icons';

/** Files that nobody used go after two weeks; more than three days before that it is no news. Ours. */
const soonDays = 3;

export type ShownState = ImportListItem['state'] | 'reading';

/** What is said about files in more than one place. */
@Service()
export class ImportWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  kind(kind: FileKindId | null): string {
    return kind ? this.texts.of(fileKinds[kind]) : this.texts.say('imports.list.unknownKind');
  }

  field(field: ImportField): string {
    return this.texts.of(fieldOf(field));
  }

  fields(fields: readonly ImportField[]): string {
    return this.list(fields.map((field) => this.field(field)));
  }

  /** Names one after the other, as the language lists them. */
  list(names: readonly string[]): string {
    return names.join(this.texts.chinese() ? '、' : ', ');
  }

  size(bytes: number): string {
    if (bytes < 1_000) return this.texts.say('imports.size.bytes', { n: bytes });
    const mega = bytes / 2 ** 20;
    if (mega >= 1)
      return this.texts.say('imports.size.mb', { n: this.format.decimal(mega, mega < 10 ? 1 : 0) });
    return this.texts.say('imports.size.kb', {
      n: this.format.number(Math.max(1, Math.round(bytes / 1024))),
    });
  }

  /** Share, rows, pace, and what is left, as far as each is known. */
  progress({ progress, rowsTotal }: Pick<ImportListItem, 'progress' | 'rowsTotal'>): string {
    if (!progress) return this.texts.say('imports.progress.queued');
    const { step, share, rows, rowsPerSecond, secondsLeft } = progress;
    const n = this.format.number(rows);
    const parts = [this.format.percent(share, 0)];
    if (step === 'looking') parts.push(this.texts.say('imports.progress.looking'));
    else if (step === 'reading') parts.push(this.texts.say('imports.progress.rows', { n }));
    else parts.push(this.texts.say('imports.progress.rowsOf', { n, total: this.format.number(rowsTotal) }));
    if (rowsPerSecond !== null) {
      const pace = this.format.number(Math.max(1, Math.round(rowsPerSecond)));
      parts.push(this.texts.say('imports.progress.pace', { n: pace }));
    }
    if (secondsLeft !== null) parts.push(this.timeLeft(secondsLeft));
    return parts.join(' · ');
  }

  /** Never finer than one can tell: by five seconds, then by minutes. */
  private timeLeft(seconds: number): string {
    if (seconds < 3) return this.texts.say('imports.progress.soon');
    if (seconds <= 55)
      return this.texts.say('imports.progress.secondsLeft', { n: Math.ceil(seconds / 5) * 5 });
    const minutes = Math.ceil(seconds / 60);
    return this.texts.count('imports.progress.minutesLeft', minutes, {}, this.format.number(minutes));
  }

  /** When a file goes, where that is soon enough to be said in a list; else nothing. */
  goes({ state, keptUntil, waitsUntil, expiredAt }: ImportListItem, today: string): string {
    if (expiredAt !== null) return '';
    const days = daysBetween(today, waitsUntil ?? keptUntil);
    if (days > (waitsUntil === null ? warnedDays : soonDays)) return '';
    const key = waitsUntil === null || state === 'undone' ? 'imports.kept.goesIn' : 'imports.kept.waitsFor';
    return days <= 0
      ? this.texts.say('imports.kept.goesToday')
      : this.texts.count(key, days, {}, this.format.number(days));
  }

  /** Why a file was refused, with its figures in the reader's way of writing them. */
  refusal({ code, ...about }: ImportRefusal): { title: string; remedy: string } {
    const key = `imports.refused.${code}`;
    const known = this.texts.knows(`${key}.title`) ? key : 'imports.refused.unknown';
    const figures = Object.fromEntries(
      Object.entries(about).map(([name, value]) => [name, this.figure(name, value)]),
    );
    const found = `imports.refused.found.${String(about['found'])}`;
    const what = this.texts.knows(found) ? this.texts.say(found) : '';
    return {
      title: this.texts.say(`${known}.title` as TextKey),
      remedy: this.texts.say(`${known}.remedy` as TextKey, { ...figures, what }),
    };
  }

  private figure(name: string, value: unknown): string {
    if (typeof value !== 'number') return String(value);
    return name.startsWith('bytes') ? this.size(value) : this.format.number(value);
  }
}

/** A file that waits is read as soon as a worker is at it. */
export const shownState = ({ state, underWay }: Pick<ImportView, 'state' | 'underWay'>): ShownState =>
  state === 'waiting' && underWay ? 'reading' : state;

/** Whether a worker has something to do with it. */
export const isUnderWay = ({ state }: Pick<ImportView, 'state'>): boolean =>
  state === 'waiting' || state === 'committing' || state === 'undoing';

export const stateTones: Record<ShownState, Tone> = {
  waiting: 'neutral',
  reading: 'action',
  asks: 'paid',
  ready: 'action',
  committing: 'action',
  done: 'passed',
  undoing: 'action',
  undone: 'neutral',
  refused: 'stopped',
  failed: 'stopped',
  expired: 'neutral',
};

export const stateIcons: Record<ShownState, IconName> = {
  waiting: 'pending',
  reading: 'pending',
  asks: 'error',
  ready: 'eye',
  committing: 'pending',
  done: 'check-circle',
  undoing: 'pending',
  undone: 'refund',
  refused: 'rejected',
  failed: 'rejected',
  expired: 'refund',
};
