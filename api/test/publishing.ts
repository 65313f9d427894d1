import { PublishNote } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';

/** A note somebody wants to publish, by a creator the directory may not know yet; what matters is said in the test. */
export const aNoteToPublish = (about: Partial<PublishNote> = {}): PublishNote =>
  PublishNote.parse({
    ...('creatorId' in about
      ? {}
      : { creator: { redId: 'xiaoman_tea', name: '小满爱喝茶', followers: 1240 } }),
    type: 'image',
    title: '春茶开箱｜明前龙井怎么泡',
    body: '八十度水，先闻香再出汤。新手也能泡出豆花香。',
    topics: ['春茶', '龙井'],
    category: 'food',
    language: 'zh',
    disclosure: 'own_brand',
    requestKey: randomUUID(),
    ...about,
  });
