import { BLAMING, OBJECT_CONTROL } from "../language/control-verbs.ts";
import { aimedBy } from "./aimed-at.ts";
import { isKind, saidOf } from "./said-of.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { addTo, base, inherit } from "./slot-map.ts";
import {
  ANSWERS,
  BECOMING,
  INSTITUTING,
  LIGHT_VERBS,
  MESSAGES,
  OFFERS,
  ON_THE_WAY,
  ORDINAL,
  PHRASAL_NOUNS,
  REACTIONS,
  RELATIVIZERS,
  SIGNED,
  SIGNING,
  STAYS,
  TRIPS,
} from "./slot-words.ts";
import { brokenWith, thankedFor } from "./thanked-for.ts";

export function inheritVerbSlots(graph: SentenceGraph, i: number, slots: Map<string, number[]>): void {
  inheritFromOver(graph, i, slots);
  shareObject(graph, i, slots);
  addSigners(graph, i, slots);
}

function inheritFromOver(graph: SentenceGraph, i: number, slots: Map<string, number[]>): void {
  const node = graph.node(i);
  // "its interest in acceding", "the intention of joining": said of the noun as a clause is
  const gerund = node.xpos === "VBG" && node.relation === "nmod" && graph.childrenBy(i, "mark", "case").length > 0;
  const relation = gerund ? "acl" : node.relation;
  const head = node.head;
  const passive = graph.isPassive(i);
  const subject = passive ? "object" : "agent";
  if (head < 0) return;
  // "was among the first to recognise it", where the clause was read as a subject
  if (relation === "csubj" && node.xpos === "VB" && !slots.has(subject) && ORDINAL.test(graph.node(head).text))
    for (const c of graph.childrenBy(head, "nsubj")) addTo(slots, subject, c);
  const guests = passive || slots.has("agent") ? undefined : invitedTo(graph, i);
  if (guests?.length) {
    inherit(slots, "agent", guests);
    return;
  }
  const blamed = passive ? undefined : blamedFor(graph, i);
  if (blamed !== undefined && !slots.has("agent")) addTo(slots, "agent", blamed);
  if (relation === "acl:relcl") {
    bindRelative(graph, i, head, slots, subject);
  } else if (relation === "amod" && passive && graph.nodes[i - 1]?.text === "-") {
    // "the Norwegian-brokered accord between Chad and Sudan"
    addTo(slots, "object", head);
    for (const slot of ["between", "with"]) inherit(slots, slot, graph.slots(head).get(slot));
  } else if (base(relation) === "acl") {
    if (passive) {
      // "the Mission in Laos was a force formed by Chad": by name and by kind the same
      if (graph.childrenBy(head, "cop").length > 0 && /^NNS?$/.test(graph.node(head).xpos))
        for (const named of graph.childrenBy(head, "nsubj")) if (graph.node(named).upos === "PROPN") addTo(slots, "object", named);
      addTo(slots, "object", head);
    } else if (node.xpos === "VBG" && graph.childrenBy(i, "mark").length === 0) {
      // "made a tour of the region, visiting Peru": behind a comma it says more of the clause
      const doer = graph.nodes[i - 1]?.text === "," ? doerOver(graph, head) : undefined;
      const sender = MESSAGES.has(graph.node(head).lemma.toLowerCase()) ? (senderOf(graph, head) ?? issuerOf(graph, head)) : undefined;
      if (!slots.has("agent") && sender?.length) inherit(slots, "agent", sender);
      else if (!slots.has("agent") && doer?.length) inherit(slots, "agent", doer);
      else if (!slots.has("agent")) addTo(slots, "agent", head);
    } else if (!slots.has("agent") && graph.isHeadline && graph.node(head).head < 0) {
      addTo(slots, "agent", head);
    } else if (!slots.has("agent") && isKind(graph, head) && saidOf(graph, head) >= 0) {
      // "one of the first states to open an embassy"
      addTo(slots, "agent", head);
    } else if (!slots.has("agent")) {
      const around = graph.slots(head);
      const over = graph.node(head).head;
      const governing = over >= 0 && graph.isVerb(over) && !graph.isPassive(over) ? graph.slots(over).get("agent") : undefined;
      // "accepted an invitation to visit": the guest accepts; "rejected the Ugandan offer to resume": Uganda would resume, with whom it asked
      const answered = governing !== undefined && ANSWERS.has(graph.lemma(over));
      const asked = answered && OFFERS.has(graph.node(head).lemma.toLowerCase());
      const nation = around.get("mod")?.filter((m) => /^\p{Lu}/u.test(graph.node(m).text));
      const willed = PHRASAL_NOUNS.has(graph.node(head).lemma.toLowerCase());
      const possessor = graph.childrenBy(head, "nmod:poss");
      const owner = willed && possessor.length > 0 ? possessor : (around.get("agent")?.filter((a) => !governing?.includes(a)) ?? []);
      const offering = [owner, around.get("poss") ?? [], nation ?? []].find((found) => found.length > 0);
      if (answered && /^invitation$/i.test(graph.node(head).lemma)) inherit(slots, "agent", governing);
      else if (asked && offering) {
        inherit(slots, "agent", offering);
        for (const slot of ["with", "in"]) inherit(slots, slot, governing, true);
      }
      // "the decision of Bolivia to open", "the Ugandan refusal to join"
      else if (willed && owner.length === 0 && !around.has("poss")) {
        // "condemned the decision to recognise Kosovo": somebody else's
        const doer = over >= 0 && REACTIONS.has(graph.lemma(over)) ? undefined : (around.get("agent") ?? governing);
        inherit(slots, "agent", around.get("of") ?? (nation?.length ? nation : doer));
      } else if (willed && possessor.length > 0) inherit(slots, "agent", possessor);
      else inherit(slots, "agent", around.get("agent") ?? around.get("poss") ?? governing ?? around.get("mod"));
      // "Banda was the first Malawian president to visit": he who is named may be nobody known, his office is
      if (
        node.xpos === "VB" &&
        graph.node(head).unit?.kind === "name" &&
        graph.childrenBy(head, "amod").some((c) => ORDINAL.test(graph.node(c).text))
      )
        addTo(slots, "agent", head);
    }
  } else if ((base(relation) === "advcl" || relation === "xcomp" || relation === "ccomp") && !slots.has(subject)) {
    if (relation === "ccomp" && (node.xpos === "VBD" || node.xpos === "VBZ" || node.xpos === "VBP")) return;
    const around = graph.slots(head);
    // "talked Peru into signing"
    const talkedInto = node.xpos === "VBG" && graph.preposition(i) === "into" && graph.isVerb(head) && !graph.isPassive(head);
    const controlled = talkedInto || (relation === "xcomp" && OBJECT_CONTROL.has(graph.lemma(head)));
    const over = graph.node(head).upos === "ADJ" && graph.node(head).relation === "xcomp" ? graph.node(head).head : -1;
    // "stood ready to mediate": who stood
    const surface =
      over >= 0 ? graph.slots(over).get("agent") : graph.isVerb(head) && graph.isPassive(head) ? around.get("object") : around.get("agent");
    // "called on Peru to lift its ban": who is called on would do it
    const calledOn =
      /^(?:call|appeal|prevail)$/.test(graph.node(head).lemma) && node.xpos === "VB"
        ? (around.get("on") ?? around.get("upon") ?? around.get("to"))?.filter((f) => f < i)
        : undefined;
    const said = calledOn?.length ? calledOn : controlled ? (around.get("object") ?? around.get("recipient") ?? surface) : surface;
    // "he was the first Korean president to visit"
    const first = node.xpos === "VB" && !graph.isVerb(head) && graph.childrenBy(head, "amod").some((c) => ORDINAL.test(graph.node(c).text));
    if (first && said?.every((f) => graph.node(f).upos === "PRON")) addTo(slots, subject, head);
    else inherit(slots, subject, said);
  } else if (relation === "conj" && !slots.has(subject) && graph.childrenBy(head, "cop").length > 0) {
    // "Laos is a member of the one and joined the other in 1990"
    inherit(slots, subject, graph.childrenBy(head, "nsubj"));
  } else if (relation === "conj" && graph.isVerb(head)) {
    const around = graph.slots(head);
    const doers = graph.isPassive(head) ? around.get("object") : around.get("agent");
    // "was invaded by Iraq in August and annexed": by the same
    if (passive && graph.isPassive(head) && !slots.has("by") && !slots.has("agent")) inherit(slots, "agent", around.get("by"));
    if (!slots.has(subject)) inherit(slots, subject, doers);
    // "Kenya was admitted and granted a seat": to whom it is granted is the subject still
    else if (passive && graph.childrenBy(i, "nsubj").length === 0 && graph.childrenBy(i, "obj").length > 0)
      for (const doer of doers ?? []) addTo(slots, subject, doer);
    // "which it joined in 1992, left in 1999 and rejoined in 2006": what is told of is the same in all
    const relative = graph.node(head).relation === "acl:relcl" ? graph.node(head).head : -1;
    const shared = around.get("object")?.filter((o) => o > i || o === relative);
    if (!passive && !slots.has("object") && shared?.length) inherit(slots, "object", shared);
    // "with Chile, in 1990, Peru opened talks and signed a pact": said before the first verb, it is of both
    const fronted = around.get("with")?.filter((o) => o < head && o < i);
    if (!slots.has("with") && fronted?.length) inherit(slots, "with", fronted);
    // "which it joined in 1992, left in 1999": what the relative stands for is the object of both
    const over = graph.node(head);
    if (!passive && !slots.has("object") && over.relation === "acl:relcl" && around.get("object")?.includes(over.head))
      inherit(slots, "object", [over.head]);
  }
}

/** Bodies that act: what is said of their act is not said of them. */
const DOERS: ReadonlySet<string> = new Set(
  "government ministry parliament cabinet administration congress senate assembly army navy authority president minister king company bank firm agency police".split(
    " ",
  ),
);

/** "has signed but not ratified the treaty": verbs side by side share the object that the last one has. */
function shareObject(graph: SentenceGraph, i: number, slots: Map<string, number[]>): void {
  if (slots.has("object") || slots.has("clause") || graph.isPassive(i)) return;
  for (const c of graph.childrenBy(i, "conj")) {
    if (c < i || !graph.isVerb(c) || graph.isPassive(c) || graph.childrenBy(c, "nsubj").length > 0) continue;
    const between = graph.nodes.slice(i + 1, c).map((n) => n.upos);
    if (between.length > 0 && between.length <= 4 && between.every((u) => ["CCONJ", "ADV", "PART", "PUNCT"].includes(u)))
      for (const o of graph.childrenBy(c, "obj")) addTo(slots, "object", o);
  }
}

/** Whose letter, note or resolution it is that asks or condemns. */
function senderOf(graph: SentenceGraph, message: number): readonly number[] | undefined {
  const around = graph.slots(message);
  return [around.get("from"), around.get("by"), around.get("poss"), around.get("of"), around.get("mod"), around.get("agent")].find(
    (f) => f?.length,
  );
}

/** "issued a statement condemning", "a resolution passed by the Senate": who gave a message out. */
function issuerOf(graph: SentenceGraph, message: number): readonly number[] | undefined {
  const { head, relation } = graph.node(message);
  const verb = head >= 0 && relation === "obj" ? head : graph.childrenBy(message, "acl").find((a) => graph.isPassive(a));
  return verb !== undefined && ISSUING.has(graph.lemma(verb)) ? graph.slots(verb).get("agent") : undefined;
}

const NAMING: ReadonlySet<string> = new Set("appoint name designate choose elect nominate select".split(" "));

const ISSUING: ReadonlySet<string> = new Set(
  "issue pass adopt publish release make sign send write deliver circulate table sponsor co-sponsor approve submit hand read put out put forward endorse".split(
    " ",
  ),
);

/** Who signed the pact that is said to do something: those over it, or those who "by" the words after it signed. */
function signersOf(graph: SentenceGraph, pact: number): readonly number[] {
  const { head } = graph.node(pact);
  for (const verb of [head, ...graph.childrenBy(pact, "acl")]) {
    if (verb < 0 || !graph.isVerb(verb) || !SIGNING.has(graph.lemma(verb)) || !graph.slots(verb).get("object")?.includes(pact)) continue;
    const signers = graph.slots(verb).get("agent");
    if (signers?.length) return signers.filter((s) => s !== pact);
  }
  const around = graph.slots(pact);
  return around.get("between") ?? [];
}

/** "handed him an invitation to visit", "an invitation for the king to visit", "accepted an invitation from his host to visit": who is invited. */
function invitedTo(graph: SentenceGraph, i: number): readonly number[] | undefined {
  const { xpos, head, relation } = graph.node(i);
  if (xpos !== "VB" || head < 0 || !/^(?:acl|advcl|xcomp)$/.test(relation)) return undefined;
  const isInvitation = (n: number): boolean => graph.lemma(n) === "invitation" && n < i;
  // "an invitation from his host to visit", where the clause was hung on the host
  const above = [head, ...graph.ancestors(head)].slice(0, 3);
  const hung = above.find((n, k) => isInvitation(n) && above.slice(0, k).every((m) => graph.isNoun(m)));
  const invitation = hung ?? graph.childrenBy(head, "obj", "nsubj", "obl").find(isInvitation);
  if (invitation === undefined) return undefined;
  const before = (found: readonly number[] | undefined): readonly number[] => (found ?? []).filter((n) => n < i && n !== invitation);
  const around = graph.slots(invitation);
  const over = graph.node(invitation).head;
  const verb = over >= 0 && graph.isVerb(over) ? graph.slots(over) : undefined;
  return [
    before(around.get("for")),
    // "for the president to visit"
    before(around.get("bare")).filter((n) => graph.preposition(n) === "" && n === i - 2),
    before(verb?.get("recipient")),
    // "handed the president of Ghana an invitation": two objects
    verb && !graph.isPassive(over) && graph.node(invitation).relation === "obj"
      ? before(verb.get("object")).filter((n) => n < invitation)
      : [],
    before(around.get("to")),
    before(verb?.get("to")),
    // "transmitted to the president an invitation", where the guest was read as its object
    verb && !graph.isPassive(over) && ANSWERS.has(graph.lemma(over)) ? before(verb.get("agent")) : [],
  ].find((found) => found.length > 0);
}

/** "accused Kuwait of arming", "thanked Japan for having built", "congratulated Peru on joining": who is blamed, thanked or held back does it. */
function blamedFor(graph: SentenceGraph, i: number): number | undefined {
  const { xpos, head } = graph.node(i);
  const gerund = xpos === "VBG" || graph.childrenBy(i, "aux").some((a) => /^having$/i.test(graph.node(a).text));
  if (!gerund || head < 0 || !["of", "for", "from", "against", "over", "on"].includes(graph.preposition(i))) return undefined;
  const verb = graph.isVerb(head) ? head : graph.node(head).head;
  if (verb < 0 || !graph.isVerb(verb)) return undefined;
  if (!BLAMING.has(graph.lemma(verb))) return brokenWith(graph, verb, i);
  const objects = graph.isPassive(verb) ? graph.slots(verb).get("object") : graph.childrenBy(verb, "obj", "iobj");
  return objects?.find((o) => o !== i && (o === head || graph.isVerb(head)));
}

/** "signed a charter that created the bank": the signers create it. */
function addSigners(graph: SentenceGraph, i: number, slots: Map<string, number[]>): void {
  if (!INSTITUTING.has(graph.lemma(i)) || graph.isPassive(i)) return;
  for (const pact of [...(slots.get("agent") ?? [])])
    if (SIGNED.has(graph.lemma(pact)) || PACT_NAME.test(graph.node(pact).text))
      for (const signer of signersOf(graph, pact)) addTo(slots, "agent", signer);
}
const PACT_NAME = /\b(?:Agreement|Treaty|Pact|Accord|Charter|Protocol|Convention|Declaration|Memorandum|Act)\b/u;

/** Who does what the nearest verb over a noun says, where the noun is not that doer. */
function doerOver(graph: SentenceGraph, noun: number): readonly number[] | undefined {
  const verb = graph.ancestors(noun).find((a) => graph.isVerb(a));
  if (verb === undefined || graph.isPassive(verb)) return undefined;
  const doers = graph.slots(verb).get("agent");
  return doers?.includes(noun) ? undefined : doers;
}

function bindRelative(graph: SentenceGraph, i: number, head: number, slots: Map<string, number[]>, subject: string): void {
  let bound = false;
  for (const [slot, fillers] of slots) {
    const place = fillers.findIndex(
      (f) => isRelativizer(graph, f) || graph.childrenBy(f, "nmod").some((n) => n > f && isRelativizer(graph, n)),
    );
    if (place < 0) continue;
    slots.set(
      slot,
      fillers.map((f, at) => (at === place ? head : f)),
    );
    // "the race for the Council, on which it sat": it may speak of the name right before
    const near = slot === "agent" || slot === "object" ? -1 : nameBefore(graph, fillers[place]!);
    if (near > head && graph.node(head).upos === "NOUN") addTo(slots, slot, near);
    bound = true;
  }
  for (const c of graph.childrenBy(i, "advmod", "obl")) {
    if (graph.node(c).text.toLowerCase() === "where") {
      addTo(slots, "where", head);
      bound = true;
    }
  }
  if (bound) return;
  if (!slots.has(subject)) addTo(slots, subject, head);
  else if (!slots.has("object")) addTo(slots, "object", head);
}

/** The name that ends right before the comma of a relative with a preposition: "…, on which"; -1 where there is none. */
function nameBefore(graph: SentenceGraph, relative: number): number {
  const comma = relative - 2;
  return comma > 0 && graph.node(comma).text === "," && graph.node(comma - 1).upos === "PROPN" ? comma - 1 : -1;
}

function isRelativizer(graph: SentenceGraph, i: number): boolean {
  const { text, xpos, upos } = graph.node(i);
  return RELATIVIZERS.has(text.toLowerCase()) && (xpos.startsWith("W") || upos === "PRON");
}

const SUMMING: ReadonlySet<string> = new Set("total amount value estimate worth come reach exceed".split(" "));

/** "lifted the embargo imposed on Chad": it was on Chad. */
const IMPOSING = /^(?:impose|levy|slap|decree|enforce|enact|reimpose)$/;

/** "the nations that had supported the rebels in Angola": where they did it is not where they are. */
function isOwnDeed(graph: SentenceGraph, noun: number, clause: number): boolean {
  return (
    graph.node(clause).relation === "acl:relcl" &&
    isKind(graph, noun) &&
    !graph.isPassive(clause) &&
    graph.childrenBy(clause, "obj").length > 0 &&
    graph.lemma(clause) !== "take place"
  );
}

export function inheritNounSlots(graph: SentenceGraph, i: number, slots: Map<string, number[]>): void {
  const node = graph.node(i);
  const head = node.head;
  // "grants totalling $3 million to six countries": to whom, where the sum is said between
  for (const c of graph.childrenBy(i, "acl", "amod"))
    if (SUMMING.has(graph.node(c).lemma.toLowerCase())) for (const slot of ["to", "for"]) inherit(slots, slot, graph.slots(c).get(slot));
  // "a visit paid by", "the meeting held in"
  for (const c of graph.childrenBy(i, "acl")) {
    if (
      !graph.isVerb(c) ||
      // "ratified by Malta, followed by Cyprus": who follows is no party to what went before
      graph.node(c).lemma.toLowerCase() === "follow" ||
      isOwnDeed(graph, i, c) ||
      // "a meeting to be held in Oslo", but not "a meeting to discuss"
      graph.childrenBy(c, "mark").some((m) => !/^to$/i.test(graph.node(m).text) || graph.childrenBy(c, "aux:pass").length === 0) ||
      !(LIGHT_VERBS.has(graph.lemma(c)) || LIGHT_VERBS.has(graph.node(c).lemma.toLowerCase()) || IMPOSING.test(graph.lemma(c)))
    )
      continue;
    for (const [slot, fillers] of graph.slots(c)) {
      if (slot === "clause" || (!/^(?:on|against|upon|agent|by)$/.test(slot) && IMPOSING.test(graph.lemma(c)))) continue;
      inherit(
        slots,
        slot,
        fillers.filter((f) => f !== i && !slots.get(slot)?.includes(f)),
        true,
      );
    }
  }
  if (head < 0) return;
  if (!slots.has("agent")) inherit(slots, "agent", aimedBy(graph, i));
  // "the minister, who is on a visit": a predicate noun of a relative clause is said of its head
  if (node.relation === "acl:relcl" && graph.childrenBy(i, "cop").length > 0) bindRelative(graph, i, head, slots, "agent");
  // "toured Peru, followed in June by a visit to Laos": who did the one did the other
  if (graph.node(head).lemma.toLowerCase() === "follow" && graph.preposition(i) === "by" && !slots.has("agent")) {
    const before = graph.node(head).head;
    if (before >= 0 && graph.isVerb(before) && ["advcl", "acl", "parataxis", "conj"].includes(base(graph.node(head).relation)))
      inherit(slots, "agent", graph.slots(before).get("agent"));
  }
  let relation = base(node.relation);
  // "as one of its five partners" is as a partner
  if (
    relation === "nmod" &&
    graph.preposition(i) === "of" &&
    /^(one|some|two|three|four|five|many|several)$/i.test(graph.node(head).text)
  ) {
    relation = base(graph.node(head).relation);
    for (const [slot, fillers] of graph.slots(head)) if (slot === "agent") inherit(slots, slot, fillers);
  }
  if (node.relation === "conj" && !graph.isVerb(head)) {
    const around = graph.slots(head);
    for (const slot of ["agent", "poss"]) if (!slots.has(slot)) inherit(slots, slot, around.get(slot));
    return;
  }
  if (!graph.isVerb(head) && ON_THE_WAY.has(graph.preposition(i)) && TRIPS.has(graph.node(i).lemma.toLowerCase()) && !slots.has("agent")) {
    // "was in Lima on a visit", "the minister, on a visit to Lima, signed"
    const subject = graph.childrenBy(head, "cop").length > 0 ? graph.childrenBy(head, "nsubj") : [];
    if (subject.length > 0) {
      inherit(slots, "agent", subject);
      if (["in", "at"].includes(graph.preposition(head)) && !slots.has("to") && !slots.has("in")) addTo(slots, "in", head);
    } else if (relation === "nmod") addTo(slots, "agent", head);
    return;
  }
  if (!graph.isVerb(head)) {
    // "Senegal, chair of the union", "Senegal, as chair of the union"
    const isSaidOf = relation === "appos" || (relation === "nmod" && graph.preposition(i) === "as");
    if (isSaidOf && !slots.has("agent")) addTo(slots, "agent", head);
    return;
  }
  inherit(slots, "agent", thankedFor(graph, i, slots));
  const around = graph.slots(head);
  const lemma = graph.lemma(head);
  const ownTrip = graph.childrenBy(i, "det", "nmod:poss").some((d) => /^(?:an?|his|her|its|their|another)$/i.test(graph.node(d).text));
  const stays = STAYS.has(lemma);
  const isTrip = TRIPS.has(graph.node(i).lemma.toLowerCase());
  if (relation === "obl" && ownTrip && isTrip && (ON_THE_WAY.has(graph.preposition(i)) || (stays && graph.preposition(i) === "in"))) {
    // "during a visit to Lima the minister said": who speaks is the guest
    if (!slots.has("agent") && !slots.has("by")) inherit(slots, "agent", around.get("agent") ?? around.get("object"));
    // "is staying in Oslo on a working visit"
    if (stays && !["to", "in", "at"].some((slot) => slots.has(slot)))
      inherit(
        slots,
        "in",
        (around.get("in") ?? around.get("at"))?.filter((f) => f !== i),
      );
    return;
  }
  const surface = graph.isPassive(head) ? around.get("object") : around.get("agent");
  // "was appointed mediator": who is named it
  if (relation === "xcomp" && graph.isPassive(head) && NAMING.has(lemma) && !slots.has("agent")) {
    inherit(slots, "agent", surface);
    return;
  }
  // "made a visit to Italy" only lends the noun its arguments
  if (BECOMING.has(lemma) && (["xcomp", "obl"].includes(relation) || (relation === "obj" && lemma !== "make"))) {
    if (!slots.has("agent"))
      inherit(
        slots,
        "agent",
        surface?.filter((f) => f !== i),
      );
    return;
  }
  if (relation === "obl" && graph.preposition(i) === "as" && !slots.has("agent")) {
    // "offered itself as a mediator": itself is who offers
    const object = around.get("object")?.filter((f) => f !== i && !/^(?:it|him|her|them)sel(?:f|ves)$/i.test(graph.node(f).text)) ?? [];
    inherit(slots, "agent", object.length > 0 ? object : around.get("agent")?.filter((f) => f !== i));
    // "authorised the incorporation of Peru as a member"
    for (const o of object) if (graph.isNoun(o)) for (const slot of ["of", "poss"]) inherit(slots, "agent", graph.slots(o).get(slot), true);
    return;
  }
  const copula = graph.childrenBy(i, "cop").length > 0;
  if (copula && ["conj", "xcomp", "parataxis", "ccomp", "advcl"].includes(relation) && !slots.has("agent"))
    inherit(
      slots,
      "agent",
      surface?.filter((f) => f !== i),
    );
  if (graph.supportVerb(i) < 0) return;
  // "the government in Dhaka offered troops for Chad": where they go is not where the government is
  if (relation === "nsubj" && !graph.isPassive(head) && DOERS.has(node.lemma.toLowerCase())) return;
  for (const [slot, fillers] of around) {
    if (slot === "object" || slot === "clause") continue;
    // "a request by Togo was rejected by the bank": who answers did not ask
    if ((slot === "agent" || slot === "by") && slots.has("agent") && ANSWERS.has(lemma)) continue;
    inherit(
      slots,
      slot,
      fillers.filter((f) => f !== i && !graph.subtreeHas(i, f)),
      true,
    );
  }
}
