import { type MatchPartKey, matchPartKeys } from '@poolrise/domain';

/** One colour for each part of a score, at 3:1 on a card in both themes; the legend and the title of each say it too. */
export const partColours: Readonly<Record<MatchPartKey, string>> = Object.fromEntries(
  [
    'light-dark(#0b7f86, #35b3b8)',
    'light-dark(#b86e00, #e3a548)',
    'light-dark(#6a58c9, #9d8ef0)',
    'light-dark(#b0417f, #e58abb)',
    'light-dark(#1f7a3d, #69c585)',
    'light-dark(#7d6a2f, #c9b36a)',
    'light-dark(#2f6fb7, #77aee6)',
    'light-dark(#8b4a2f, #d99773)',
    'light-dark(#5f7480, #9fb3bd)',
    'light-dark(#a3323b, #ee8a8a)',
    'light-dark(#4c7a12, #a4cf62)',
  ].map((colour, at) => [matchPartKeys[at], colour]),
) as Record<MatchPartKey, string>;
