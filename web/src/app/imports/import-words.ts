import { inject, Service } from '@angular/core';
import type { ImportListItem, ImportRefusal, ImportView } from '@poolrise/contracts';
import { fieldOf, fileKinds, type FileKindId, type ImportField } from '@poolrise/domain';
import type { TextKey } from '../../i18n/text-key';
import { Texts } from '../../i18n/texts';
import type { Tone } from '../ui/chip';
import { Format } from '../ui/format';
import type { IconName } from '../ui/icons';

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

  progress({ rowsDone, rowsTotal }: Pick<ImportListItem, 'rowsDone' | 'rowsTotal'>): string {
    const n = this.format.number(rowsDone);
    return rowsTotal === null
      ? this.texts.say('imports.list.progress', { n })
      : this.texts.say('imports.list.progressOf', { n, total: this.format.number(rowsTotal) });
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
};
