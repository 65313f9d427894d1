/** Refusals of reward plans: what is wrong, and the way out. */
export const rewardProblems = {
  title: {
    'reward-unfit': '账号还不满足这个计划的条件',
    'reward-plan-closed': '计划现在没有开放',
    'reward-quota-gone': '名额已经领完',
    'reward-not-achieved': '任务还没有完成',
    'reward-already-claimed': '这份奖励已经领过了',
    'reward-over': '这份奖励已经结束',
    'reward-not-held': '这次领取已经不在审核中',
    'reward-plan-moved-on': '有人先改了这个计划',
    'reward-plan-opened': '计划已经开放，博主读过它的条款',
    'reward-plan-stands': '计划现在不能这样操作',
    'reward-already-answered': '已经有人处理过这次领取',
  },
  remedy: {
    'reward-unfit': '计划页的每一条条件都写着还差多少。',
    'reward-plan-closed': '看一下开放和截止时间；暂停的计划之后会继续。',
    'reward-quota-gone': '审核未通过的领取会退回名额，也可以看看别的计划。',
    'reward-not-achieved': '看一下每项任务的进度，统计会比阅读晚几秒。',
    'reward-already-claimed': '刷新页面，看看领到了什么。',
    'reward-over': '领取截止时间写在计划页上。',
    'reward-not-held': '刷新页面，看看审核结果。',
    'reward-plan-moved-on': '刷新页面，看看现在的内容。',
    'reward-plan-opened': '可以增加名额或提前截止；要改条款，请新建一个计划。',
    'reward-plan-stands': '刷新页面，能做什么取决于计划的状态和截止时间。',
    'reward-already-answered': '列表里是还在等的领取。',
  },
};
