import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { KitLinkView, MediaKitDesk } from '@poolrise/contracts';
import { kitBounds, type KitLanguage, kitLanguages, type KitSection, kitSections } from '@poolrise/domain';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { OrderTabs } from '../collaborations/order-tabs';
import { RightsFields } from '../collaborations/rights/rights-fields';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import type { LinkAsk } from '../share/link-dialog';
import { ChoiceField } from '../ui/choice-field';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { focusFault } from '../ui/focus-fault';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { SureDialog } from '../ui/sure-dialog';
import { TextField } from '../ui/text-field';
import { Toast } from '../ui/toast';
import { KitDocument } from './kit-document';
import { type KitDraft, kitDraftOf, type KitFault, kitFaults, kitOf, previewOf, toggled } from './kit-draft';
import { KitLinks } from './kit-links';
import { KitNotes } from './kit-notes';
import { mediaKitPath, MediaKitsApi } from './media-kits-api';

/** Where a creator makes the media kit: what is written and chosen, how brands see it, and the links to it. */
@Component({
  selector: 'app-media-kit-page',
  imports: [
    ChoiceField,
    EmptyState,
    FailedState,
    Icon,
    KitDocument,
    KitLinks,
    KitNotes,
    MatButton,
    OrderTabs,
    PageHeader,
    Refusal,
    RightsFields,
    RouterLink,
    Skeleton,
    T,
    TextField,
  ],
  host: { class: 'pr-page' },
  templateUrl: './media-kit-page.html',
  styleUrls: ['../ui/form-page.scss', './media-kit-page.scss'],
})
export default class MediaKitPage {
  private readonly api = inject(MediaKitsApi);
  private readonly dialogs = inject(MatDialog);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly sending = sending();

  protected readonly kit = httpResource<MediaKitDesk>(() => mediaKitPath);
  protected readonly view = kept(() => 'kit', this.kit);
  protected readonly mayWrite = computed(() => this.session.may('write:orders'));
  protected readonly bounds = kitBounds;
  protected readonly sections = kitSections;
  protected readonly languages = kitLanguages;
  protected readonly refusal = computed(() => (this.dirty() ? this.sending.refusal() : null));
  protected readonly movedOn = computed(
    () => this.dirty() && this.sending.problem()?.code === 'media-kit-moved-on',
  );
  protected readonly languageWord = (one: KitLanguage): string => this.texts.say(`mediaKit.language.${one}`);

  /** what is typed, made of the version it names; null before the first answer */
  protected readonly draft = signal<KitDraft | null>(null);
  /** faults are said once saving was tried */
  protected readonly tried = signal(false);
  private readonly clean = signal<KitDraft | null>(null);
  protected readonly dirty = computed(() => {
    const [draft, clean] = [this.draft(), this.clean()];
    return draft !== null && clean !== null && JSON.stringify(kitOf(draft)) !== JSON.stringify(kitOf(clean));
  });
  protected readonly preview = computed(() => {
    const view = this.view();
    return view ? previewOf(view, this.draft() ?? kitDraftOf(view)) : null;
  });
  protected readonly introFields = computed(() => this.spoken('introZh', 'introEn'));
  protected readonly includedFields = computed(() => this.spoken('includedZh', 'includedEn'));
  protected readonly protectionBounds = computed(() => {
    const rules = this.view()?.rules;
    return { min: rules?.protectionDaysLeast ?? 0, max: rules?.protectionDaysMost ?? 0 };
  });
  protected readonly standing = computed(() => {
    if (this.dirty()) return this.texts.say('mediaKit.unsaved');
    const savedAt = this.view()?.savedAt ?? null;
    return savedAt === null
      ? this.texts.say('mediaKit.never')
      : this.texts.say('mediaKit.upToDate', { ago: this.format.ago(savedAt) });
  });

  constructor() {
    reloadOn(this.kit, 'media-kits', 'notes', 'desks');
    // What somebody else saved is taken over as long as nothing is typed here; else saving says so.
    effect(() => {
      const view = this.view();
      untracked(() => {
        if (view && !this.dirty() && this.draft()?.version !== view.version) this.begin(view);
      });
    });
  }

  protected set<K extends keyof KitDraft>(part: K, value: KitDraft[K]): void {
    this.draft.update((draft) => draft && { ...draft, [part]: value });
  }

  /** What is hidden cannot be mended: terms go back to what was saved when prices are not shown. */
  protected show(section: KitSection): void {
    const clean = this.clean();
    this.draft.update((draft) => {
      if (!draft) return draft;
      const sections = toggled(draft.sections, section);
      if (sections.includes('rates') || !clean) return { ...draft, sections };
      const { protectionDays, revisionsMost, rights } = clean;
      return { ...draft, sections, protectionDays, revisionsMost, rights };
    });
  }

  protected toggleNote(id: string): void {
    this.draft.update((draft) => {
      if (!draft) return draft;
      const others = draft.noteIds.filter((one) => one !== id);
      const noteIds = others.length < draft.noteIds.length ? others : [...others, id];
      return noteIds.length > kitBounds.notesMost ? draft : { ...draft, noteIds };
    });
  }

  protected fault(which: KitFault): string | null {
    const [draft, view] = [this.draft(), this.view()];
    if (!this.tried() || !draft || !view || !kitFaults(draft, view.rules).includes(which)) return null;
    return which === 'revisions'
      ? this.texts.say('mediaKit.fault.revisions', { max: view.rules.revisionsMost })
      : this.texts.say('mediaKit.fault.protection', this.protectionBounds());
  }

  /** What the check found in a text, with its words. */
  protected refusedAt(field: string): string | null {
    const problem = this.sending.problem();
    return problem?.fields?.find((one) => one.field === `/${field}`)?.detail ?? null;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const [draft, view] = [this.draft(), this.view()];
    if (!draft || !view) return;
    if (kitFaults(draft, view.rules).length > 0) {
      focusFault(event);
      return;
    }
    const saved = await this.sending.send(async () => {
      const answer = await this.api.save(kitOf(draft));
      this.kit.set(answer);
      this.begin(answer);
    });
    if (saved) this.toast.say(this.texts.say('mediaKit.saved'));
  }

  /** Drops what is typed for what somebody else saved. */
  protected readAgain(): void {
    this.clean.set(null);
    this.draft.set(null);
    this.kit.reload();
  }

  protected async makeLink(): Promise<void> {
    const { LinkDialog } = await import('../share/link-dialog');
    const data: LinkAsk = {
      title: this.texts.say('mediaKit.link.title'),
      text: this.texts.say('mediaKit.link.text'),
      open: async (ask) => `share/kit/${(await this.api.openLink(ask)).token}`,
    };
    await firstValueFrom(this.dialogs.open(LinkDialog, { width: '500px', data }).afterClosed());
    this.kit.reload();
  }

  protected closeLink({ id }: KitLinkView): void {
    this.dialogs
      .open(SureDialog, {
        width: '440px',
        data: {
          title: this.texts.say('mediaKit.link.sureTitle'),
          effect: this.texts.say('mediaKit.link.sureText'),
          confirm: this.texts.say('mediaKit.link.close'),
          send: async () => {
            await this.api.revokeLink(id);
            this.toast.say(this.texts.say('mediaKit.link.closedNow'));
          },
        },
      })
      .afterClosed()
      .subscribe(() => this.kit.reload());
  }

  protected print(): void {
    window.print();
  }

  private begin(view: MediaKitDesk): void {
    const draft = kitDraftOf(view);
    this.clean.set(draft);
    this.draft.set(draft);
    this.tried.set(false);
  }

  private spoken<Zh extends string, En extends string>(zh: Zh, en: En): (Zh | En)[] {
    const language = this.draft()?.language ?? 'both';
    return [...(language === 'en' ? [] : [zh]), ...(language === 'zh' ? [] : [en])];
  }
}
