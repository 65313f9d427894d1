import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PolicyPreview, PreviewExample } from '@poolrise/contracts';
import { type FigureSource, type PolicyRuleSet, shanghaiDays } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { OverDays } from './over-days';
import { PolicyDeskApi } from './policy-desk-api';
import { PolicyLabel } from './policy-label';
import { AppLineage } from '../ui/lineage';
import { AppSource } from '../ui/figure-source';
import { FigureGrid } from '../ui/figure-grid';

/** The verdicts of the last days given again under the rules on screen, with the notes for which it would matter. */
@Component({
  selector: 'app-policy-preview',
  imports: [AppLineage, AppSource, FigureGrid, OverDays, Refusal, RouterLink, T],
  host: { class: 'pr-card' },
  templateUrl: './policy-preview.html',
  styleUrl: './policy-preview.scss',
})
export class PolicyPreviewCard {
  private readonly api = inject(PolicyDeskApi);
  private readonly session = inject(Session);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly labels = inject(PolicyLabel);

  readonly document = input.required<PolicyRuleSet>();
  readonly faulty = input(false);

  protected readonly days = signal(7);
  protected readonly sending = sending();
  protected readonly tried = signal(false);
  private readonly answer = signal<{ of: PolicyRuleSet; preview: PolicyPreview } | null>(null);
  protected readonly preview = computed(() => this.answer()?.preview ?? null);
  /** The verdicts that were given in the days looked at, read up to their end. */
  protected readonly source = computed((): FigureSource | null => {
    const preview = this.preview();
    return preview
      ? { streams: ['pool-runs'], over: shanghaiDays(preview.from, preview.to), dataAt: preview.to }
      : null;
  });
  protected readonly stale = computed(() => {
    const answer = this.answer();
    return answer !== null && answer.of !== this.document();
  });
  protected readonly sides = computed(() => {
    const preview = this.preview();
    return preview
      ? ([
          ['stoppedTitle', preview.stoppedInstead.examples],
          ['passedTitle', preview.passedInstead.examples],
        ] as const)
      : [];
  });

  protected async go(): Promise<void> {
    this.tried.set(true);
    if (this.faulty()) return;
    const of = this.document();
    await this.sending.send(async () => {
      const preview = await this.api.preview({ document: of as never, days: this.days() });
      this.answer.set({ of, preview });
    });
  }

  protected sentence(preview: PolicyPreview): string {
    const { judged, stoppedInstead, passedInstead } = preview;
    if (judged + preview.withoutLevel === 0) return this.texts.say('policyDesk.preview.none');
    const n = (count: number) => this.format.number(count);
    const changed = stoppedInstead.count + passedInstead.count;
    const waits = preview.levels.some(({ would }) => would.wait > 0);
    return changed === 0 && !waits
      ? this.texts.say('policyDesk.preview.same', { judged: n(judged) })
      : this.texts.say('policyDesk.preview.sentence', {
          judged: n(judged),
          stopped: n(stoppedInstead.count),
          passed: n(passedInstead.count),
        });
  }

  protected now({ now }: PolicyPreview): string {
    if (now.running === 0) return this.texts.say('policyDesk.preview.nowNone');
    return this.texts.say('policyDesk.preview.now', {
      running: this.format.number(now.running),
      stops: this.format.number(now.wouldStop),
      share: this.format.percent(now.share, 0),
    });
  }

  /** Nothing where nothing would be otherwise: the eye looks for the levels where it would. */
  protected instead({ stoppedInstead, passedInstead }: PolicyPreview['levels'][number]): string {
    if (stoppedInstead + passedInstead === 0) return '–';
    return this.texts.say('policyDesk.preview.changed', {
      stopped: this.format.number(stoppedInstead),
      passed: this.format.number(passedInstead),
    });
  }

  protected about(example: PreviewExample): string {
    return this.texts.say('policyDesk.preview.example', {
      level: example.level,
      workspace: example.workspaceName,
      was: this.format.percent(example.chanceWas, 0),
      would: this.format.percent(example.chanceWould, 0),
      policy: this.labels.of(example.policy),
    });
  }

  /** Where the note can be looked at: its workspace, when the operator belongs to it. */
  protected noteLink(example: PreviewExample): string[] | null {
    const member = this.session.memberships().some(({ workspaceId }) => workspaceId === example.workspaceId);
    return member ? ['/w', example.workspaceId, 'notes', example.noteId] : null;
  }
}
