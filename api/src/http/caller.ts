import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { KeyScope, Role, WorkspaceKind } from '@poolrise/contracts';

/** A person signed in, in the role of the workspace spoken for. */
export interface CallingPerson {
  id: string;
  name: string;
  role: Role;
  /** kind of the workspace spoken for */
  workspaceKind: WorkspaceKind;
}

/** Who is asking, as the access guard found out: a person in a workspace, or an application with a key. */
export interface Caller {
  workspaceId: string;
  person: CallingPerson | null;
  key: { id: string; scopes: KeyScope[] } | null;
  sessionHash: Buffer | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

/** Who acts, as far as a service has to know; also whoever asked for what another person agreed to later. */
export interface Actor {
  workspaceId: string;
  person: Pick<CallingPerson, 'id'> | null;
}

const callerOf = (context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<{ caller?: Caller }>();
  if (!caller) throw new Error('a handler asked who is calling on a route without access guard');
  return caller;
};

/** The whole caller. */
export const Calling = createParamDecorator((_: unknown, context: ExecutionContext) => callerOf(context));
/** Id of the workspace the caller speaks for. */
export const WorkspaceId = createParamDecorator(
  (_: unknown, context: ExecutionContext) => callerOf(context).workspaceId,
);
/** The person calling; for routes that no API key may use. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): CallingPerson => {
  const { person } = callerOf(context);
  if (!person) throw new Error('a handler asked for a person on a route that applications may call');
  return person;
});
