import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovableCommands } from './approvable-commands';
import { ApprovalDoor } from './approval-door';
import { ApprovalRequest } from './approval-request.entity';
import { ApprovableLimit } from './approvable-limit';
import { ApprovalsController } from './approvals.controller';
import { ApprovalsQueries } from './approvals.queries';
import { ApprovalsService } from './approvals.service';
import { Commitment } from './commitment.entity';
import { LimitsController } from './limits.controller';
import { LimitsService } from './limits.service';

/** Acts that commit more money than one person alone may commit. */
@Module({
  imports: [TypeOrmModule.forFeature([ApprovalRequest, Commitment])],
  controllers: [ApprovalsController, LimitsController],
  providers: [
    ApprovableCommands,
    ApprovableLimit,
    ApprovalDoor,
    ApprovalsService,
    ApprovalsQueries,
    LimitsService,
  ],
  exports: [ApprovableCommands, ApprovalDoor],
})
export class ApprovalsModule {}
