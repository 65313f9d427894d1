import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { ProblemCode, SharedProposal } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { Refusal } from '../problems/refusal';
import { type Answering, SharedDocument } from '../proposals/shared-document';
import { PageTitle } from '../shell/page-title';
import { Toast } from '../ui/toast';
import { LinkDoor } from './link-door';
import { ShareAnswers } from './share-answers';
import { ShareApi } from './share-api';

/** The proposal on screen is older than what stands there by now: it is shown again, with a word about why. */
const staleCodes: ProblemCode[] = ['proposal-moved-on', 'answered-meanwhile', 'not-found'];

/** The page behind a link: for clients who have no account. */
@Component({
  selector: 'app-share-page',
  imports: [
    FormsModule,
    MatButton,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    Refusal,
    SharedDocument,
    LinkDoor,
    T,
  ],
  templateUrl: './share-page.html',
  styleUrl: './share-page.scss',
})
export default class SharePage {
  private readonly api = inject(ShareApi);
  private readonly says = inject(ProblemText);
  private readonly title = inject(PageTitle);
  private readonly toast = inject(Toast);
  protected readonly texts = inject(Texts);
  protected readonly answers = new ShareAnswers();

  readonly token = input.required<string>();
  protected readonly proposal = signal<SharedProposal | null>(null);
  protected readonly failure = signal<unknown>(null);
  private readonly password = signal('');
  protected readonly refusal = signal<string | null>(null);
  protected readonly busy = signal(false);

  private readonly link = computed(() => ({
    token: this.token(),
    ...(this.password() ? { password: this.password() } : {}),
  }));

  constructor() {
    effect(() => {
      this.token();
      untracked(() => void this.open());
    });
  }

  protected async open(): Promise<void> {
    await this.sendAndShow(() => this.api.see(this.link()));
  }

  protected async unlock(password: string): Promise<void> {
    this.password.set(password);
    await this.open();
  }

  protected choose(answering: Answering): void {
    this.answers.choose(answering);
    this.refusal.set(null);
  }

  protected async answer(): Promise<void> {
    const shown = this.proposal();
    const answering = this.answers.answering();
    const item = shown?.items.find(({ id }) => id === answering?.itemId);
    if (!shown || !answering || !item) return;
    const name = this.named();
    if (!name) return;
    const { itemId, verdict } = answering;
    const said = { version: shown.version, itemId, seen: item.answers.length, verdict };
    const comment = this.answers.comment();
    const done = await this.sendAndShow(() => this.api.answer({ ...this.link(), ...said, comment, name }));
    // Whoever has gone on to another creator meanwhile keeps that form.
    if (done && this.answers.answering() === answering) this.answers.close();
  }

  /** As with answers: what is not shown any more is not saved, and the reader sees what is. */
  protected readonly savePdf = async (): Promise<void> => {
    const shown = this.proposal();
    if (!shown) return;
    try {
      await this.api.pdf({ ...this.link(), version: shown.version });
    } catch (error) {
      const { code } = problemOf(error);
      if (code !== 'link-not-open' && !staleCodes.includes(code)) throw error;
      await this.refused(error);
    }
  };

  protected async commentWhole(): Promise<void> {
    const shown = this.proposal();
    const comment = this.answers.whole();
    if (!shown || !comment.trim()) return;
    const name = this.named();
    if (!name) return;
    const ask = { ...this.link(), version: shown.version, comment, name };
    if (await this.sendAndShow(() => this.api.comment(ask))) this.answers.whole.set('');
  }

  /** Who speaks; without a name nothing is sent, and the field says so. */
  private named(): string | null {
    const name = this.answers.name().trim();
    if (name) return name;
    this.refusal.set(this.texts.say('share.nameFirst'));
    document.getElementById('share-name')?.focus();
    return null;
  }

  private async sendAndShow(command: () => Promise<SharedProposal>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      this.show(await command());
      return true;
    } catch (error) {
      await this.refused(error);
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  private show(proposal: SharedProposal): void {
    this.proposal.set(proposal);
    this.failure.set(null);
    this.title.name(proposal.name);
  }

  private async refused(error: unknown): Promise<void> {
    const problem = problemOf(error);
    if (this.proposal() && staleCodes.includes(problem.code)) {
      this.show(await this.api.see(this.link()));
      this.answers.close();
      this.toast.say(
        this.texts.say(problem.code === 'answered-meanwhile' ? 'share.answered' : 'share.newer'),
      );
      return;
    }
    this.failure.set(error);
    if (problem.code === 'link-not-open') this.proposal.set(null);
    // That a password is needed is the page itself; everything else about it is said beside the field.
    if (problem.code !== 'link-password-needed')
      this.refusal.set(`${this.says.title(problem)} ${this.says.remedy(problem)}`);
  }
}
