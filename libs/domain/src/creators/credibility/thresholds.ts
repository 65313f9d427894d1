/**
 * Where each test begins to call a creator unusual. Each edge is set so that fewer than 2 % of the honest
 * creators with enough data are called so.
 *
 * Source: chosen on the demo worlds of the seeds tune-1 to tune-4 and credibility-1 to credibility-4, with the followers of the
 * demo and with thirty times as many, since large creators have more notes with enough data. `npm run bench --
 * credibility` measures them on other seeds. They are properties of the demo world: whoever has labelled creators of a
 * platform measures them again there.
 */
export const credibilityEdges = {
  /** honest creators called unusual at most, as a share */
  falseAlarmTarget: 0.02,
  /** days: distance of a day's gain from the usual day, in robust standard deviations, and its share of the followers */
  followerSteps: { deviations: 7, share: 0.025, people: 12 },
  /** deviations below the peers' middle, of the logarithm */
  engagedFollowers: { deviations: 2.2 },
  /** deviations above the middle of the category's notes, of the logarithm */
  likeCollectRatio: { deviations: 1.8 },
  /** deviations below it */
  commentShare: { deviations: 2 },
  /** deviations above the share that the readers' clock and the hour of publishing allow */
  nightBurst: { deviations: 2.5 },
  /** interactions that a note needs before more of them than reads are called impossible */
  impossibleReads: { interactions: 10 },
  /** creators besides herself who share at least so many commenters, and how many pairs of the group do */
  commentPods: { accounts: 5, creators: 5, density: 0.5 },
} as const;
