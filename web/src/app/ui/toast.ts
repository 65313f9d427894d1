import { inject, Service } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Texts } from '../../i18n/texts';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';

/** A word at the foot of the window about a command that was just given; read out politely. */
@Service()
export class Toast {
  private readonly snackBar = inject(MatSnackBar);
  private readonly texts = inject(Texts);
  private readonly problems = inject(ProblemText);

  say(words: string): void {
    this.snackBar.open(words, undefined, { duration: 4000 });
  }

  /** As `say`, with a way back; stays a little longer, and calls `back` when it is taken. */
  sayWithWayBack(words: string, way: string, back: () => void): void {
    this.snackBar.open(words, way, { duration: 10_000 }).onAction().subscribe(back);
  }

  /** A refused or failed command: what happened and the way out; stays until it is read. */
  problem(error: unknown): void {
    const words = this.problems.sentence(problemOf(error));
    this.snackBar.open(words, this.texts.say('common.close'), { duration: 10_000, politeness: 'assertive' });
  }
}
