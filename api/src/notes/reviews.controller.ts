import { Body, Controller, Param, Query } from '@nestjs/common';
import { AnswerReview, type Page, PageQuery, type ReviewAnswer, type ReviewRow } from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { ReviewsQueries } from './reviews.queries';
import { ReviewsService } from './reviews.service';

@Controller()
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly queries: ReviewsQueries,
  ) {}

  @Serves('reviews')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) query: PageQuery,
  ): Promise<Page<ReviewRow>> {
    return this.queries.list(workspaceId, query);
  }

  @Serves('answerReview')
  answer(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('noteId', checkedId) noteId: string,
    @Body(checked(AnswerReview)) ask: AnswerReview,
  ): Promise<ReviewAnswer> {
    return this.reviews.answer(workspaceId, person, noteId, ask);
  }
}
