import type { CreatorFilters } from '@poolrise/contracts';

/** Who fits a search, as somebody who keeps searches needs to know it: ids, without rows and facets. */
export abstract class FindsCreators {
  /** All who fit are counted; the ids are of the first `most` by reads. @throws Refused invalid-input */
  abstract fitting(
    workspaceId: string,
    filters: CreatorFilters,
    most: number,
  ): Promise<{ ids: string[]; total: number }>;
}
