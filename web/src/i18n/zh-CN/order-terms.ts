/** Terms that are bargained about beside the price. */
export const orderTerms = {
  more: '同时商议条款：授权、环节、退回次数、交稿日期',
  revisions: '最多退回几次',
  revisionsHint: '0–{{max}} 次；用完后，下一稿无需品牌再审',
  revisionsFault: '请输入 0 至 {{max}} 的整数。',
  with: '增加：{{stage}}',
  without: '取消：{{stage}}',
  times: { one: '{{n}} 次', other: '{{n}} 次' },
  change: {
    protectionDays: '保护期：{{from}} → {{to}}',
    rights: '使用授权：{{from}} → {{to}}',
    revisionsMost: '最多退回：{{from}} → {{to}}',
    draftDueAt: '交稿日期：{{from}} → {{to}}',
  },
};
