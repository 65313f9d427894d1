import { Component, computed, inject, input } from '@angular/core';
import type { ImportCounts, ImportView } from '@poolrise/contracts';
import { Texts } from '../../i18n/texts';
import { Emphasis } from '../ui/emphasis';
import { Format } from '../ui/format';
import { ImportWords, isUnderWay } from './import-words';
import { ImportProgress } from './progress-bar';

/** Rows that a file adds or changes. */
export const rowsThatAct = ({ counts }: Pick<ImportView, 'counts'>): number =>
  counts ? counts.new + counts.changed : 0;

/** Nobody reads of rows that are not there. */
const sentenceOf = (counts: ImportCounts) =>
  counts.changed === 0
    ? 'imports.now.readyNew'
    : counts.new === 0
      ? 'imports.now.readyChanged'
      : 'imports.now.readyChanges';

/** What is going on with a file and what it needs, in a plain sentence; projected is what can be done about it. */
@Component({
  selector: 'app-file-state',
  imports: [Emphasis, ImportProgress],
  template: `
    <section class="pr-card" [class]="file().state" role="status">
      <div class="words">
        @if (refusal(); as refusal) {
          <h2>{{ refusal.title }}</h2>
          <p>{{ refusal.remedy }}</p>
        } @else {
          <p class="main"><app-emphasis [text]="sentence()" /></p>
          @if (rejected(); as rejected) {
            <p class="pr-muted">{{ rejected }}</p>
          }
        }
        @if (underWay()) {
          <app-import-progress [file]="file()" />
        }
      </div>
      <div class="acts"><ng-content /></div>
    </section>
  `,
  styles: `
    section {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 12px 20px;
      border-inline-start: 4px solid var(--pr-line-strong);
    }
    .ready,
    .waiting,
    .committing,
    .undoing {
      border-inline-start-color: var(--pr-action);
    }
    .asks {
      border-inline-start-color: var(--pr-paid);
    }
    .done {
      border-inline-start-color: var(--pr-passed);
    }
    .refused,
    .failed {
      border-inline-start-color: var(--pr-stopped);
    }
    .words {
      display: grid;
      flex: 1 1 320px;
      gap: 4px;
      min-width: 0;
    }
    h2 {
      font-size: 15px;
      font-weight: 650;
    }
    .main {
      font-size: 15px;
    }
    app-import-progress {
      max-width: 480px;
      margin-top: 6px;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .acts:empty {
      display: none;
    }
  `,
})
export class FileState {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(ImportWords);
  readonly file = input.required<ImportView>();

  protected readonly underWay = computed(() => isUnderWay(this.file()));
  protected readonly refusal = computed(() => {
    const { state, refusal } = this.file();
    return state === 'refused' && refusal ? this.words.refusal(refusal) : null;
  });
  protected readonly rejected = computed(() => {
    const { state, counts } = this.file();
    if (state !== 'ready' || !counts?.rejected || counts.new + counts.changed === 0) return null;
    return this.texts.count('imports.now.rejected', counts.rejected, {}, this.format.number(counts.rejected));
  });

  protected readonly sentence = computed(() => {
    const file = this.file();
    const n = this.format.number(rowsThatAct(file));
    switch (file.state) {
      case 'ready':
        return this.ready(file);
      case 'done':
        return this.texts.say('imports.now.done', {
          n,
          name: file.committedBy ?? '',
          time: this.format.dateTime(file.committedAt),
        });
      case 'undone':
        return this.texts.say('imports.now.undone', {
          name: file.undoneBy ?? '',
          time: this.format.dateTime(file.undoneAt),
        });
      case 'undoing':
        return this.texts.say(file.expiredAt ? 'imports.now.expiring' : 'imports.now.undoing');
      case 'expired':
        return this.expired(file);
      case 'refused':
        return this.texts.say('imports.refused.unknown.title');
      default:
        return this.texts.say(`imports.now.${file.state}`);
    }
  });

  private expired(file: ImportView): string {
    const { counts, keptUntil: day, expiredAt, committedAt } = file;
    const time = this.format.dateTime(expiredAt);
    if (!committedAt || !counts) return this.texts.say('imports.now.expiredUnused', { day, time });
    return this.texts.say('imports.now.expired', {
      day,
      time,
      fresh: this.format.number(counts.new),
      changed: this.format.number(counts.changed),
    });
  }

  private ready(file: ImportView): string {
    const { counts } = file;
    if (rowsThatAct(file) > 0 && counts)
      return this.texts.say(sentenceOf(counts), {
        n: this.format.number(rowsThatAct(file)),
        fresh: this.format.number(counts.new),
        changed: this.format.number(counts.changed),
      });
    const read = (counts?.unchanged ?? 0) + (counts?.repeated ?? 0) > 0;
    return this.texts.say(read ? 'imports.now.readyNothing' : 'imports.now.readyNone');
  }
}
