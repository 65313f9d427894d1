import type { Texts } from '../../i18n/texts';

/** Hours as people say them: "12 hours", "3 days". */
export function durationText(hours: number, texts: Texts): string {
  return hours >= 24 && hours % 24 === 0
    ? texts.count('boosts.launch.days', hours / 24)
    : texts.count('boosts.launch.hours', hours);
}
