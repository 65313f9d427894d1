import type en from './en';

/** Every path that ends in a sentence, as `section.name`: a template with a wrong key does not compile. */
export type TextKey = Leaves<typeof en>;

/** A key that has the two forms `one` and `other`; named without them. */
export type PluralKey = Stem<TextKey>;

/** The other language has the same sections and names; what it says is its own. */
export type Translation<T> = { [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

type Stem<K extends string> = K extends `${infer S}.other` ? (`${S}.one` extends TextKey ? S : never) : never;
