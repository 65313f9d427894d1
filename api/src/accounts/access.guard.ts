import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { can, LiveQuery, type Operation, type OperationId, operations } from '@poolrise/contracts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Config } from '../config';
import { CONFIG } from '../config.module';
import type { Caller } from '../http/caller';
import { refuseUnasked } from '../http/refuse-unasked';
import { Refused } from '../http/refused';
import { ACCESS, OPERATION } from '../http/serves';
import { AccessService } from './access.service';
import { refuseCrossSite } from './cross-site';
import { sessionHashOf } from './session-cookie';

const WorkspaceHeader = z.uuid();

/** Stands before every route: the contract says who may call, the request says who calls. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<Operation['access'] | undefined>(ACCESS, context.getHandler());
    // A route that says nothing is closed, not open.
    if (!rule) throw new Error(`${context.getClass().name} has a route without access rule`);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const operation = this.reflector.get<OperationId | undefined>(OPERATION, context.getHandler());

    if (request.headers.authorization !== undefined && !('open' in rule))
      request.caller = await this.application(rule, request.headers.authorization);
    else {
      refuseCrossSite(request);
      if (!('open' in rule)) request.caller = await this.person(rule, request, operation);
    }
    if (operation) refuseUnasked(operations[operation], request);
    return true;
  }

  private application(rule: Operation['access'], authorization: string): Promise<Caller> {
    if ('scope' in rule) return this.access.keyFor(authorization, rule.scope);
    throw new Refused('key-scope-missing', {
      detail: 'No API key may do this; a person has to sign in.',
      remedy: 'Leave the header Authorization out and sign in.',
    });
  }

  private async person(
    rule: Operation['access'],
    request: FastifyRequest,
    operation: OperationId | undefined,
  ): Promise<Caller> {
    if (!('ability' in rule || 'signedIn' in rule))
      throw new Refused('not-signed-in', { detail: 'This address is for applications with an API key.' });
    const sessionHash = sessionHashOf(this.config, request);
    if ('signedIn' in rule) return this.access.signedIn(sessionHash);
    const caller = await this.access.personFor(sessionHash, workspaceAskedFor(request, operation));
    if (!caller.person || !can(caller.person.role, rule.ability, caller.person.workspaceKind))
      throw new Refused('role-too-low');
    return caller;
  }
}

/** An EventSource cannot send headers, so the live stream alone names its workspace in the query. */
function workspaceAskedFor(request: FastifyRequest, operation: OperationId | undefined): string | undefined {
  const header = request.headers['x-workspace'];
  if (operation === 'live') {
    const query = LiveQuery.safeParse(request.query);
    if (!query.success) throw new Refused('invalid-input', { field: 'query.workspace' });
    if (query.data.workspace) return query.data.workspace;
  }
  if (header === undefined) return undefined;
  const parsed = WorkspaceHeader.safeParse(header);
  if (!parsed.success) throw new Refused('invalid-input', { field: 'header.x-workspace' });
  return parsed.data;
}
