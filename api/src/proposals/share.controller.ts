import { Body, Controller, Header, Req } from '@nestjs/common';
import { AnswerProposal, CommentProposal, SeeSharedProposal, type SharedProposal } from '@poolrise/contracts';
import type { FastifyRequest } from 'fastify';
import { visitorOf } from '../accounts/link-keys';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { SharedProposalsService } from './shared-proposals.service';

/** For people who have a link and no account. Cookies, if any came along, are not looked at. */
@Controller()
export class ShareController {
  constructor(private readonly shared: SharedProposalsService) {}

  @Serves('seeSharedProposal')
  @Header('cache-control', 'no-store')
  see(
    @Req() request: FastifyRequest,
    @Body(checked(SeeSharedProposal)) ask: SeeSharedProposal,
  ): Promise<SharedProposal> {
    return this.shared.see(ask, visitorOf(request));
  }

  @Serves('answerProposal')
  @Header('cache-control', 'no-store')
  answer(
    @Req() request: FastifyRequest,
    @Body(checked(AnswerProposal)) ask: AnswerProposal,
  ): Promise<SharedProposal> {
    return this.shared.answer(ask, visitorOf(request));
  }

  @Serves('commentProposal')
  @Header('cache-control', 'no-store')
  comment(
    @Req() request: FastifyRequest,
    @Body(checked(CommentProposal)) ask: CommentProposal,
  ): Promise<SharedProposal> {
    return this.shared.comment(ask, visitorOf(request));
  }
}
