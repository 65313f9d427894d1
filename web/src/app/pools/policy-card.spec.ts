import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { PolicyView } from '@poolrise/contracts';
import { type PoolPolicy, presets } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { theConsole } from '../../testing/opened';
import { PolicyCard } from './policy-card';

/** What a policy may keep to itself, and why. Everything else must be on its card. */
const unshown: readonly [path: RegExp, why: string][] = [
  [/^source$/, 'the name of the rule set says it: platform_stated is "As the platform states it"'],
  [/^levels\.\d+\.key$/, 'the name in programs of what levels.name says to people'],
];

/** Every optional constant that no preset uses is in here, so that a walk over the policies meets all there are. */
const everything: PoolPolicy = {
  ...(presets[0] as PoolPolicy),
  name: 'own-rules',
  source: 'custom',
  coldStart: { ...(presets[0] as PoolPolicy).coldStart, formula: 'A', beta: 2, gamma: 3 },
};

type Leaf = string | number;
/** Every constant with its way through the document; entries of a list go by their number, as `levels.0.target`. */
const leavesOf = (tree: object, path = ''): [path: string, leaf: Leaf][] =>
  Object.entries(tree).flatMap(([key, value]: [string, Leaf | object]) =>
    typeof value === 'object' ? leavesOf(value, `${path}${key}.`) : [[path + key, value]],
  );

/** A value that a person would notice: a much larger number, another word, another code that the console knows. */
function another(path: string, leaf: Leaf): Leaf {
  if (path === 'verdict.clearPassAt') return 0.61; // 1 and more is "never", whatever the number
  if (typeof leaf === 'number') return 3 * leaf + 7;
  if (path.endsWith('formula')) return leaf === 'A' ? 'B' : 'A';
  if (path.endsWith('metric')) return leaf === 'ctr' ? 'commentRate' : 'ctr';
  return path.endsWith('noteType') ? 'video' : `${leaf} otherwise`;
}

function changed(policy: PoolPolicy, path: string, leaf: Leaf): PoolPolicy {
  const copy = JSON.parse(JSON.stringify(policy)) as PoolPolicy;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<object>((tree, key) => Reflect.get(tree, key) as object, copy);
  Reflect.set(parent, last, leaf);
  return copy;
}

const viewOf = (policy: PoolPolicy): PolicyView => ({
  id: '66666666-0000-4000-8000-000000000000',
  name: policy.name,
  version: policy.version,
  source: policy.source,
  mark: policy.mark,
  inForce: true,
  createdAt: '2026-11-01T00:00:00Z',
  document: { ...policy },
});

describe('the card of a policy', () => {
  let card: ComponentFixture<PolicyCard>;

  beforeEach(async () => {
    await theConsole();
    card = TestBed.createComponent(PolicyCard);
    show(everything);
    // The clock is a picture at first; its figures stand in its table.
    const button = (card.nativeElement as HTMLElement).querySelector('app-traffic-clock button');
    (button as HTMLElement).click();
  });

  function show(policy: PoolPolicy): string {
    card.componentRef.setInput('policy', viewOf(policy));
    card.detectChanges();
    return (card.nativeElement as HTMLElement).textContent ?? '';
  }

  it.each([...presets, everything])(
    'hides no constant of $name: whoever changes one sees it',
    async (policy) => {
      const texts = TestBed.inject(Texts);
      const asked = leavesOf(policy).filter(([path]) => !unshown.some(([known]) => known.test(path)));
      let hidden = asked.map(([path]) => path);
      for (const language of ['en', 'zh-CN'] as const) {
        await texts.speak(language);
        const before = show(policy);
        hidden = hidden.filter((path) => {
          const leaf = asked.find(([one]) => one === path)?.[1] ?? 0;
          return show(changed(policy, path, another(path, leaf))) === before;
        });
      }
      expect(hidden).toEqual([]);
    },
  );

  it('tells a level that asks for less than the others', () => {
    show(presets.find(({ name }) => name === 'platform-stated') as PoolPolicy);
    const column = [...(card.nativeElement as HTMLElement).querySelectorAll('section tbody td:last-child')]
      .slice(0, 2)
      .map((cell) => [cell.textContent?.trim(), cell.classList.contains('own')]);
    expect(column).toEqual([
      ['20%', true],
      ['50%', false],
    ]);
  });

  it('says by when the guarantee is due, as the domain reckons it', () => {
    expect(show(everything)).toContain('82% of it by half of the time');
  });
});
