import { Component, computed, inject, input } from '@angular/core';
import type { ImportFound, ImportView } from '@poolrise/contracts';
import { assumptionTexts, type InteractionFinding, type SheetRecognition } from '@poolrise/domain';
import type { TextKey } from '../../i18n/text-key';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { ImportWords } from './import-words';

/** What a file is and how that was told: its kind, format, date, definitions, and what was taken for granted. */
@Component({
  selector: 'app-file-facts',
  imports: [T],
  templateUrl: './file-facts.html',
  styleUrl: './file-facts.scss',
})
export class FileFacts {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(ImportWords);
  readonly file = input.required<ImportView>();
  readonly found = input.required<ImportFound>();

  private readonly sheets = computed(() => this.found().recognition.sheets);
  private readonly main = computed((): SheetRecognition | undefined => this.sheets()[0]);

  protected readonly known = computed(() => {
    const why = this.main()?.why;
    if (!why) return null;
    const { kind, score, found, matched, columns } = why;
    return {
      title: this.texts.say('imports.what.known', {
        kind: this.words.kind(kind),
        share: this.format.percent(score, 0),
      }),
      because: this.texts.say('imports.what.because', {
        fields: this.words.fields(found.slice(0, 4)),
        matched,
        columns,
      }),
    };
  });
  protected readonly runnersUp = computed(() => {
    const others = (this.main()?.runnersUp ?? []).filter(({ score }) => score >= runnerUpFrom);
    return this.words.list(
      others.map(({ kind, score }) =>
        this.texts.say('imports.what.runnerUp', {
          kind: this.words.kind(kind),
          share: this.format.percent(score, 0),
        }),
      ),
    );
  });

  protected readonly formatText = computed(() => {
    const { format, encoding, separator } = this.found().facts;
    const parts = [this.texts.say(`imports.what.formats.${format}` as TextKey)];
    if (encoding) parts.push(this.texts.say('imports.what.encoding', { name: encoding.toUpperCase() }));
    if (separator && separator !== ',')
      parts.push(
        separator === '\t'
          ? this.texts.say('imports.what.tab')
          : this.texts.say('imports.what.separator', { sign: separator }),
      );
    return parts.join(' · ');
  });

  protected readonly sheetText = computed(() => {
    const { facts, recognition } = this.found();
    const names = this.sheets().map(({ sheet }) => sheet);
    if (names.length + recognition.skippedSheets.length < 2 && facts.hiddenSheets.length === 0) return '';
    const parts = [this.words.list(names)];
    const say = (key: TextKey, all: readonly string[]) => {
      if (all.length > 0) parts.push(this.texts.say(key, { names: this.words.list(all) }));
    };
    say('imports.what.hidden', facts.hiddenSheets);
    say('imports.what.skipped', recognition.skippedSheets);
    return parts.join(' · ');
  });

  protected readonly dateText = computed(() => {
    const date = this.main()?.dataDate;
    if (!date) return '';
    const { mapping } = this.file();
    if (date.from === 'ask' && mapping?.dataDay)
      return this.texts.say('imports.what.date.given', { day: mapping.dataDay });
    return this.texts.say(`imports.what.date.${date.from}`, {
      header: date.from === 'column' ? date.header : '',
      day: date.from === 'file-name' ? date.day : '',
    });
  });

  protected readonly interactionText = computed(() => {
    const interactions = this.file().checks?.interactions;
    const counted = this.file().mapping?.sheets.some(({ mapping }) =>
      mapping.columns.some(({ field, use }) => field === 'interactions' && use === 'field'),
    );
    return interactions && counted ? this.interaction(interactions) : '';
  });

  protected readonly dropped = computed(() => {
    const headers = (this.file().mapping?.sheets ?? [])
      .flatMap(({ mapping }) => mapping.columns)
      .filter(({ use }) => use === 'dropped')
      .map(({ header }) => header);
    const all = [...new Set(headers)];
    return all.length > 0
      ? this.texts.say('imports.what.droppedText', { headers: this.words.list(all) })
      : '';
  });

  protected readonly assumptions = computed(() => {
    const all = this.sheets().flatMap(({ assumptions }) => assumptions);
    const codes = [...new Set(all.map(({ code }) => code))];
    return codes.map((code) => {
      const headers = [...new Set(all.filter((one) => one.code === code).flatMap((one) => one.headers))];
      const about = headers.length > 0 && headers.length <= 6;
      return {
        code,
        text: this.texts.of(assumptionTexts[code]),
        about: about ? this.texts.say('imports.what.headers', { headers: this.words.list(headers) }) : '',
      };
    });
  });

  private interaction({ kind, from, telling, contradicts }: InteractionFinding): string {
    if (!kind) return this.texts.say('imports.what.notTold');
    const what = this.texts.say(`imports.what.interaction.${kind}`);
    if (contradicts)
      return this.texts.say('imports.what.contradicts', {
        what,
        stated: this.texts.say(`imports.what.interaction.${contradicts}`),
      });
    return from === 'rows'
      ? this.texts.say('imports.what.fromRows', { what, n: this.format.number(telling) })
      : this.texts.say('imports.what.stated', { what });
  }
}

/** Below that a likeness is of a few words that all such files have. Ours. */
const runnerUpFrom = 0.5;
