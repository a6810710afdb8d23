import type { Span } from "../document/document.ts";

/**
 * Words in a document that mean an actor.
 *
 * `actor` is an id of docs/record.md (`KOR`, `SUN`, `x:gran-colombia`, `org:celac`, `region:south-america`, `group:farc`).
 */
export interface Mention extends Span {
  readonly text: string;
  /** Null for a place or person that stands for no actor. More than one for "the two countries" and for lists. */
  readonly actors: readonly string[];
  readonly kind: "state" | "former-state" | "organisation" | "region" | "group" | "person" | "place";
  /** How the words mean it. `name` South Korea · `demonym` South Korean · `capital` Seoul · `city` Busan · `body` KOICA, the foreign ministry ·
   *  `office` the Chilean president · `person` Lasso · `reference` the two countries, its, he · `code` ROK */
  readonly form: "name" | "demonym" | "capital" | "city" | "body" | "office" | "person" | "reference" | "code";
  readonly person: string | null;
  /** head-of-state, head-of-government, foreign-minister, minister, ambassador, official, military … */
  readonly office: string | null;
  readonly body: string | null;
  /** A city or other place named, for venues and the cities of posts. */
  readonly city: string | null;
  /** Which entry or rule decided, for `explain`. */
  readonly why: string;
}
