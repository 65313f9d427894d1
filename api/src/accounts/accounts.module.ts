import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StreamGuard } from '../live/stream-guard';
import { LedgerModule } from '../ledger/ledger.module';
import { AccessGuard } from './access.guard';
import { AccessService } from './access.service';
import { ApiKey } from './api-key.entity';
import { ApiKeysController } from './api-keys.controller';
import { ApiKeysQueries } from './api-keys.queries';
import { ApiKeysService } from './api-keys.service';
import { AuditEvent } from './audit-event.entity';
import { DemoLogins } from './demo-logins';
import { FirstRunService } from './first-run.service';
import { Invitation } from './invitation.entity';
import { InvitationsController } from './invitations.controller';
import { InvitationsQueries } from './invitations.queries';
import { InvitationsService } from './invitations.service';
import { Member } from './member.entity';
import { LinkKeys } from './link-keys';
import { MembersController } from './members.controller';
import { MembersQueries } from './members.queries';
import { MembersService } from './members.service';
import { Newcomers } from './newcomers';
import { OwnPasswordService } from './own-password.service';
import { Passwords } from './passwords';
import { Person } from './person.entity';
import { Session } from './session.entity';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';
import { SignInThrottle } from './sign-in-throttle';
import { Workspace } from './workspace.entity';
import { WorkspacesController } from './workspaces.controller';
import { WorkspacesService } from './workspaces.service';

/** Who may come in: people with a session, applications with a key. Guards every route and open stream of the process. */
@Global()
@Module({
  imports: [
    LedgerModule,
    TypeOrmModule.forFeature([Workspace, Person, Member, Invitation, Session, ApiKey, AuditEvent]),
  ],
  controllers: [
    SessionsController,
    WorkspacesController,
    MembersController,
    InvitationsController,
    ApiKeysController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: StreamGuard, useExisting: AccessService },
    AccessService,
    ApiKeysQueries,
    ApiKeysService,
    DemoLogins,
    FirstRunService,
    InvitationsQueries,
    InvitationsService,
    LinkKeys,
    MembersQueries,
    MembersService,
    Newcomers,
    OwnPasswordService,
    Passwords,
    SessionsService,
    SignInThrottle,
    WorkspacesService,
  ],
  exports: [AccessService, LinkKeys, Passwords, SignInThrottle, StreamGuard, WorkspacesService],
})
export class AccountsModule {}
