import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { type BriefPresets, type BriefTemplateContent, type BriefTemplateView } from '@poolrise/contracts';
import { briefText } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { Session } from '../../session/session';
import { confirmed } from '../../settings/confirm-dialog';
import { EmptyState } from '../../ui/empty-state';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { ListFrame } from '../../ui/list-frame';
import { PageHeader } from '../../ui/page-header';
import { OrderTabs } from '../order-tabs';
import { RightsWords } from '../rights/rights-words';
import { FoldedBrief } from './folded-brief';
import { TemplatesApi, templatesRoot } from './templates-api';

/** Briefs that the workspace keeps to use again, and those that come with the product. */
@Component({
  selector: 'app-templates-page',
  imports: [EmptyState, FoldedBrief, Icon, ListFrame, MatButton, OrderTabs, PageHeader, T],
  host: { class: 'pr-page' },
  templateUrl: './templates-page.html',
  styleUrl: './templates-page.scss',
})
export default class TemplatesPage {
  private readonly api = inject(TemplatesApi);
  private readonly dialogs = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly rights = inject(RightsWords);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly templates = paged<BriefTemplateView>(() => templatesRoot);
  private readonly given = httpResource<BriefPresets>(
    () => `/api/v1/brief-presets?language=${this.texts.chinese() ? 'zh' : 'en'}`,
  );
  protected readonly presets = computed(() => (this.given.hasValue() ? this.given.value().items : []));
  protected readonly may = computed(() => this.session.may('write:orders'));

  protected readonly text = briefText;

  /** Kind and terms in one line. */
  protected terms(content: BriefTemplateContent): string {
    const { category, noteType, withSample, withOutline, withAdAudit, effectMode, revisionsMost } = content;
    const stages = Object.entries({ withSample, withOutline, withAdAudit, effectMode })
      .filter(([, on]) => on)
      .map(([stage]) => this.texts.say(`orderInvite.${stage as 'withSample'}`));
    return [
      this.texts.say(`common.category.${category}`),
      this.texts.say(`orders.noteType.${noteType}`),
      ...stages,
      this.texts.say('orders.price.protection', { n: content.protectionDays }),
      ...(revisionsMost === null
        ? []
        : [
            this.texts.say('briefTemplates.sentBack', {
              n: this.texts.count('orderTerms.times', revisionsMost),
            }),
          ]),
      `${this.texts.say('usageRights.title')}${this.texts.chinese() ? '：' : ': '}${this.rights.all(content.rights)}`,
    ].join(' · ');
  }

  protected about({ version, changedBy, changedAt }: BriefTemplateView): string {
    return this.texts.say(changedBy ? 'briefTemplates.about' : 'briefTemplates.aboutNobody', {
      n: version,
      who: changedBy ?? '',
      ago: this.format.ago(changedAt),
    });
  }

  protected create(name: string, content: BriefTemplateContent | null): Promise<void> {
    const [first] = this.presets();
    const base = content ?? (first && { ...first.content, ...nothingSaid });
    return base ? this.write({ name, content: base, template: null }) : Promise.resolve();
  }

  protected change(template: BriefTemplateView): Promise<void> {
    return this.write({ name: template.name, content: template.content, template });
  }

  protected async versions(template: BriefTemplateView): Promise<void> {
    const { VersionsDialog } = await import('./versions-dialog');
    this.dialogs.open(VersionsDialog, { data: template, width: '560px' });
  }

  protected async remove({ id, name }: BriefTemplateView): Promise<void> {
    await confirmed(this.dialogs, {
      title: this.texts.say('briefTemplates.deleteTitle', { name }),
      text: this.texts.say('briefTemplates.deleteText'),
      go: this.texts.say('briefTemplates.delete'),
      command: async () => {
        await this.api.delete(id);
        this.templates.reload();
      },
    });
  }

  private async write(ask: Parameters<typeof import('./template-dialog').writtenTemplate>[1]): Promise<void> {
    const { writtenTemplate } = await import('./template-dialog');
    if (await writtenTemplate(this.dialogs, ask)) this.templates.reload();
  }
}

const nothingSaid = { goal: '', sellingPoints: [], must: [], mustNot: [], components: [], disclosure: '' };
