/**
 * The shape a second language must have: every key of the Chinese text, each a string. English may add the `_one`
 * form beside a counted `_other`; Chinese has no singular.
 */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]>;
} & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]?: string;
};
