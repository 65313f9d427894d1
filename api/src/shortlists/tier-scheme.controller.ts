import { Body, Controller } from '@nestjs/common';
import { ChooseTierScheme, type TierSchemeView } from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { TierSchemeService } from './tier-scheme.service';

@Controller()
export class TierSchemeController {
  constructor(private readonly tiers: TierSchemeService) {}

  @Serves('tierScheme')
  chosen(@WorkspaceId() workspaceId: string): Promise<TierSchemeView> {
    return this.tiers.chosen(workspaceId);
  }

  @Serves('chooseTierScheme')
  choose(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(ChooseTierScheme)) { schemeId }: ChooseTierScheme,
  ): Promise<TierSchemeView> {
    return this.tiers.choose(workspaceId, person.id, schemeId);
  }
}
