import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, output, type TemplateRef } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ProposalVerdict, SharedItem, SharedProposal } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { PdfButton } from '../ui/pdf-button';
import { AnswersList } from './answers-list';
import { FiguresStrip } from './figures-strip';
import { ItemFacts } from './item-facts';
import { VerdictChip } from './verdict-chip';
import { AppSource } from '../ui/figure-source';

/** What the client is about to say about one creator. */
export interface Answering {
  itemId: string;
  verdict: ProposalVerdict;
}

const verdicts = ['approve', 'replace', 'reject'] as const satisfies readonly ProposalVerdict[];

/** A proposal as the client reads it. Where it may be answered, each creator has three buttons and the given form. */
@Component({
  selector: 'app-shared-document',
  imports: [
    AnswersList,
    AppSource,
    FiguresStrip,
    Icon,
    ItemFacts,
    MatButton,
    NgTemplateOutlet,
    PageHeader,
    PdfButton,
    T,
    VerdictChip,
  ],
  templateUrl: './shared-document.html',
  styleUrl: './shared-document.scss',
})
export class SharedDocument {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly proposal = input.required<SharedProposal>();
  readonly savePdf = input.required<() => Promise<void>>();
  readonly answerable = input(false);
  /** the creator whose form is open */
  readonly answering = input<Answering | null>(null);
  readonly form = input<TemplateRef<unknown>>();
  readonly choose = output<Answering>();

  protected readonly verdicts = verdicts;
  protected readonly about = computed(() => {
    const { workspace, ofClient, version, sharedAt, openUntil } = this.proposal();
    const parts = [
      this.texts.say(ofClient ? 'share.for' : 'share.from', { name: workspace }),
      this.texts.say('share.version', { n: version, at: this.format.day(sharedAt) }),
    ];
    if (openUntil) parts.push(this.texts.say('share.until', { at: this.format.day(openUntil) }));
    return parts.join(' · ');
  });
  protected readonly progress = computed(() => {
    const { items } = this.proposal();
    const done = items.filter(({ verdict }) => verdict).length;
    if (done === items.length) return this.texts.say('share.allDone');
    return this.texts.say('share.progress', { done, all: items.length });
  });

  protected isChosen({ id, verdict }: SharedItem, one: ProposalVerdict): boolean {
    const answering = this.answering();
    return answering?.itemId === id ? answering.verdict === one : verdict === one;
  }

  protected print(): void {
    window.print();
  }
}
