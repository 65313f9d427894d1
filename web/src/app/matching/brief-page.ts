import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { BriefView, BriefWishes } from '@poolrise/contracts';
import {
  audienceDimensions,
  categories,
  type Category,
  creatorNoteKinds,
  type HealthLevel,
  healthLevels,
  subCategories,
  subCategoriesOf,
  tierSchemes,
} from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { CreatorWords } from '../creators/ui/creator-words';
import { Session } from '../session/session';
import { centsOf } from '../ui/cents-of';
import { FailedState } from '../ui/failed-state';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import {
  askedPercent,
  briefFaults,
  type BriefTemplate,
  briefTemplates,
  dayInShanghai,
  emptyBrief,
  wordsOf,
} from './brief-draft';
import { BriefWords } from './brief-words';
import { MatchingApi } from './matching-api';
import { otherDimensions, OtherWishes } from './other-wishes';

const wishDimensions = ['gender', 'age'] as const;

/** A brief as a form: new, or as it was read. */
@Component({
  selector: 'app-brief-page',
  imports: [FailedState, MatButton, OtherWishes, PageHeader, Refusal, RouterLink, Skeleton, T],
  host: { class: 'pr-page' },
  templateUrl: './brief-page.html',
  styleUrl: './brief-page.scss',
})
export default class BriefPage {
  private readonly api = inject(MatchingApi);
  private readonly router = inject(Router);
  protected readonly texts = inject(Texts);
  protected readonly words = inject(BriefWords);
  private readonly creatorWords = inject(CreatorWords);
  protected readonly session = inject(Session);

  readonly briefId = input<string>();

  protected readonly categories = categories;
  protected readonly kinds = creatorNoteKinds;
  protected readonly healthLevels = healthLevels;
  protected readonly genders = audienceDimensions.gender;
  protected readonly ages = audienceDimensions.age;
  protected readonly templates = Object.keys(briefTemplates) as BriefTemplate[];
  protected readonly wishDimensions = wishDimensions;
  protected readonly bands = audienceDimensions;

  protected readonly brief = httpResource<BriefView>(() => {
    const id = this.briefId();
    return id ? `/api/v1/briefs/${id}` : undefined;
  });
  protected readonly draft = signal<BriefWishes | null>(null);
  private readonly read = signal<BriefView | null>(null);
  /** The scheme of a workspace comes with its brief; before there is one, it is the first, which is the default. */
  protected readonly tiers = computed(() => this.read()?.tiers ?? [...(tierSchemes[0]?.tiers ?? [])]);
  protected readonly subs = computed(() => {
    const draft = this.draft();
    return draft ? subCategoriesOf(draft.category) : [];
  });
  protected readonly faults = computed(() => {
    const draft = this.draft();
    if (!draft) return [];
    const moved = this.read()?.wishes.window.to !== draft.window.to;
    const sums = [...wishDimensions, ...otherDimensions]
      .map((dimension) => ({
        name: this.creatorWords.dimension(dimension),
        percent: askedPercent(draft, dimension),
      }))
      .filter(({ percent }) => percent > 100);
    return [
      ...briefFaults(draft, { today: dayInShanghai(new Date()), windowMoved: moved }),
      ...sums.map((words) => ({ key: 'matching.form.fault.audience' as const, words })),
    ];
  });
  protected readonly named = computed(() => this.read()?.named ?? []);
  protected readonly keywordText = computed(() =>
    (this.draft()?.keywords ?? []).map(({ word }) => word).join(this.texts.chinese() ? '，' : ', '),
  );
  protected readonly tried = signal(false);
  protected readonly sending = sending();
  private readonly requestKey = crypto.randomUUID();

  constructor() {
    effect(() => {
      const view = this.brief.hasValue() ? this.brief.value() : null;
      const fresh = !this.briefId();
      untracked(() => {
        if (view) {
          this.read.set(view);
          this.draft.set(view.wishes);
        } else if (fresh && !this.draft()) this.draft.set(emptyBrief(new Date()));
      });
    });
  }

  protected templateWord(template: BriefTemplate): string {
    return this.texts.say(`matching.form.templates.${template}`);
  }

  protected categoryWord(category: Category): string {
    return this.texts.say(`common.category.${category}`);
  }

  protected kindWord(kind: BriefWishes['kind']): string {
    return this.texts.say(`matching.kindName.${kind}`);
  }

  protected healthWord(level: HealthLevel): string {
    return this.texts.say(`matching.health.${level}`);
  }

  protected sub(key: string): string {
    const known = subCategories as Record<string, { name: { zh: string; en: string } }>;
    return known[key] ? this.texts.of(known[key].name) : key;
  }

  protected dimension(dimension: (typeof wishDimensions)[number]): string {
    return this.texts.say(dimension === 'gender' ? 'matching.form.genders' : 'matching.form.ages');
  }

  protected band(dimension: (typeof wishDimensions)[number], value: string): string {
    return dimension === 'gender' ? this.words.gender(value as 'female') : this.words.age(value as '18-24');
  }

  protected percentOf(dimension: string, value: string): number {
    const found = this.draft()?.audience.find((one) => one.dimension === dimension && one.value === value);
    return Math.round((found?.share ?? 0) * 100);
  }

  protected set<Key extends keyof BriefWishes>(key: Key, value: BriefWishes[Key]): void {
    this.draft.update((draft) => draft && { ...draft, [key]: value });
  }

  protected text(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;
  }

  protected checked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected category(category: string): void {
    this.set('subCategories', []);
    this.set('category', category as Category);
  }

  protected health(level: string): void {
    this.set('requiredHealth', level ? (level as BriefWishes['requiredHealth']) : null);
  }

  protected start(template: BriefTemplate): void {
    const { target, audience, subCategories: subs } = briefTemplates[template];
    this.draft.update(
      (draft) =>
        draft && {
          ...draft,
          category: template,
          subCategories: [...subs],
          target: { genders: [...target.genders], ages: [...target.ages] },
          audience: audience.map((wish) => ({ ...wish })),
        },
    );
  }

  protected keywords(text: string): void {
    // Weights that were set before stay with their words.
    const before = new Map(this.draft()?.keywords.map(({ word, weight }) => [word, weight]));
    this.set(
      'keywords',
      wordsOf(text)
        .slice(0, 12)
        .map((word) => ({ word: word.slice(0, 30), weight: before.get(word) ?? 1 })),
    );
  }

  protected competitors(text: string): void {
    this.set('competitors', wordsOf(text).slice(0, 20));
  }

  protected target(trait: 'genders' | 'ages', choice: string): void {
    this.draft.update((draft) => {
      if (!draft) return draft;
      const all: readonly string[] = trait === 'genders' ? this.genders : this.ages;
      const before: readonly string[] = draft.target[trait];
      const after = all.filter((one) => (one === choice) !== before.includes(one));
      return { ...draft, target: { ...draft.target, [trait]: after } };
    });
  }

  protected toggle(key: 'tierKeys' | 'subCategories' | 'excludedIds', choice: string): void {
    const before = this.draft()?.[key] ?? [];
    this.set(key, before.includes(choice) ? before.filter((one) => one !== choice) : [...before, choice]);
  }

  protected wish(dimension: (typeof wishDimensions)[number], value: string, percent: string): void {
    const share = Math.min(100, Math.max(0, Number(percent) || 0)) / 100;
    const others = (this.draft()?.audience ?? []).filter(
      (one) => one.dimension !== dimension || one.value !== value,
    );
    this.set('audience', share > 0 ? [...others, { dimension, value, share }] : others);
  }

  protected budget(yuan: string): void {
    this.set('budgetCents', centsOf(yuan) ?? 0);
  }

  protected perNote(yuan: string): void {
    this.set('perNoteCents', yuan.trim() ? (centsOf(yuan) ?? 0) : null);
  }

  protected whole(key: 'followersFrom' | 'followersTo' | 'ordersMax', text: string): void {
    const number = Number.parseInt(text, 10);
    this.set(key, Number.isFinite(number) ? number : null);
  }

  protected days(text: string): void {
    this.set('competitorDays', Math.min(365, Math.max(0, Number.parseInt(text, 10) || 0)));
  }

  protected window(side: 'from' | 'to', day: string): void {
    const draft = this.draft();
    if (draft) this.set('window', { ...draft.window, [side]: day });
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    const wishes = this.draft();
    if (!wishes || this.faults().length > 0) return;
    await this.sending.send(async () => {
      const read = this.read();
      const { id } = read
        ? await this.api.change(read.id, { wishes, version: read.version })
        : await this.api.write({ wishes, requestKey: this.requestKey });
      await this.router.navigate(this.session.to('match', id));
    });
  }
}
