import { Injectable } from '@nestjs/common';
import type { ApprovalFigure, ApprovalKind } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';

/** For whom a command is carried out: whoever asked for it, also when somebody else approved it. */
export interface Asker {
  workspaceId: string;
  personId: string | null;
}

/** What a command commits, and of what. */
export interface Commitment {
  cents: number;
  title: string;
  subjectId: string | null;
  /** what was before, beside what the rehearsal says */
  figures?: Partial<Record<ApprovalFigure, number>>;
}

/** A command that may have to wait for a second person. */
export interface ApprovableCommand<
  Command extends object = object,
  View extends { id: string } = { id: string },
> {
  kind: ApprovalKind;
  /** under which hat it is carried out: what two workspaces see is written by the engine alone */
  hat: 'workspace' | 'engine';
  /** Null when it commits nothing more than was committed before. */
  commits: (tx: EntityManager, workspaceId: string, command: Command) => Promise<Commitment | null>;
  /** Carries it out inside `tx`, doing nothing outside of it that a rollback would not undo. */
  run: (tx: EntityManager, asker: Asker, command: Command, now: Date) => Promise<View>;
  figures: (view: View, command: Command) => Partial<Record<ApprovalFigure, number>>;
}

/** Every command that may have to wait. The slices bring theirs, so that this one knows none of them. */
@Injectable()
export class ApprovableCommands {
  private readonly known = new Map<ApprovalKind, ApprovableCommand>();

  /** @throws Error when two slices bring a command of the same kind */
  bring<Command extends object, View extends { id: string }>(
    command: ApprovableCommand<Command, View>,
  ): void {
    if (this.known.has(command.kind)) throw new Error(`The command ${command.kind} is brought twice.`);
    this.known.set(command.kind, command as unknown as ApprovableCommand);
  }

  of(kind: ApprovalKind): ApprovableCommand {
    const command = this.known.get(kind);
    if (!command) throw new Error(`No slice brought the command ${kind}.`);
    return command;
  }
}
