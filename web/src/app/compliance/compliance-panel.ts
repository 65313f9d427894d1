import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { ComplianceFindingView, ComplianceRuleView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { ComplianceFinding, type ShownFinding } from './compliance-finding';
import { type ComplianceAsk, complianceCheck } from './compliance-check';
import { fieldOf, type PlaceInText, quoted, standsAt } from './place-in-text';

/** Findings that are shown before somebody asks for all. */
const firstShown = 5;

/** What the law and the platform would object to in a note, as it is read or while it is written. */
@Component({
  selector: 'app-compliance-panel',
  imports: [ComplianceFinding, Icon, T],
  templateUrl: './compliance-panel.html',
  styleUrl: './compliance-panel.scss',
})
export class CompliancePanel {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  private readonly says = inject(ProblemText);
  protected readonly headingId = `compliance-${crypto.randomUUID()}`;

  readonly ask = input.required<ComplianceAsk>();
  /** what is checked, such as the version of a draft */
  readonly subject = input.required<string>();
  /** whether the note can be changed from here */
  readonly writes = input(false);
  readonly replaced = output<PlaceInText & { text: string }>();
  readonly added = output<string>();
  readonly located = output<PlaceInText>();

  protected readonly check = complianceCheck(this.subject, this.ask);
  protected readonly view = this.check.view;
  protected readonly all = linkedSignal({ source: this.subject, computation: () => false });

  private readonly rules = computed(
    () => new Map(this.view()?.rules.map((rule): [string, ComplianceRuleView] => [rule.key, rule]) ?? []),
  );
  /** Those that still stand: whoever writes faster than the check answers is not told of what is gone. */
  private readonly standing = computed(() =>
    (this.view()?.findings ?? []).flatMap((finding) => this.shownOf(finding) ?? []),
  );
  protected readonly shown = computed(() =>
    this.all() ? this.standing() : this.standing().slice(0, firstShown),
  );
  protected readonly hidden = computed(() => this.standing().length - this.shown().length);
  protected readonly tone = computed(() => {
    const { block, others } = this.counts();
    return block ? 'stopped' : others ? 'paid' : 'passed';
  });
  private readonly counts = computed(() => {
    const counts = this.view()?.counts ?? { block: 0, review: 0, warn: 0 };
    // Words that went since they were found are no longer counted either.
    const gone = (this.view()?.findings.length ?? 0) - this.standing().length;
    const standing = (severity: ComplianceFindingView['severity']) =>
      this.standing().filter(({ finding }) => finding.severity === severity).length;
    return gone
      ? { block: standing('block'), others: standing('review') + standing('warn') }
      : { block: counts.block, others: counts.review + counts.warn };
  });
  protected readonly sentence = computed(() => {
    const { block, others } = this.counts();
    if (block && others)
      return `${this.texts.count('compliance.block', block)} ${this.texts.count('compliance.andOthers', others)}`;
    if (block) return this.texts.count('compliance.block', block);
    return others ? this.texts.count('compliance.others', others) : this.texts.say('compliance.clean');
  });
  protected readonly failure = computed(() => {
    const error = this.check.error();
    return error ? this.says.title(problemOf(error)) : null;
  });

  protected nameOf(rule: string): string {
    const row = this.rules().get(rule);
    return row ? this.texts.of(row.name) : '';
  }

  private shownOf(finding: ComplianceFindingView): ShownFinding | null {
    const rule = this.rules().get(finding.rule);
    if (!rule) return null;
    const text = fieldOf(finding.at, this.ask());
    const from = standsAt(text, finding.text, finding.at.from);
    if (finding.text && from === null) return null;
    const { field } = finding.at;
    const to = (from ?? 0) + finding.text.length;
    const place = from !== null && (field === 'title' || field === 'body') ? { field, from, to } : null;
    return { finding, rule, place, quote: from === null ? null : quoted(text, from, to) };
  }
}
