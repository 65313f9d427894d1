import { DefaultNamingStrategy } from 'typeorm';

const snake = (name: string) =>
  name.replace(/[A-Z]/g, (letter, at: number) => (at ? '_' : '') + letter.toLowerCase());

/** Tables and columns are snake_case in SQL, where screens are written; properties are camelCase in TypeScript. */
export class SnakeNaming extends DefaultNamingStrategy {
  override tableName(className: string, given: string | undefined): string {
    return given ?? snake(className);
  }
  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return [...prefixes, given ?? snake(property)].join('_');
  }
  override primaryKeyName(table: { name: string } | string): string {
    return `${typeof table === 'string' ? table : table.name.replace(/^.*\./, '')}_pkey`;
  }
}
