import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ProfessionalView } from '@poolrise/contracts';
import { categories, type Category, type VerificationState } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { ChoiceField } from '../ui/choice-field';
import { Chip, type Tone } from '../ui/chip';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { ApplyForm } from './apply-form';
import { LegalFacts } from './legal-facts';
import { ProfessionalApi } from './professional-api';

const tones: Readonly<Record<VerificationState, Tone>> = {
  none: 'neutral',
  submitted: 'action',
  refused: 'stopped',
  verified: 'passed',
  expired: 'paid',
  suspended: 'stopped',
};
type Identity = Category | 'none';
const identities: readonly Identity[] = ['none', ...categories];

/** Who a workspace is: the identity of a creator, and its verification as a business. */
@Component({
  selector: 'app-professional-page',
  imports: [
    ApplyForm,
    ChoiceField,
    Chip,
    FailedState,
    LegalFacts,
    MatButton,
    PageHeader,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './professional-page.html',
  styleUrl: './professional-page.scss',
})
export default class ProfessionalPage {
  private readonly api = inject(ProfessionalApi);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly tones = tones;
  protected readonly identities = identities;
  protected readonly may = computed(() => this.session.may('write:professional'));
  protected readonly isCreator = computed(() => this.session.workspace()?.workspaceKind === 'creator');

  protected readonly account = httpResource<ProfessionalView>(() => '/api/v1/professional-account');
  protected readonly view = kept(() => '', this.account);
  protected readonly stateWord = (state: VerificationState): string =>
    this.texts.say(`professional.state.${state}`);
  protected readonly identityWord = (identity: Identity): string =>
    identity === 'none'
      ? this.texts.say('professional.identity.none')
      : this.texts.say(`common.category.${identity}`);

  /** Where it stands, in sentences. */
  protected readonly says = computed((): string[] => {
    const view = this.view();
    if (!view) return [];
    const say = this.texts.say.bind(this.texts);
    const { verification, application, hindrance } = view;
    const until = this.format.day(view.until);
    switch (verification) {
      case 'submitted': {
        if (!application) return [];
        const late = Date.parse(application.dueAt) < Date.parse(view.asOf);
        const about = {
          ago: this.format.ago(application.askedAt),
          at: this.format.dateTime(application.dueAt),
        };
        return [say(late ? 'professional.says.submittedLate' : 'professional.says.submitted', about)];
      }
      case 'verified': {
        if (hindrance === 'professional-waiting')
          return [say('professional.says.verified', { until }), say('professional.says.renewing')];
        const first =
          application?.state === 'refused' ? [say('professional.says.renewalRefused', { until })] : [];
        const from = this.format.day(view.renewableFrom);
        return [...first, say('professional.says.verifiedRenew', { until, from })];
      }
      case 'expired':
        return [say('professional.says.expired', { until })];
      case 'none':
      case 'refused':
      case 'suspended':
        return [say(`professional.says.${verification}`)];
    }
  });
  /** What the platform said with its last decision, where something follows from it. */
  protected readonly decision = computed(() => {
    const application = this.view()?.application;
    if (!application?.reason || application.state === 'verified') return null;
    return {
      reason: this.texts.say('professional.reason', { reason: application.reason }),
      remedy: application.remedy ? this.texts.say(`professional.remedy.${application.remedy}`) : '',
    };
  });

  constructor() {
    reloadOn(this.account, 'professional');
  }

  protected async choose(identity: Identity): Promise<void> {
    await this.carry('professional.identity.saved', () =>
      this.api.choose({ identity: identity === 'none' ? null : identity }),
    );
  }

  protected async withdraw(id: string): Promise<void> {
    await this.carry('professional.withdrawn', () => this.api.withdraw(id));
  }

  private async carry(
    done: 'professional.identity.saved' | 'professional.withdrawn',
    act: () => Promise<ProfessionalView>,
  ): Promise<void> {
    try {
      this.account.set(await act());
      this.toast.say(this.texts.say(done));
    } catch (error) {
      this.toast.problem(error);
      this.account.reload();
    }
  }
}
