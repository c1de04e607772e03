/** The shape that every further language must have: that of English, key by key. */

/** The texts that a language must provide: the same keys as `T`, each with a string. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
