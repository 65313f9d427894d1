import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { PolicyActivationView, PolicyVersion, RunningCanary } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { paged } from '../live/paged';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { CanaryCard } from './canary-card';
import type { PolicyChoice } from './policy-change-dialog';
import { PolicyCompare } from './policy-compare';
import { PolicyDeskApi } from './policy-desk-api';
import { PolicyLabel } from './policy-label';

/** Every version with its author and reason, the trial, what two versions differ in, and what was in force when. */
@Component({
  selector: 'app-policy-versions-page',
  imports: [
    CanaryCard,
    Chip,
    FailedState,
    ListFrame,
    MatButton,
    PageHeader,
    PolicyCompare,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './policy-versions-page.html',
  styleUrl: './policy-versions-page.scss',
})
export default class PolicyVersionsPage {
  private readonly api = inject(PolicyDeskApi);
  private readonly dialog = inject(MatDialog);
  private readonly toast = inject(Toast);
  protected readonly session = inject(Session);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly labels = inject(PolicyLabel);

  protected readonly versions = paged<PolicyVersion>(() => '/api/v1/policies/versions', 'pools');
  protected readonly log = paged<PolicyActivationView>(() => '/api/v1/policies/activations', 'pools');
  protected readonly running = httpResource<RunningCanary>(() => '/api/v1/policies/canary');
  private readonly trial = kept(() => 'canary', this.running);

  protected readonly canary = computed(() => this.trial()?.canary);
  /** What can be done with a version that is not in force, while none is on trial. */
  protected readonly steps = ['canary', 'activate'] as const;
  protected readonly inForce = computed(() => this.versions.items()?.find((version) => version.inForce));
  /** What is in force came by this step; going back is undoing it. */
  protected readonly lastStep = computed(() => {
    const inForce = this.inForce();
    return this.log.items()?.find((step) => step.to.id === inForce?.id && step.kind !== 'rolled-back');
  });
  private requestKey = crypto.randomUUID();

  constructor() {
    reloadOn(this.running, 'pools');
  }

  protected written(version: PolicyVersion): string {
    return version.author === null
      ? this.texts.say('policyDesk.shipped')
      : this.texts.say('policyDesk.by', {
          who: version.author,
          when: this.format.dateTime(version.createdAt),
        });
  }

  protected basedOn({ basedOn }: PolicyVersion): string {
    return basedOn
      ? this.texts.say('policyDesk.basedOn', {
          name: this.labels.name(basedOn.name),
          version: basedOn.version,
        })
      : '';
  }

  protected async change(step: PolicyChoice['step'], policy: PolicyChoice['policy']): Promise<void> {
    const inForceId = this.inForce()?.id ?? '';
    const canaryId = this.canary()?.id;
    const { PolicyChangeDialog } = await import('./policy-change-dialog');
    const data: PolicyChoice = { step, policy, inForceId, ...(canaryId ? { canaryId } : {}) };
    this.dialog
      .open(PolicyChangeDialog, { data, width: '520px' })
      .afterClosed()
      // Also when it was refused: then somebody else was quicker, and the page has moved on.
      .subscribe(() => this.reload());
  }

  /** One press: the reason says itself, and nothing is lost by it. */
  protected async rollBack({ from, to }: PolicyActivationView): Promise<void> {
    const label = this.labels.of(from);
    try {
      await this.api.rollBack(to.id, {
        inForceId: to.id,
        why: this.texts.say('policyDesk.dialog.rollBackWhy', { label }),
        requestKey: this.requestKey,
      });
      this.requestKey = crypto.randomUUID();
      this.toast.say(this.texts.say('policyDesk.dialog.doneRollBack', { label }));
    } catch (error) {
      this.toast.problem(error);
    }
    this.reload();
  }

  private reload(): void {
    this.versions.reload();
    this.log.reload();
    this.running.reload();
  }
}
