import {
  afterNextRender,
  Component,
  computed,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DraftAnchor, OrderDraft, OrderStep, OrderView } from '@poolrise/contracts';
import { hasEnded } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { CompliancePanel } from '../../compliance/compliance-panel';
import { GuidancePanel } from '../../guidance/guidance-panel';
import { MediaViewer } from '../../media/media-viewer';
import { Session } from '../../session/session';
import { Chip, type Tone } from '../../ui/chip';
import { Format } from '../../ui/format';
import type { OrderCommands } from '../order/order-commands';
import { complianceOfDraft } from './compliance-of-draft';
import { guidanceOfDraft } from './guidance-of-draft';
import { DraftComments } from './draft-comments';
import { DraftDifference } from './draft-difference';
import { DraftEditor } from './draft-editor';
import { DraftReader } from './draft-reader';
import { isTextAnchor, listedUnder, pinsOf } from './media-comments';

const answers: readonly OrderStep['kind'][] = ['approve', 'silent-approval', 'send-back', 'fail-audit'];

const tones: Record<NonNullable<OrderView['findings']>[number]['leadsTo'], Tone> = {
  human_review: 'action',
  limited: 'paid',
  rejected: 'stopped',
};

/** Drafts of an order: written, read, compared with the one before, and commented on. */
@Component({
  selector: 'app-draft-panel',
  imports: [
    Chip,
    CompliancePanel,
    DraftComments,
    DraftDifference,
    DraftEditor,
    DraftReader,
    GuidancePanel,
    MatButton,
    MediaViewer,
    T,
  ],
  templateUrl: './draft-panel.html',
  styleUrl: './draft-panel.scss',
})
export class DraftPanel {
  private readonly texts = inject(Texts);
  private readonly session = inject(Session);
  private readonly injector = inject(Injector);
  private readonly editor = viewChild(DraftEditor);
  private readonly own = viewChild<DraftComments>('own');
  private readonly viewer = viewChild(MediaViewer);
  protected readonly format = inject(Format);
  protected readonly tones = tones;

  readonly view = input.required<OrderView>();
  readonly commands = input.required<OrderCommands>();

  protected readonly writes = computed((): 'outline' | 'draft' | null => {
    const { legal } = this.view();
    if (!this.session.may('write:orders')) return null;
    if (legal.includes('submit-outline')) return 'outline';
    return legal.includes('submit-draft') ? 'draft' : null;
  });
  /** Why the last one came back; what was said to an earlier one is in the history. */
  protected readonly reason = computed(() => {
    const last = this.view().history.findLast(({ kind }) => answers.includes(kind));
    return last?.kind === 'send-back' || last?.kind === 'fail-audit' ? last.words : '';
  });
  /** The latest is on screen until another one is chosen, and again when the next one comes. */
  private readonly latest = computed(() => this.view().drafts.at(-1)?.version ?? null);
  protected readonly version = linkedSignal(() => this.latest());
  protected readonly shown = computed(() =>
    this.view().drafts.find(({ version }) => version === this.version()),
  );
  protected readonly before = computed(() => {
    const shown = this.shown();
    return (
      shown &&
      this.view().drafts.findLast(({ kind, version }) => kind === shown.kind && version < shown.version)
    );
  });
  /** Whoever gets a second draft looks for what is different. */
  private readonly isNew = computed(() => {
    const { state, side } = this.view();
    const waits = this.shown()?.answer === null && state === 'brand-review' && side === 'brand';
    return waits && this.before() !== undefined;
  });
  protected readonly compares = linkedSignal<unknown, boolean>({
    source: () => [this.version(), this.isNew()],
    computation: () => this.isNew(),
  });
  private readonly listed = computed(() => {
    const shown = this.shown();
    return shown ? listedUnder(shown, this.view().drafts, this.view().comments) : [];
  });
  /** Beside a difference stands what was said of the one before, so it is not said again. */
  protected readonly comments = computed(() =>
    this.compares()
      ? this.listed().filter(({ from }) => from?.version !== this.before()?.version)
      : this.listed(),
  );
  protected readonly commentsBefore = computed(() => {
    const before = this.before();
    return before
      ? listedUnder(before, this.view().drafts, this.view().comments).filter(({ from }) => from === null)
      : [];
  });
  protected readonly said = computed(() => this.comments().map(({ comment }) => comment));
  protected readonly pins = computed(() => pinsOf(this.comments()));
  protected readonly mayComment = computed(
    () => this.view().side !== 'platform' && !hasEnded(this.view()) && this.session.may('write:orders'),
  );
  protected readonly selection = linkedSignal<number | null, DraftAnchor | null>({
    source: this.version,
    computation: () => null,
  });
  /** Places on pictures say beside them how to go on. */
  protected readonly selected = computed(() => isTextAnchor(this.selection()));
  protected readonly looked = signal<number | null>(null);
  /** What is asked of the check about a version that was handed in; while one is written, the editor asks about that. */
  protected readonly checked = computed(() => {
    const shown = this.shown();
    return shown && !this.writes()
      ? {
          ask: complianceOfDraft(this.view(), shown),
          guided: guidanceOfDraft(this.view(), shown),
          subject: `${this.view().id}.${shown.version}`,
        }
      : null;
  });
  protected readonly nameOf = (draft: OrderDraft): string => this.name(draft);

  write(): void {
    this.editor()?.focus();
  }

  protected chose(number: number): void {
    this.looked.set(number);
    this.own()?.focusComment(number);
  }

  protected showPin(number: number): void {
    this.looked.set(number);
    this.viewer()?.show(number);
  }

  /** Out of a difference to the version before, where the pin is. */
  protected showBefore(version: number, number: number): void {
    this.version.set(version);
    afterNextRender(() => this.showPin(number), { injector: this.injector });
  }

  protected commented(): void {
    this.selection.set(null);
    this.viewer()?.clear();
  }

  protected name(draft: OrderDraft): string {
    const n = this.view().drafts.filter(
      ({ kind, version }) => kind === draft.kind && version <= draft.version,
    ).length;
    return this.texts.say(`orderDraft.${draft.kind}`, { n });
  }
}
