import { contentPerClick, type World, type WorldNote } from './world';

/** Value of an open itself, and of what follows it on an average note. */
export interface OpenWorth {
  click: number;
  content: number;
}

export function openWorth(world: Pick<World, 'rates' | 'weights'>): OpenWorth {
  return { click: world.weights.click, content: contentPerClick(world) };
}

/** Value of an open of the note, of an average note's. */
export function worthOf(
  { content: lift }: Pick<WorldNote, 'content'>,
  { click, content }: OpenWorth,
): number {
  return (click + content * lift) / (click + content);
}
