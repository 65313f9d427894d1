import { Body, Controller, Header, Param, Req } from '@nestjs/common';
import {
  type DirectoryMediaKit,
  type MediaKitDesk,
  type NewKitLinkView,
  OpenKitLink,
  SaveMediaKit,
  SeeMediaKit,
  type SharedMediaKit,
} from '@poolrise/contracts';
import type { FastifyRequest } from 'fastify';
import { visitorOf } from '../accounts/link-keys';
import { type Caller, Calling, type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { MediaKitLinksService } from './media-kit-links.service';
import { MediaKitsQueries } from './media-kits.queries';
import { MediaKitsService } from './media-kits.service';

@Controller()
export class MediaKitsController {
  constructor(
    private readonly queries: MediaKitsQueries,
    private readonly kits: MediaKitsService,
    private readonly links: MediaKitLinksService,
  ) {}

  @Serves('mediaKit')
  desk(@WorkspaceId() workspaceId: string): Promise<MediaKitDesk> {
    return this.queries.desk(workspaceId);
  }

  @Serves('saveMediaKit')
  async save(
    @Calling() caller: Caller,
    @Body(checked(SaveMediaKit)) ask: SaveMediaKit,
  ): Promise<MediaKitDesk> {
    await this.kits.save(caller, ask);
    return this.queries.desk(caller.workspaceId);
  }

  @Serves('openMediaKitLink')
  open(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(OpenKitLink)) ask: OpenKitLink,
  ): Promise<NewKitLinkView> {
    return this.links.open(workspaceId, person.id, ask);
  }

  @Serves('revokeMediaKitLink')
  revoke(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('linkId', checkedId) linkId: string,
  ): Promise<void> {
    return this.links.revoke(workspaceId, person.id, linkId);
  }

  @Serves('creatorMediaKit')
  inDirectory(@Param('creatorId', checkedId) creatorId: string): Promise<DirectoryMediaKit> {
    return this.queries.inDirectory(creatorId);
  }

  /** For people who have a link and no account. Cookies, if any came along, are not looked at. */
  @Serves('seeMediaKit')
  @Header('cache-control', 'no-store')
  see(@Req() request: FastifyRequest, @Body(checked(SeeMediaKit)) ask: SeeMediaKit): Promise<SharedMediaKit> {
    return this.links.see(ask, visitorOf(request));
  }
}
