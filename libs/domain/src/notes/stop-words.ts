import type { Language } from './note';

const zh =
  '的 了 和 是 在 我 你 他 她 它 们 我们 你们 他们 大家 自己 也 都 就 还 又 很 太 最 更 这 那 这个 那个 这些 那些 这样 那样 有 没有 不 不是 一个 一些 一下 一次 ' +
  '什么 怎么 如何 为什么 可以 可能 应该 要 会 能 让 把 被 给 对 从 到 与 及 或 而 但 但是 因为 所以 如果 虽然 然后 之后 之前 以及 吧 吗 呢 啊 哦 哈 呀 嘛 着 过 得 地 上 下 里 中 后 前 ' +
  '真的 非常 超级 特别 有点 觉得 感觉 知道 时候 今天 现在 已经 直接 其实 起来 出来 看到 笔记 分享 姐妹 宝子 家人们';

const en =
  'a about after all also am an and any are as at be because been before being but by can could did do does doing down each few for from ' +
  'further had has have having he her here hers him his how i if in into is it its just me more most my no nor not now of off on once only ' +
  'or other our out over own really same she should so some such than that the their them then there these they this those through to too ' +
  'under until up us very was we were what when where which while who why will with would you your yours';

/** Words that say nothing about what a note is about. Compared in lower case. */
export const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  zh: new Set(zh.split(' ')),
  en: new Set(en.split(' ')),
};

export function isStopWord(word: string): boolean {
  return stopWords.zh.has(word) || stopWords.en.has(word);
}
