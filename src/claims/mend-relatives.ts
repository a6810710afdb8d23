import { childrenOf, type Draft, FINITE, isDate, isNominal, isVerb, PERSONAL, RELATIVE, rootOf, set } from "./clause-draft.ts";
import { base } from "./slot-map.ts";

/** "Togo, whose border the rebels keep closed": what is owned stands before the one who does something to it. */
export function bindOwned(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    if (verb.relation !== "acl:relcl") return;
    const subjects = childrenOf(draft, v, "nsubj").filter((k) => k < v);
    const [owned, doer] = subjects;
    // "which Rwanda chairs"
    const isObject = owned !== undefined && doer === owned + 1 && /^(?:which|that|whom)$/i.test(nodes[owned]!.text);
    if (isObject && childrenOf(draft, v, "obj").length === 0) set(draft, owned, v, "obj");
    if (owned === undefined || doer === undefined || !childrenOf(draft, owned, "nmod:poss").some((p) => /^whose$/i.test(nodes[p]!.text)))
      return;
    if (childrenOf(draft, v, "obj").length === 0) set(draft, owned, v, "obj");
  });
  // "whose ambassador Gabon expelled", read as if Gabon were an ambassador
  nodes.forEach((owned, k) => {
    const doer = nodes[owned.head];
    if (owned.head <= k || !doer?.relation.startsWith("nsubj") || !/^(?:nmod:desc|compound|nmod)$/.test(owned.relation)) return;
    const whose = nodes.findIndex((p) => /^whose$/i.test(p.text) && (nodes[p.head] === owned || nodes[p.head] === doer));
    const verb = doer.head;
    if (whose < 0 || whose > k || verb < 0 || nodes[verb]!.relation !== "acl:relcl" || childrenOf(draft, verb, "obj").length > 0) return;
    if (childrenOf(draft, k, "case").length > 0 || !draft.isCountry(owned.head)) return;
    for (let p = whose; p < k; p++) if (nodes[p]!.head === owned.head) set(draft, p, k, nodes[p]!.relation);
    set(draft, k, verb, "obj");
  });
}

const PAYS = /^(?:suspend|freeze|withhold|disburse|allocate|grant|approve|release|pay|donate|lend|cut|unfreeze|earmark)$/;

/** "the budget support to Honduras which the Union suspended": what is paid or withheld is the money, not the country it goes to. */
export function bindMoney(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    if (verb.relation !== "acl:relcl" || verb.head < 0 || !PAYS.test(verb.lemma) || !draft.isCountry(verb.head)) return;
    const country = nodes[verb.head]!;
    if (country.relation !== "nmod" || country.head < 0 || country.head > verb.head || draft.isActor(country.head)) return;
    if (!childrenOf(draft, verb.head, "case").some((c) => /^(?:to|for|in)$/i.test(nodes[c]!.text))) return;
    if (childrenOf(draft, v, "nsubj", "obj").some((k) => /^(?:which|that)$/i.test(nodes[k]!.text)))
      set(draft, v, country.head, "acl:relcl");
  });
}

/** "signed protocols in Zurich in 2009 that would have …": a verb whose subject is "that" is not the sentence's. */
export function lowerRelatives(draft: Draft): void {
  const { nodes } = draft;
  const verb = rootOf(draft);
  const relative = childrenOf(draft, verb, "nsubj").find((k) => k > 2 && /^(?:which|that|who)$/i.test(nodes[k]!.text));
  if (verb < 0 || relative === undefined || /^(?:,|;|:)$/.test(nodes[relative - 1]!.text)) return;
  const main = childrenOf(draft, verb, "advcl", "ccomp", "parataxis").find(
    (w) =>
      w < relative && FINITE.has(nodes[w]!.xpos) && childrenOf(draft, w, "nsubj").length > 0 && childrenOf(draft, w, "mark").length === 0,
  );
  // "the two countries signed …": read as countries that were signed
  const subject = childrenOf(draft, verb, "nsubj").find((k) => k < relative && k !== relative);
  const read =
    main ?? (subject === undefined ? undefined : childrenOf(draft, subject, "acl").find((w) => w < relative && isBare(draft, w)));
  if (read === undefined) return;
  lower(draft, verb, relative, read, subject);
}

/** A past form that has an object and no auxiliary. */
function isBare(draft: Draft, v: number): boolean {
  return (
    /^VB[ND]$/.test(draft.nodes[v]!.xpos) && childrenOf(draft, v, "obj").length > 0 && childrenOf(draft, v, "aux", "nsubj").length === 0
  );
}

function lower(draft: Draft, verb: number, relative: number, main: number, subject: number | undefined): void {
  const { nodes } = draft;
  const object = childrenOf(draft, main, "obj", "obl").find(
    (o) => o < relative && isNominal(nodes[o]) && !draft.isActor(o) && !isDate(nodes[o]),
  );
  if (object === undefined) return;
  for (const k of childrenOf(draft, verb)) if (k < relative && k !== main) set(draft, k, main, nodes[k]!.relation);
  set(draft, main, -1, "root");
  if (subject !== undefined && nodes[subject]!.head === verb) set(draft, subject, main, "nsubj");
  if (nodes[main]!.xpos === "VBN") nodes[main] = { ...nodes[main]!, xpos: "VBD" };
  set(draft, verb, object, "acl:relcl");
}

/** "It was Iceland that recognised it": what "that" does is done by the one it was. */
export function bindClefts(draft: Draft): void {
  const { nodes } = draft;
  const root = rootOf(draft);
  if (root < 0 || !isNominal(nodes[root]) || childrenOf(draft, root, "cop").length === 0) return;
  if (!childrenOf(draft, root, "nsubj", "expl").some((k) => k < root && /^it$/i.test(nodes[k]!.text))) return;
  for (const v of childrenOf(draft, root, "csubj", "acl", "ccomp", "advcl")) {
    const subject = childrenOf(draft, v, "nsubj", "mark").find((k) => /^(?:that|who|which)$/i.test(nodes[k]!.text));
    if (subject === undefined || childrenOf(draft, v, "nsubj").some((k) => k !== subject)) continue;
    if (childrenOf(draft, root, "case").length > 0) continue;
    set(draft, v, root, "acl:relcl");
    nodes[subject] = { ...nodes[subject]!, head: v, relation: "nsubj", upos: "PRON", xpos: "WDT" };
  }
}

/** "the treaty, which it joined in 1992, left in 1999 and joined again": verbs in a row after a relative go on with it. */
export function chainRelatives(draft: Draft): void {
  const { nodes } = draft;
  const root = rootOf(draft);
  nodes.forEach((first, v) => {
    if (first.relation !== "acl:relcl" || first.head <= root || !isVerb(nodes[root])) return;
    const relative = childrenOf(draft, v, "obj", "nsubj", "obl").find((k) => RELATIVE.test(nodes[k]!.text));
    if (relative === undefined) return;
    const row: number[] = [];
    for (let w = v + 1; w < nodes.length; w++) {
      const node = nodes[w]!;
      if (/^[;:()]$/.test(node.text) || node.upos === "SCONJ" || (node.xpos.startsWith("W") && w > relative)) break;
      if (!/^VB[DN]$/.test(node.xpos)) continue;
      const before = nodes[w - 1]!;
      if (!/^(?:,|and|but|then)$/i.test(before.text) || childrenOf(draft, w, "nsubj", "aux", "mark", "expl").some((k) => k > v)) break;
      row.push(w);
    }
    const astray = row.filter((w) => nodes[w]!.head !== v && nodes[w]!.relation !== "conj");
    if (astray.length === 0 || row.length < 2) return;
    for (const w of row) {
      const { head, relation } = nodes[w]!;
      // what the row had taken from the clause above goes back there
      for (const k of childrenOf(draft, w))
        if (k < v) set(draft, k, head >= 0 && !row.includes(head) ? head : root, base(relation) === "obl" ? "obl" : "obj");
      set(draft, w, v, "conj");
    }
  });
}

/** "a letter to the president of Togo, who leads": "who" means a person, the nearest before it. */
export function raisePersons(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    if (verb.relation !== "acl:relcl" || verb.head < 0 || draft.isPerson(verb.head)) return;
    const relative = childrenOf(draft, v, "nsubj", "obj", "obl", "iobj").find((k) => PERSONAL.test(nodes[k]!.text));
    if (relative === undefined || relative < verb.head) return;
    for (let p = relative - 1; p > verb.head; p--) {
      if (isVerb(nodes[p])) return;
      if (isNominal(nodes[p]) && draft.isPerson(p)) {
        set(draft, v, p, "acl:relcl");
        return;
      }
    }
  });
}

/** "a loan of 5 million dollars that the bank made": it is the loan that was made, not the sum. */
export function raiseFromSums(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    const sum = nodes[verb.head];
    if (base(verb.relation) !== "acl" || !(sum?.unit?.kind === "amount" || isDate(sum)) || sum === undefined || sum.head < 0) return;
    if (isNominal(nodes[sum.head]) && sum.head < verb.head && /^(?:nmod|compound|appos)/.test(sum.relation))
      set(draft, v, sum.head, verb.relation);
  });
}

/** "trained crews on the gun, eight of which it delivered": the part is what is delivered, and the clause says more of the whole. */
export function bindPartitives(draft: Draft): void {
  const { nodes } = draft;
  for (let r = 3; r < nodes.length - 1; r++) {
    if (!/^(?:which|whom)$/i.test(nodes[r]!.text) || nodes[r - 1]!.text.toLowerCase() !== "of" || nodes[r - 3]!.text !== ",") continue;
    const part = r - 2;
    if (
      !/^(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|many|most|all|both|none|several|half|part)$/i.test(nodes[part]!.text)
    )
      continue;
    const verb = nodes.findIndex((n, v) => v > r && isVerb(n) && /^acl/.test(n.relation));
    const over = nodes[part]!.head === verb ? (nodes[verb]?.head ?? -1) : nodes[part]!.head;
    // "signed three texts in May, none of which …" read as the subject of the first verb
    const whole = isNominal(nodes[over]) ? over : nodes.findLastIndex((n, k) => k < part && n.xpos === "NNS");
    if (verb < 0 || whole < 0 || whole >= part || (over >= part && over !== verb)) continue;
    const hasSubject = childrenOf(draft, verb, "nsubj").some((k) => k > r);
    set(draft, verb, whole, "acl:relcl");
    set(draft, part, verb, hasSubject ? "obj" : childrenOf(draft, verb, "aux:pass").length > 0 ? "nsubj:pass" : "nsubj");
    set(draft, r, part, "nmod");
    set(draft, r - 1, r, "case");
  }
}

/** "the announcement by Japan of a grant": what is announced belongs to the announcement, not to Japan. */
export function raiseFromMakers(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((node, k) => {
    const maker = node.head;
    if (node.relation !== "nmod" || node.upos !== "NOUN" || draft.isActor(k) || maker < 0 || maker > k || !draft.isActor(maker)) return;
    const [of] = childrenOf(draft, k, "case");
    const [by] = childrenOf(draft, maker, "case");
    if (of === undefined || by === undefined || !/^(?:of|for)$/i.test(nodes[of]!.text) || !/^by$/i.test(nodes[by]!.text)) return;
    const over = nodes[maker]!.head;
    if (over >= 0 && over < maker && nodes[over]!.upos === "NOUN") set(draft, k, over, "nmod");
  });
}

/** "joined the Union, which named it a partner in 2008": a date that ends an aside still open is of the aside. */
export function bindRelativeDates(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((date, d) => {
    if (!isDate(date) || !base(date.relation).startsWith("obl") || date.head < 0 || date.head >= d) return;
    const relative = nodes.findLastIndex((n, k) => k > date.head && k < d && /^(?:which|who|whose)$/i.test(n.text));
    if (relative < 1 || nodes[relative - 1]!.text !== ",") return;
    const verb = nodes.findIndex((n, v) => v > relative && v < d && n.relation === "acl:relcl" && isVerb(n) && n.head < relative);
    if (verb < 0 || nodes.slice(verb, d).some((n) => /^[,;:()–—]$/.test(n.text))) return;
    // a verb of its own in between may be the one that is dated
    if (nodes.slice(verb + 1, d).some((n, k) => isVerb(n) && nodes[verb + 1 + k]!.head === date.head)) return;
    if (!childrenOf(draft, verb).some((k) => isDate(nodes[k]))) set(draft, d, verb, date.relation);
  });
}

/** "Latvia, which since January occupies a seat": a time read as who does it, where "which" has nothing to do in the clause. */
export function freeTimesInRelatives(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((time, t) => {
    if (!isDate(time) || !time.relation.startsWith("nsubj") || time.head <= t) return;
    const verb = time.head;
    const which = childrenOf(draft, verb, "obj", "obl", "nsubj").find((k) => k < t && RELATIVE.test(nodes[k]!.text));
    if (which === undefined || which !== t - 1 || nodes[verb]!.relation !== "acl:relcl") return;
    set(draft, t, verb, "obl");
    set(draft, which, verb, childrenOf(draft, verb, "aux:pass").length > 0 ? "nsubj:pass" : "nsubj");
  });
}
