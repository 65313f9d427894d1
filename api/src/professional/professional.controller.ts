import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AnswerProfessional,
  ApplyProfessional,
  ChooseIdentity,
  type Page,
  ProfessionalDeskQuery,
  type ProfessionalDeskRow,
  type ProfessionalView,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { ProfessionalQueries } from './professional.queries';
import { ProfessionalService } from './professional.service';

@Controller()
export class ProfessionalController {
  constructor(
    private readonly professional: ProfessionalService,
    private readonly queries: ProfessionalQueries,
  ) {}

  @Serves('professionalAccount')
  view(@WorkspaceId() workspaceId: string, @SignedIn() person: CallingPerson): Promise<ProfessionalView> {
    return this.queries.view(workspaceId, person.role);
  }

  @Serves('chooseIdentity')
  choose(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(ChooseIdentity)) ask: ChooseIdentity,
  ): Promise<ProfessionalView> {
    return this.professional.choose(workspaceId, person, ask);
  }

  @Serves('applyProfessional')
  apply(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(ApplyProfessional)) ask: ApplyProfessional,
  ): Promise<ProfessionalView> {
    return this.professional.apply(workspaceId, person, ask);
  }

  @Serves('withdrawProfessional')
  withdraw(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('professionalApplicationId', checkedId) applicationId: string,
  ): Promise<ProfessionalView> {
    return this.professional.withdraw(workspaceId, person, applicationId);
  }

  @Serves('professionalDesk')
  desk(
    @WorkspaceId() workspaceId: string,
    @Query(checked(ProfessionalDeskQuery)) ask: ProfessionalDeskQuery,
  ): Promise<Page<ProfessionalDeskRow>> {
    return this.queries.desk(workspaceId, ask);
  }

  @Serves('answerProfessional')
  answer(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('deskApplicationId', checkedId) applicationId: string,
    @Body(checked(AnswerProfessional)) ask: AnswerProfessional,
  ): Promise<ProfessionalDeskRow> {
    return this.professional.answer(workspaceId, person, applicationId, ask);
  }
}
