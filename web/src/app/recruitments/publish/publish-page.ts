import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { BriefTemplateContent, RecruitmentBasis } from '@poolrise/contracts';
import { quoteBounds } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { RightsFields } from '../../collaborations/rights/rights-fields';
import { briefOf } from '../../collaborations/templates/template-draft';
import { TemplatePicker } from '../../collaborations/templates/template-picker';
import { BriefSubject } from '../../collaborations/terms/brief-subject';
import { StageOptions } from '../../collaborations/terms/stage-options';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { Refusal } from '../../problems/refusal';
import { sending } from '../../problems/sending';
import { Session } from '../../session/session';
import { CategoryChoice } from '../../ui/category-choice';
import { FailedState } from '../../ui/failed-state';
import { focusFault } from '../../ui/focus-fault';
import { Format } from '../../ui/format';
import { Money } from '../../ui/money';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { TextField } from '../../ui/text-field';
import { Toast } from '../../ui/toast';
import { RecruitmentsApi } from '../recruitments-api';
import {
  costsOf,
  emptyPublish,
  type PublishDraft,
  type PublishField,
  publishFaults,
  publishLengths,
  publishOf,
  templateOf,
} from './publish-draft';

const kinds = ['image', 'video'] as const;
const stages = ['withSample', 'withOutline', 'withAdAudit', 'effectMode'] as const;

/** Asks creators to apply: the brief, the price, who may, and what it may cost while it is typed. */
@Component({
  selector: 'app-publish-page',
  imports: [
    CategoryChoice,
    BriefSubject,
    FailedState,
    MatButton,
    Money,
    PageHeader,
    Refusal,
    RightsFields,
    Skeleton,
    StageOptions,
    T,
    TemplatePicker,
    TextField,
  ],
  host: { class: 'pr-page' },
  templateUrl: './publish-page.html',
  styleUrls: ['../../ui/form-page.scss', './publish-page.scss'],
})
export default class PublishPage {
  private readonly api = inject(RecruitmentsApi);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  /** of this recruitment, however often it is sent */
  private readonly requestKey = crypto.randomUUID();
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly kinds = kinds;
  protected readonly stages = stages;
  protected readonly lengths = publishLengths;

  protected readonly ground = httpResource<RecruitmentBasis>(() => '/api/v1/recruitment-basis');
  protected readonly basis = kept(() => '', this.ground);
  protected readonly draft = signal<PublishDraft | null>(null);
  protected readonly tried = signal(false);
  protected readonly sending = sending();
  protected readonly written = (): BriefTemplateContent | null => {
    const [draft, basis] = [this.draft(), this.basis()];
    return draft && basis ? templateOf(draft, basis) : null;
  };

  private readonly faults = computed(() => {
    const [draft, basis] = [this.draft(), this.basis()];
    return draft && basis ? publishFaults(draft, basis, new Date()) : [];
  });
  protected readonly costs = computed(() => {
    const [draft, basis] = [this.draft(), this.basis()];
    return draft && basis ? costsOf(draft, basis) : null;
  });

  /** What a template says takes the place of what stands in the form. */
  protected apply(content: BriefTemplateContent): void {
    const basis = this.basis();
    if (basis) this.draft.update((draft) => draft && { ...draft, ...briefOf(content, basis.rules) });
  }

  constructor() {
    reloadOn(this.ground, 'wallet');
    effect(() => {
      const basis = this.basis();
      untracked(() => {
        if (basis && !this.draft()) this.draft.set(emptyPublish(basis, new Date()));
      });
    });
  }

  protected set<K extends keyof PublishDraft>(part: K, value: PublishDraft[K]): void {
    this.draft.update((draft) => draft && { ...draft, [part]: value });
  }

  /** What is wrong with a field, once sending was tried. */
  protected fault(field: PublishField): string | null {
    // Those of rights are said at their own fields.
    if (!this.tried() || !this.faults().includes(field) || field === 'rights') return null;
    const { rules, limits } = this.basis() ?? {};
    const key = `recruitments.form.fault.${field}` as const;
    switch (field) {
      case 'quote':
        return this.texts.say(key, {
          min: this.format.roundMoney(quoteBounds.leastCents),
          max: this.format.roundMoney(quoteBounds.mostCents),
        });
      case 'wanted':
        return this.texts.say(key, { max: limits?.wantedMost ?? 0 });
      case 'applyUntil':
        return this.texts.say(key, { max: limits?.applyDaysMost ?? 0 });
      case 'protection':
        return this.texts.say(key, {
          min: rules?.protectionDaysLeast ?? 0,
          max: rules?.protectionDaysMost ?? 0,
        });
      default:
        return this.texts.say(key);
    }
  }

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const draft = this.draft();
    if (!draft || this.faults().length) {
      focusFault(event);
      return;
    }
    await this.sending.send(async () => {
      const { id } = await this.api.publish(publishOf(draft, this.requestKey));
      this.toast.say(this.texts.say('recruitments.form.sent'));
      await this.router.navigate(this.session.to('orders', 'recruitments', id));
    });
  }
}
