import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { PolicyView } from '@poolrise/contracts';
import {
  levelFields,
  type PolicyFault,
  policyFieldGroups,
  policyFields,
  type PoolPolicy,
} from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { FailedState } from '../ui/failed-state';
import { PageHeader } from '../ui/page-header';
import { Scrolls } from '../ui/scrolls';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { PolicyDeskApi } from './policy-desk-api';
import { PolicyDiff } from './policy-diff';
import { levelPath, PolicyDraft } from './policy-draft';
import { PolicyFieldInput } from './policy-field-input';
import { PolicyLabel } from './policy-label';
import { PolicyPaths } from './policy-paths';
import { PolicyPreviewCard } from './policy-preview';
import { PolicyReplayCard } from './policy-replay';
import { PolicyTerm } from './policy-term';

/** As the contract has it. */
const whyLengthMax = 200;

/** A new version of a rule set, begun as a copy of another; checked as it is typed and tried on history before it is saved. */
@Component({
  selector: 'app-policy-editor-page',
  imports: [
    FailedState,
    MatButton,
    PageHeader,
    PolicyDiff,
    PolicyFieldInput,
    PolicyPreviewCard,
    PolicyReplayCard,
    PolicyTerm,
    Refusal,
    RouterLink,
    Scrolls,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './policy-editor-page.html',
  styleUrl: './policy-editor-page.scss',
})
export default class PolicyEditorPage {
  private readonly api = inject(PolicyDeskApi);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);
  protected readonly session = inject(Session);
  protected readonly texts = inject(Texts);
  protected readonly paths = inject(PolicyPaths);
  protected readonly labels = inject(PolicyLabel);

  readonly policyId = input.required<string>();
  protected readonly base = httpResource<PolicyView>(() => `/api/v1/policies/${this.policyId()}`);
  protected readonly draft = computed(() =>
    this.base.hasValue() ? new PolicyDraft(this.base.value().document as unknown as PoolPolicy) : null,
  );

  protected readonly groups = policyFieldGroups.map((group) => ({
    group,
    fields: policyFields.filter((field) => field.group === group),
  }));
  protected readonly columns = levelFields;
  protected readonly languages = ['zh', 'en'] as const;
  protected readonly levelPath = levelPath;
  protected readonly whyLengthMax = whyLengthMax;

  protected readonly why = signal('');
  protected readonly tried = signal(false);
  protected readonly sending = sending();
  /** Made with the page: the same version is never written twice. */
  private readonly requestKey = crypto.randomUUID();

  /** Faults that no input on this page stands for. */
  protected readonly otherFaults = computed(() => {
    const draft = this.draft();
    const shown = new Set<string>([
      ...policyFields.map(({ path }) => path),
      ...(draft?.policy().levels.flatMap((_, at) => levelFields.map((field) => levelPath(at, field))) ?? []),
    ]);
    return draft?.faults().filter(({ path }) => !shown.has(path)) ?? [];
  });

  protected faultAt(draft: PolicyDraft, path: string): string | null {
    const fault = draft.fault(path);
    return fault ? this.paths.fault(fault) : null;
  }

  protected faultWords(fault: PolicyFault): string {
    return `${this.paths.name(fault.path)}: ${this.paths.fault(fault)}`;
  }

  protected was(draft: PolicyDraft, path: string): string | null {
    const change = draft.changed().get(path);
    return change
      ? this.texts.say('policyDesk.editor.was', { value: this.paths.value(path, change.before) })
      : null;
  }

  protected text(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async save(draft: PolicyDraft): Promise<void> {
    this.tried.set(true);
    const why = this.why().trim();
    if (!why || draft.changes().length === 0 || draft.faults().length > 0) return;
    await this.sending.send(async () => {
      const written = await this.api.write({
        basedOnId: this.policyId(),
        document: draft.document() as never,
        why,
        requestKey: this.requestKey,
      });
      this.toast.say(this.texts.say('policyDesk.editor.saved', { label: this.labels.of(written) }));
      await this.router.navigate(this.session.to('policies', 'versions'));
    });
  }
}
