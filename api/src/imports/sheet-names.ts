/** What Excel takes for the name of a sheet; tables of a JSON document are named by their path. */
const charactersMax = 31;
const forbidden = /[\][:\\/?*\p{C}]+/gu;

/** Names under which a workbook can hold these sheets, each once whatever their case. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain =
      name
        .replace(forbidden, ' ')
        .trim()
        .replace(/^'+|'+$/g, '') || 'Sheet';
    for (let n = 1; ; n++) {
      const ending = n === 1 ? '' : ` ${n}`;
      const free = [...plain].slice(0, charactersMax - ending.length).join('') + ending;
      if (taken.has(free.toLowerCase())) continue;
      taken.add(free.toLowerCase());
      return free;
    }
  });
}
