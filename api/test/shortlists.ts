import { CreatorSearchService } from '../src/creators/search/creator-search.service';
import { IndexFollower } from '../src/creators/search/index-follower';
import { CreatorListsQueries } from '../src/shortlists/creator-lists.queries';
import { CreatorListsService } from '../src/shortlists/creator-lists.service';
import { CreatorMarksQueries } from '../src/shortlists/creator-marks.queries';
import { CreatorMarksService } from '../src/shortlists/creator-marks.service';
import { CreatorSetsQueries } from '../src/shortlists/creator-sets.queries';
import { CreatorExportService } from '../src/shortlists/export/creator-export.service';
import { SavedSearchesService } from '../src/shortlists/saved-searches.service';
import type { TestDatabase } from './database';

/** Everything about shortlists on a spec's database; the search answers from PostgreSQL, which has no lag. */
export function shortlistsOn({ db, url }: TestDatabase) {
  const sets = new CreatorSetsQueries(db);
  const search = new CreatorSearchService(db, new IndexFollower({ DATABASE_URL: url }), sets);
  return {
    lists: new CreatorListsService(db),
    listQueries: new CreatorListsQueries(db),
    marks: new CreatorMarksService(db),
    markQueries: new CreatorMarksQueries(db),
    sets,
    search,
    searches: new SavedSearchesService(db, search),
    exports: new CreatorExportService(db, search),
  };
}

export const entriesOf = (...creatorIds: string[]) => ({
  entries: creatorIds.map((creatorId) => ({ creatorId, note: '', tags: [] })),
});
