/** Good bodies for the operations of media kits. */
export const mediaKitExamples = {
  saveMediaKit: {
    version: 1,
    language: 'both' as const,
    introZh: '在无锡喝茶、写茶。只写自己喝过的。',
    introEn: 'Tea from Wuxi. I write only of what I drank myself.',
    includedZh: '一次拍摄，三到九张图，发布后置顶一周。',
    includedEn: 'One shooting, three to nine pictures, pinned for a week.',
    sections: ['figures' as const, 'audience' as const, 'notes' as const, 'rates' as const],
    noteIds: [],
    terms: {
      protectionDays: 30,
      revisionsMost: 2,
      rights: {
        channels: ['platform-ads' as const],
        territory: 'mainland' as const,
        editsAllowed: false,
        days: 180,
      },
    },
    visible: true,
  },
  openMediaKitLink: { days: 30, password: 'first-flush' },
  seeMediaKit: { token: 'q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c', password: 'first-flush' },
};
