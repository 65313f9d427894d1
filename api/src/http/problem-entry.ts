/** Status, title and way out of a refusal. */
export interface Entry {
  status: number;
  title: string;
  remedy: string;
}
export const entry = (status: number, title: string, remedy: string): Entry => ({ status, title, remedy });
