import { HTTPException } from "hono/http-exception";
import { nearActors, resolveActor } from "../actors/resolve-actor.ts";
import { isEdtf } from "../language/dates/edtf.ts";

/** What a name means. Throws 400 when it is missing or not known. */
export function readActor(words: string | undefined, parameter: string): { id: string; name: string } {
  if (!words) throw new HTTPException(400, { message: `${parameter}: expected a state or organisation` });
  const actor = resolveActor(words);
  if (!actor) throw new UnknownActor(words, parameter);
  return { id: actor.id, name: actor.name };
}

/** Two different actors, the parameters `a` and `b`. */
export function readPair(
  a: string | undefined,
  b: string | undefined,
  what: string,
): [{ id: string; name: string }, { id: string; name: string }] {
  const [first, second] = [readActor(a, "a"), readActor(b, "b")];
  if (first.id === second.id)
    throw new HTTPException(400, {
      message: `Both names mean ${first.name}; ${what} is between two different states or organisations`,
    });
  return [first, second];
}

/** The ids of the actors named, two at most; none for all of the record. */
export function readActors(names: readonly string[] | undefined): string[] {
  const actors = (names ?? []).map((name) => readActor(name, "actor").id);
  if (actors.length > 2) throw new HTTPException(400, { message: `actor: expected two at most, found ${actors.length}` });
  return actors;
}

/** A name that leads to no actor; the answer offers those with names near to it. */
export class UnknownActor extends HTTPException {
  readonly unknown: { readonly parameter: string; readonly name: string; readonly near: readonly { id: string; name: string }[] };

  constructor(name: string, parameter: string) {
    super(400, { message: `No state or organisation is known as “${name}”.` });
    this.unknown = { parameter, name, near: nearActors(name).map((a) => ({ id: a.id, name: a.name })) };
  }
}

export function readYear(text: string | undefined, parameter: string): number | undefined {
  if (text === undefined || text === "") return undefined;
  if (!/^\d{1,4}$/.test(text)) throw new HTTPException(400, { message: `${parameter}: expected a year, not "${text}"` });
  return Number(text);
}

export function readDay(text: string | undefined, parameter: string): string | undefined {
  if (text === undefined || text === "") return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isEdtf(text))
    throw new HTTPException(400, { message: `${parameter}: expected a day such as 2008-03-05, not "${text}"` });
  return text;
}

export function readCount(text: string | undefined, parameter: string): number | undefined {
  if (text === undefined || text === "") return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new HTTPException(400, { message: `${parameter}: expected a whole number, not "${text}"` });
  return Number(text);
}
