import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import { ChangePassword, type DemoLogin, FirstRun, type SessionView, SignIn } from '@poolrise/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config';
import { CONFIG } from '../config.module';
import { Calling, type Caller } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { DemoLogins } from './demo-logins';
import { FirstRunService } from './first-run.service';
import { OwnPasswordService } from './own-password.service';
import { sessionCookie, sessionHashOf } from './session-cookie';
import { SessionsService, type Visit } from './sessions.service';

@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly firstRuns: FirstRunService,
    private readonly ownPassword: OwnPasswordService,
    private readonly logins: DemoLogins,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Serves('session')
  view(@Req() request: FastifyRequest): Promise<SessionView> {
    return this.sessions.view(sessionHashOf(this.config, request));
  }

  @Serves('signIn')
  async signIn(
    @Body(checked(SignIn)) ask: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { token, view } = await this.sessions.signIn(ask, this.visitOf(request));
    reply.setCookie(...sessionCookie(this.config, token));
    return view;
  }

  @Serves('firstRun')
  async firstRun(
    @Body(checked(FirstRun)) ask: FirstRun,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { token, view } = await this.firstRuns.setUp(ask, this.visitOf(request));
    reply.setCookie(...sessionCookie(this.config, token));
    return view;
  }

  @Serves('signOut')
  async signOut(@Calling() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (caller.sessionHash) await this.sessions.signOut(caller.sessionHash);
    reply.setCookie(...sessionCookie(this.config, null));
  }

  @Serves('signOutEverywhere')
  async signOutEverywhere(
    @Calling() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (caller.sessionHash) await this.sessions.signOutEverywhere(caller.sessionHash);
    reply.setCookie(...sessionCookie(this.config, null));
  }

  @Serves('changePassword')
  changePassword(
    @Body(checked(ChangePassword)) ask: ChangePassword,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.ownPassword.change(ask, this.visitOf(request));
  }

  @Serves('demoLogins')
  demoLogins(): Promise<DemoLogin[]> {
    return this.logins.list();
  }

  private visitOf(request: FastifyRequest): Visit {
    return {
      ip: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
      sessionHash: sessionHashOf(this.config, request),
    };
  }
}
