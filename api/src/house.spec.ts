import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { jobNames } from './jobs/job-names';

/** The tidy test: reads imports and says in plain words what is crooked. Direction only, never taste. */
const root = path.join(import.meta.dirname, '../..');
const floor = ['db', 'files', 'http', 'jobs', 'live', 'pdf', 'threads'];
const linesMax = 350;

interface Source {
  file: string;
  text: string;
  /** what it imports by value; `import type` leaves no rope behind */
  imports: string[];
  /** … without what it only loads when needed */
  atOnce: string[];
}

const sourcesIn = (pattern: string): Source[] =>
  globSync(pattern, { cwd: root })
    .filter((file) => !/\.(spec|e2e)\.ts$|node_modules|test-setup/.test(file))
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      const named = (pattern: RegExp) =>
        [...text.matchAll(pattern)].map(([, name = '']) =>
          name.startsWith('.') ? path.join(path.dirname(file), name) : name,
        );
      const atOnce = named(/^(?:import|export)\s+(?!type\b)[^;]*?from\s+'([^']+)'/gm);
      return { file, text, atOnce, imports: [...atOnce, ...named(/\bimport\('([^']+)'\)/g)] };
    });

const api = sourcesIn('api/src/**/*.ts');
const libraries = sourcesIn('libs/*/src/**/*.ts');
const everything = [...api, ...libraries, ...sourcesIn('web/src/**/*.ts'), ...sourcesIn('e2e/src/**/*.ts')];

/** 'boosts' of api/src/boosts/boost.entity; '' for what stands at the top. */
const sliceOf = (file: string): string => /^api\/src\/([^/]+)\//.exec(file)?.[1] ?? '';

/** A way round in a graph of who imports whom, or nothing. */
function cycleIn(graph: Map<string, Set<string>>): string[] {
  const done = new Set<string>();
  const walk = (node: string, trail: string[]): string[] => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const cycle = walk(next, [...trail, node]);
      if (cycle.length) return cycle;
    }
    done.add(node);
    return [];
  };
  return [...graph.keys()].map((node) => walk(node, [])).find((cycle) => cycle.length) ?? [];
}

describe('the house', () => {
  it('is read as a whole', () => {
    for (const sources of [api, libraries])
      expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(50);
  });

  it('has slices that do not go in circles', () => {
    const graph = new Map<string, Set<string>>();
    for (const { file, imports } of api)
      for (const to of imports.map(sliceOf))
        if (sliceOf(file) && to && to !== sliceOf(file))
          graph.set(sliceOf(file), (graph.get(sliceOf(file)) ?? new Set()).add(to));
    expect(cycleIn(graph).join(' needs ')).toBe('');
  });

  it('has files that do not go in circles', () => {
    const graph = new Map(everything.map(({ file, atOnce }) => [file.replace(/\.ts$/, ''), new Set(atOnce)]));
    expect(cycleIn(graph).join(' needs ')).toBe('');
  });

  it('has tables that are named where their class is not alone: a bundle gives the second of a name another one', () => {
    const declared = [...api, ...libraries].flatMap(({ file, text }) =>
      [...text.matchAll(/^(?:export )?(?:abstract )?(?:const|class|function|let) (\w+)/gm)].map(
        ([, name = '']) => ({ file, name }),
      ),
    );
    const unnamed = api.flatMap(({ file, text }) =>
      [...text.matchAll(/@Entity\(\)[^]*?^export class (\w+)/gm)].map(([, name = '']) => ({ file, name })),
    );
    expect(unnamed.length).toBeGreaterThan(20);
    const shared = unnamed.filter((one) =>
      declared.some(({ file, name }) => name === one.name && file !== one.file),
    );
    expect(shared).toEqual([]);
  });

  it('has slices that are entered by their service and never by their rows', () => {
    const crooked = api.flatMap(({ file, imports }) =>
      imports
        .filter((to) => to.endsWith('.entity') && sliceOf(file) && sliceOf(to) !== sliceOf(file))
        .map((to) => `${file} takes ${to} from another slice; ask the service of ${sliceOf(to)} instead`),
    );
    expect(crooked).toEqual([]);
  });

  it('has a floor that knows no slice', () => {
    const crooked = api.flatMap(({ file, imports }) =>
      imports
        .filter((to) => floor.includes(sliceOf(file)) && sliceOf(to) && !floor.includes(sliceOf(to)))
        .map((to) => `${file} is floor and stands on ${to}`),
    );
    expect(crooked).toEqual([]);
  });

  it('has insights that read everyone and are read by no one', () => {
    const crooked = api
      .filter(({ file }) => sliceOf(file) && sliceOf(file) !== 'insights')
      .flatMap(({ file, imports }) =>
        imports.filter((to) => sliceOf(to) === 'insights').map((to) => `${file} reads ${to}`),
      );
    expect(crooked).toEqual([]);
  });

  it('keeps the simulated world behind the demo, and tests out of the product', () => {
    const crooked = api.flatMap(({ file, imports }) =>
      imports
        .filter(
          (to) => (to === '@poolrise/scenario' && sliceOf(file) !== 'demo') || to.startsWith('api/test'),
        )
        .map((to) => `${file} imports ${to}`),
    );
    expect(crooked).toEqual([]);
  });

  it('has a domain without a framework, and contracts of schemas alone', () => {
    const allowed: Record<string, RegExp> = {
      domain: /^libs\/domain\//,
      contracts: /^(libs\/contracts\/|@poolrise\/domain$|zod$)/,
    };
    const crooked = libraries.flatMap(({ file, imports }) => {
      const rule = allowed[file.split('/')[1] ?? ''];
      return imports.filter((to) => rule && !rule.test(to)).map((to) => `${file} imports ${to}`);
    });
    expect(crooked).toEqual([]);
  });

  it('has one handler for every job', () => {
    const handled = api.flatMap(({ text }) =>
      [...text.matchAll(/@HandlesJob\('([^']+)'\)/g)].map(([, name]) => name),
    );
    expect(handled.sort()).toEqual([...jobNames].sort());
  });

  it('has no file longer than one can hold in one’s head', () => {
    const long = everything
      .map(({ file, text }) => [file, text.split('\n').length] as const)
      .filter(([, lines]) => lines > linesMax);
    expect(long.map(([file, lines]) => `${file} has ${lines} lines; find the second thing in it`)).toEqual(
      [],
    );
  });
});
