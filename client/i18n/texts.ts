/** The shape that every further language must have: that of English, key by key. */

export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
