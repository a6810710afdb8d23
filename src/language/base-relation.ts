/** Relations with a subtype, told once: a sentence is asked for them thousands of times. */
const bases = new Map<string, string>();

/** A relation of Universal Dependencies without its subtype: `nsubj` of `nsubj:pass`. */
export function baseRelation(relation: string): string {
  const known = bases.get(relation);
  if (known !== undefined) return known;
  const own = relation.split(":")[0]!;
  bases.set(relation, own);
  return own;
}
