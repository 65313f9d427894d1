import { Body, Controller, Param, Query } from '@nestjs/common';
import { CreateKey, type KeyView, type NewKeyView, type Page, PageQuery } from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { ApiKeysQueries } from './api-keys.queries';
import { ApiKeysService } from './api-keys.service';

@Controller()
export class ApiKeysController {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly queries: ApiKeysQueries,
  ) {}

  @Serves('keys')
  page(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) ask: PageQuery,
  ): Promise<Page<KeyView>> {
    return this.queries.page(workspaceId, ask);
  }

  @Serves('createKey')
  create(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(CreateKey)) ask: CreateKey,
  ): Promise<NewKeyView> {
    return this.keys.create(workspaceId, person.id, ask);
  }

  @Serves('revokeKey')
  async revoke(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('keyId', checkedId) keyId: string,
  ): Promise<void> {
    await this.keys.revoke(workspaceId, person.id, keyId);
  }
}
