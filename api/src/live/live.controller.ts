import { Controller, Header, SetMetadata, Sse } from '@nestjs/common';
import { isClient, operations } from '@poolrise/contracts';
import { filter, interval, type Observable, switchMap, takeUntil } from 'rxjs';
import { type Caller, Calling } from '../http/caller';
import { ACCESS, OPERATION } from '../http/serves';
import { type LiveMessage, LiveService } from './live.service';
import { StreamGuard } from './stream-guard';

/** Who signed out, or lost the membership, is off the line within this time. */
const checkEveryMs = 3_000;

@Controller()
export class LiveController {
  constructor(
    private readonly live: LiveService,
    private readonly guard: StreamGuard,
  ) {}

  /** Not @Serves: Nest's own decorator for event streams carries the address. */
  @Sse(operations.live.path)
  @SetMetadata(ACCESS, operations.live.access)
  @SetMetadata(OPERATION, 'live')
  @Header('cache-control', 'no-store')
  stream(@Calling() caller: Caller): Observable<LiveMessage> {
    const gone = interval(checkEveryMs).pipe(
      // The database being away for a moment is no reason to hang up.
      switchMap(() => this.guard.stillThere(caller).catch(() => true)),
      filter((there) => !there),
    );
    const { person } = caller;
    const onlyShared = person !== null && isClient(person.role, person.workspaceKind);
    return this.live.of(caller.workspaceId).pipe(
      // What else is going on in the room is not the client's to know, not even that something is.
      filter(({ type }) => !onlyShared || type === 'proposals' || type === 'ping'),
      takeUntil(gone),
    );
  }
}
