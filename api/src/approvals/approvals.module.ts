import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovableCommands } from './approvable-commands';
import { ApprovalDoor } from './approval-door';
import { ApprovalRequest } from './approval-request.entity';
import { ApprovalsController } from './approvals.controller';
import { ApprovalsQueries } from './approvals.queries';
import { ApprovalsService } from './approvals.service';

/** Acts that commit more money than one person alone may commit. */
@Module({
  imports: [TypeOrmModule.forFeature([ApprovalRequest])],
  controllers: [ApprovalsController],
  providers: [ApprovableCommands, ApprovalDoor, ApprovalsService, ApprovalsQueries],
  exports: [ApprovableCommands, ApprovalDoor],
})
export class ApprovalsModule {}
