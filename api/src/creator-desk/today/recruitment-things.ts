import { dayInShanghai, netOfEarned, orderRulesOn } from '@poolrise/domain';
import type { BoardQueries } from '../../recruitments/board.queries';
import { aThing, type TodayProvider } from './today-provider';

const weekMs = 7 * 86_400_000;
/** The board has them in the order in which they close; a few are enough, since the board shows the rest. */
const looked = 12;

/** Recruitments that fit this creator, close within a week, and were not applied to. */
export const recruitmentThings = (board: BoardQueries): TodayProvider => ({
  kinds: ['recruitment-closing'],
  ability: 'read:orders',
  async find({ workspaceId, now }) {
    const { items } = await board.list(workspaceId, { show: 'fitting', limit: looked }, now);
    return items
      .filter(({ own, applyUntil }) => own === null && Date.parse(applyUntil) - now.getTime() <= weekMs)
      .map(({ id, name, brandName, quoteMostCents, publishedAt, applyUntil }) =>
        aThing({
          kind: 'recruitment-closing',
          subjectId: id,
          title: name,
          who: brandName,
          // The rules of the day on which it was published are those of its orders.
          cents: netOfEarned(quoteMostCents, orderRulesOn(dayInShanghai(new Date(publishedAt)))),
          centsAtMost: true,
          lapsesAt: applyUntil,
        }),
      );
  },
});
