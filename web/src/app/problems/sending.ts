import { inject, signal } from '@angular/core';
import type { FormGroup } from '@angular/forms';
import type { Problem } from '@poolrise/contracts';
import { problemOf } from './problem-of';
import { ProblemText } from './problem-text';
import { refuseFields } from './refuse-fields';

/** The command of a form or a dialog: one at a time, with what the api says against it. */
export class Sending {
  private readonly under = signal(false);
  private readonly words = signal<string | null>(null);
  private readonly against = signal<Problem | null>(null);

  readonly busy = this.under.asReadonly();
  /** What was refused and the way out, unless it stands at the fields of the form. */
  readonly refusal = this.words.asReadonly();
  /** The refusal itself, for what its code or its figures change. */
  readonly problem = this.against.asReadonly();

  constructor(private readonly says: ProblemText) {}

  /** Sends `command` unless one is on its way. Returns whether it was carried out. */
  async send(command: () => Promise<void>, form?: FormGroup): Promise<boolean> {
    if (this.under()) return false;
    this.under.set(true);
    this.words.set(null);
    this.against.set(null);
    try {
      await command();
      return true;
    } catch (error) {
      const problem = problemOf(error);
      const words = this.says.sentence(problem);
      this.against.set(problem);
      if (!form || !refuseFields(form, problem, words)) this.words.set(words);
      return false;
    } finally {
      this.under.set(false);
    }
  }
}

/** In an injection context: what a form sends with. */
export const sending = (): Sending => new Sending(inject(ProblemText));
