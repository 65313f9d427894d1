import { Component, computed, inject, input } from '@angular/core';
import type { ObservedCreatorView } from '@poolrise/contracts';
import { Texts } from '../../../i18n/texts';
import { ObservedWords } from '../observed-words';
import { FileCreatorWords } from './creator-words';

/** So many figures are named in a sentence; the table below has all. */
const namedMax = 4;

/** In plain sentences: how many files speak of her, and on what they differ from each other and from what was counted. */
@Component({
  selector: 'app-lead-of-files',
  template: `
    @for (one of sentences(); track one; let first = $first) {
      <p [class.first]="first">{{ one }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    p {
      max-width: 112ch;
      text-wrap: pretty;
    }
    .first {
      font-size: 16px;
      font-weight: 550;
      line-height: 1.55;
    }
  `,
})
export class LeadOfFiles {
  private readonly texts = inject(Texts);
  private readonly words = inject(ObservedWords);
  private readonly said = inject(FileCreatorWords);
  readonly view = input.required<ObservedCreatorView>();

  protected readonly sentences = computed(() => {
    const { files, joined } = this.view();
    const differ = joined.figures.filter(({ disagrees }) => disagrees);
    const day = this.words.day(joined.day);
    return [
      this.words.sentences([
        this.texts.count('observedCreators.lead.one', files.length, { day }),
        this.between(differ),
      ]),
      ...this.beside(),
      ...(joined.onRequest.length > 0
        ? [this.texts.say('observedCreators.lead.onRequest', { names: this.said.fields(joined.onRequest) })]
        : []),
    ];
  });

  private between(differ: ObservedCreatorView['joined']['figures']): string {
    if (differ.length > 0)
      return this.texts.count('observedCreators.lead.differ', differ.length, { names: this.names(differ) });
    const shared = this.view().joined.figures.some(({ others }) =>
      others.some(({ verdict }) => verdict === 'agrees'),
    );
    return this.texts.say(shared ? 'observedCreators.lead.agree' : 'observedCreators.lead.single');
  }

  private beside(): string[] {
    const { compared } = this.view();
    const differ = compared.filter(({ agrees }) => !agrees);
    if (compared.length === 0) return [];
    if (differ.length === 0) return [this.texts.say('observedCreators.lead.countedSame')];
    return [this.texts.count('observedCreators.lead.counted', differ.length, { names: this.names(differ) })];
  }

  private names(figures: readonly { figure: Parameters<FileCreatorWords['field']>[0] }[]): string {
    const named = figures.slice(0, namedMax).map(({ figure }) => this.said.field(figure));
    return this.words.list([...named, ...(figures.length > namedMax ? ['…'] : [])]);
  }
}
