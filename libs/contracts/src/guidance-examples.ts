import type { z } from 'zod';
import type { CheckGuidance } from './guidance';

/** Bodies for the documentation. */
export const guidanceExamples = {
  checkGuidance: {
    title: '办公室冷泡茶怎么泡？3 步就好',
    body: '前一晚放进冰箱，第二天带去公司。茶包和散茶都试过，水温和时间写在图里。',
    topics: ['冷泡茶', '办公室'],
    category: 'food',
    type: 'image',
    media: [{ kind: 'image', width: 1080, height: 1440, brightness: 0.7 }],
    plannedAt: '2036-01-01T20:00:00+08:00',
  },
} satisfies { checkGuidance: z.input<typeof CheckGuidance> };
