import { Injectable } from '@nestjs/common';
import type { ApprovalFigure, ApprovalKind } from '@poolrise/contracts';
import type { CommitmentGround, Committing } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../http/caller';

/** For whom a command is carried out: whoever asked for it, also when somebody else approved it. */
export interface Asker {
  workspaceId: string;
  personId: string | null;
}

type Figures = Partial<Record<ApprovalFigure, number | null>>;

/** What a command commits, and of what. */
export interface Commits {
  /** null: it loosens the limit itself, for which a second person is needed whatever the amount */
  money: (Committing & { ground: CommitmentGround }) | null;
  title: string;
  subjectId: string | null;
  /** what was before, beside what the rehearsal says */
  figures?: Figures;
}

/** A command that may have to wait for a second person. */
export interface ApprovableCommand<Command extends object = object, View extends object = object> {
  kind: ApprovalKind;
  /** under which hat it is carried out: what two workspaces see is written by the engine alone */
  hat: 'workspace' | 'engine';
  /** One request about a thing waits at a time: whoever asks a second one, in another window or in other words, is led to the first. */
  oneAtATime?: boolean;
  /** Does in a transaction of its own what is due before the command, and stays done when that is refused. */
  prepare?: (command: Command, now: Date) => Promise<void>;
  /** Null when it commits nothing more than was committed before. */
  commits: (tx: EntityManager, asker: Asker, command: Command, now: Date) => Promise<Commits | null>;
  /** Carries it out inside `tx`, doing nothing outside of it that a rollback would not undo. */
  run: (tx: EntityManager, asker: Asker, command: Command, now: Date) => Promise<View>;
  figures: (view: View, command: Command) => Figures;
  /** Which boost, race, campaign, recruitment or order came of it. */
  resultId: (view: View) => string;
}

/** Every command that may have to wait. The slices bring theirs, so that this one knows none of them. */
@Injectable()
export class ApprovableCommands {
  private readonly known = new Map<ApprovalKind, ApprovableCommand>();

  /** @throws Error when two slices bring a command of the same kind */
  bring<Command extends object, View extends object>(command: ApprovableCommand<Command, View>): void {
    if (this.known.has(command.kind)) throw new Error(`The command ${command.kind} is brought twice.`);
    this.known.set(command.kind, command as unknown as ApprovableCommand);
  }

  of(kind: ApprovalKind): ApprovableCommand {
    const command = this.known.get(kind);
    if (!command) throw new Error(`No slice brought the command ${kind}.`);
    return command;
  }
}

/** Whoever asked, as the services of the slices know people. */
export const actorOf = ({ workspaceId, personId }: Asker): Actor => ({
  workspaceId,
  person: personId === null ? null : { id: personId },
});

/** Something new: all of it is added to what was committed before. */
export const anew = (ground: CommitmentGround, cents: number): Commits['money'] => ({
  ground,
  cents,
  addsCents: cents,
});
