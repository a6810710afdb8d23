import { loadActors } from "../actors/load-actors.ts";
import type { Frame } from "./frame.ts";
import { impliedActor, ofPair } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import { numberIn, numberOf } from "./number-in.ts";
import type { PhraseActor, PhraseActors } from "./phrase-actors.ts";
import { bodyOfSecretariat, kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** "The third meeting was held in Seoul": the sides are those of the meetings before. */
export function recallMeeting(
  graph: SentenceGraph,
  frame: Frame,
  about: number,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
  actors: PhraseActors,
): void {
  if (fillers.has("organization")) return;
  if (frame.id === "meeting/met-again") {
    if (!fillers.has("participant")) meetAgain(graph, about, fillers, memory, actors);
    return;
  }
  const said = (fillers.get("participant") ?? []).filter((f) => f.slot !== "in" && f.slot !== "at");
  // "the V Ministerial Meeting" is one of the forum that the text speaks of
  const isNamed = graph.node(about).unit?.kind === "name" && numberIn(graph, about) !== null;
  const withBody = said.some((f) => kindOf(f.actor) === "org" && f.actor !== memory.convened);
  // "within the framework of the Dialogue, Laos took part in the ministerial meetings"
  const roof = /^meeting\/(?:held|attend)$/.test(frame.id) && !isJoint(graph, about) ? frameworkOf(graph, actors, about) : [];
  if (roof.length > 0 && said.every((f) => kindOf(f.actor) !== "org" || roof.some((r) => r.actor === f.actor))) {
    fillers.set("organization", roof);
    const met = (fillers.get("participant") ?? []).filter((f) => !roof.some((r) => r.actor === f.actor));
    fillers.set("participant", met);
    return;
  }
  const ownBody = actors.actorsOf(about, { alone: true }).find((f) => kindOf(f.actor) === "org");
  if (ownBody && isNamed) {
    fillers.set("organization", [{ ...ownBody, slot: "self" }]);
    const others = (fillers.get("participant") ?? []).filter((f) => f.actor !== ownBody.actor);
    if (others.length > 0) fillers.set("participant", others);
    else fillers.delete("participant");
    return;
  }
  if (memory.convened && !withBody && isOneOfOurs(graph, about, actors)) {
    const why = "the body whose meeting the document tells of";
    fillers.set("organization", [{ ...impliedActor(graph.node(about), memory.convened, why), node: about, slot: "body" }]);
    // "The Ministers decided to hold the next session": the body itself is none of those who come
    const others = (fillers.get("participant") ?? []).filter((f) => f.actor !== memory.convened);
    if (others.length > 0) fillers.set("participant", others);
    else fillers.delete("participant");
    return;
  }
  const series = isJoint(graph, about) || withBody ? [] : memory.seriesBefore(seriesOf(graph, about));
  const lastNamed = isNamed && !isJoint(graph, about) && !withBody ? (actors.lastOrganization(about) ?? memory.organization[0]) : undefined;
  const spoken = lastNamed && isBodyLike(graph, about) && !sharesNoun(graph, about, lastNamed) ? undefined : lastNamed;
  const bodies = series.length > 0 ? series : spoken ? [{ ...spoken, actor: bodyOfSecretariat(spoken.actor) }] : [];
  if (bodies.length > 0) {
    fillers.set(
      "organization",
      bodies.map((f) => ({ ...f, slot: "before" })),
    );
    return;
  }
  // "attended its first summit", where nobody else that "its" could mean was found
  const its = graph.childrenBy(about, "nmod:poss").find((p) => /^its$/i.test(graph.node(p).text));
  if (its !== undefined && actors.mentionsAt(its).length === 0 && meetAsFounded(fillers, memory)) return;
  const [body] = memory.organization;
  if (its !== undefined && actors.mentionsAt(its).length === 0 && body && numberIn(graph, about) !== null && !withBody) {
    fillers.set("organization", [{ ...body, actor: bodyOfSecretariat(body.actor), slot: "body" }]);
    return;
  }
  const last = memory.lastMatch("meeting");
  // on the page of two states "the second session of the joint commission" is theirs
  const theirs = memory.pair.length === 2 && said.every((f) => memory.pair.includes(f.actor)) && !actors.namesAnother(memory.pair);
  const isOfTwo =
    isJoint(graph, about) ||
    numberIn(graph, about) !== null ||
    graph.subtree(about).some((n) => /^(?:commission|committee|consultations?)$/i.test(graph.node(n).text));
  if (theirs && isOfTwo && last === null) {
    const rest = fillers.get("participant") ?? [];
    const both = ofPair(memory, graph, about).filter((f) => !rest.some((r) => r.actor === f.actor && r.slot !== "in" && r.slot !== "at"));
    fillers.set("participant", [...rest.filter((r) => r.slot !== "in" && r.slot !== "at"), ...both]);
    return;
  }
  // "in the same meeting a seminar was organised": of those who met
  if (said.length === 0 && last !== null && isAtTheSame(graph, about)) {
    for (const [role, list] of last)
      fillers.set(
        role,
        list.map((f) => ({ ...f, slot: "before" })),
      );
    return;
  }
  // "a joint seminar was held in Lima": of those who last did something together
  const isOurs = graph.subtree(about).some((n) => /^joint$/i.test(graph.node(n).text));
  const partners = isOurs && said.length === 0 ? memory.lastPartners() : [];
  if (partners.length === 2) {
    const venue = (fillers.get("participant") ?? []).filter((f) => !partners.some((p) => p.actor === f.actor));
    fillers.set("participant", [...partners.map((p) => ({ ...p, slot: "before" })), ...venue]);
    return;
  }
  // "a second summit" is one more of the series as "the second" is
  const isOneMore = (numberIn(graph, about) ?? 1) > 1;
  const articles = graph.childrenBy(about, "det").map((d) => graph.node(d).text);
  // "Previous sessions were held in Hanoi (2002) and Luanda (2005)": all that came before, without an article
  const areEarlier = graph.node(about).xpos === "NNS" && graph.childrenBy(about, "amod").some((a) => EARLIER.test(graph.node(a).text));
  const isThis = areEarlier || articles.some((a) => /^(?:the|this|that)$/i.test(a));
  const definite = isThis || (isOneMore && articles.some((a) => /^an?$/i.test(a)));
  const counted =
    areEarlier || numberIn(graph, about) !== null || graph.childrenBy(about, "amod").some((a) => NEXT.test(graph.node(a).text));
  if (!definite || !counted) return;
  const sides = said.filter(isSide);
  // "With respect to the Union, Kenya organised the 38th session of its council"
  const spokenOf = isJoint(graph, about) || sides.length > 0 ? null : actors.lastOrganization(about);
  const named = spokenOf && isMatter(graph, spokenOf.node) ? spokenOf : null;
  if (named && !said.some((f) => f.actor === named.actor)) {
    fillers.set("organization", [{ ...named, actor: bodyOfSecretariat(named.actor), slot: "before" }]);
    return;
  }
  if (last === null) return;
  const known = last.get("participant") ?? [];
  // "a second meeting" need not be of those who led the first; "a second" is
  const isBare = /^(?:second|third|fourth|fifth|sixth)$/i.test(graph.node(about).text);
  if (!isThis && !isBare && !last.has("organization") && !known.every(isSide)) return;
  const rest = fillers.get("participant") ?? [];
  const bodyBefore = last.get("organization") ?? [];
  // the next summit of a forum has other hosts; only the two of a series of two come again
  if (bodyBefore.length > 0 && sides.length === 0 && !known.some((f) => isSide(f) || f.slot === "before")) {
    fillers.set(
      "organization",
      bodyBefore.map((f) => ({ ...f, slot: "body" })),
    );
    return;
  }
  // who came to the last of several need not come to the next
  if (new Set(known.map((f) => f.actor)).size > 2 && !known.some(isSide) && !isOfAll(graph, about, known, memory)) return;
  // "is to be hosted by Kenya": one of the two of before; of a body and its partner, any member
  const isHosted = bodyBefore.length > 0 && said.every((f) => f.slot === "agent" || f.slot === "by");
  if (said.length > 1 || !(isHosted || said.every((f) => known.some((k) => k.actor === f.actor)))) return;
  for (const role of ["participant", "organization"]) {
    const before = (last.get(role) ?? []).filter((f) => f.slot !== "in" && f.slot !== "at").map((f) => ({ ...f, slot: "before" }));
    if (before.length > 0)
      fillers.set(role, role === "participant" ? [...before, ...rest.filter((r) => !before.some((b) => b.actor === r.actor))] : before);
  }
}

/** "A joint commission was set up in 1990. Its sixth meeting": of the body just founded, known by its name or by those who founded it. */
function meetAsFounded(fillers: Map<string, Filler[]>, memory: TopicMemory): boolean {
  const told = memory.lastMatch("founding", 1);
  if (!told) return false;
  const known = (told.get("organization") ?? []).filter((f) => loadActors().actor(f.actor));
  const founders = (told.get("founder") ?? []).map((f) => ({ ...f, slot: "before" }));
  if (known.length === 1) fillers.set("organization", [{ ...known[0]!, slot: "body" }]);
  else if (founders.length > 1) {
    const rest = (fillers.get("participant") ?? []).filter((f) => !founders.some((o) => o.actor === f.actor));
    fillers.set("participant", [...founders, ...rest]);
  }
  return true;
}

/** "The dialogue met for the fourth time": those who met before; "as for the Union, the dialogue met": the Union, with the state whose page it is. */
function meetAgain(graph: SentenceGraph, about: number, fillers: Map<string, Filler[]>, memory: TopicMemory, actors: PhraseActors): void {
  const spoken = actors.lastOrganization(about);
  const [page] = memory.subjects;
  if (spoken) {
    if (!isMatter(graph, spoken.node) || memory.subjects.length !== 1 || kindOf(page!) !== "state") return;
    fillers.set("organization", [{ ...spoken, slot: "before" }]);
    fillers.set("participant", [
      { ...impliedActor(graph.node(about), page!, "the page's subject, whose dialogue it is"), node: about, slot: "subject" },
    ]);
    return;
  }
  const last = memory.lastMatch("meeting");
  const sides = (last?.get("participant") ?? []).filter((f) => f.slot !== "in" && f.slot !== "at");
  const bodies = last?.get("organization") ?? [];
  if (sides.length + bodies.length < 2) return;
  fillers.set(
    "participant",
    sides.map((f) => ({ ...f, slot: "before" })),
  );
  if (bodies.length > 0)
    fillers.set(
      "organization",
      bodies.map((f) => ({ ...f, slot: "before" })),
    );
}

/** A round, or one more of what was said to be "trilateral": those who talk are always the same. */
function isOfAll(graph: SentenceGraph, about: number, known: readonly Filler[], memory: TopicMemory): boolean {
  if (known.some((f) => f.slot === "before")) return true;
  if (/^(?:round|consultation)$/.test(graph.node(about).lemma.toLowerCase())) return true;
  return FEW_SIDES.test(memory.lastTheme("meeting")?.words ?? "");
}
const FEW_SIDES = /\b(?:trilateral|tripartite|quadrilateral|quadripartite|three-way|four-way|three-sided)\b/i;

const BODY_LIKE = /^(?:forum|dialogue|conference|partnership|process)$/i;

/** "the Ninth Forum" is one of a forum, not a meeting of whatever organisation was named last. */
function isBodyLike(graph: SentenceGraph, about: number): boolean {
  return BODY_LIKE.test(graph.node(about).text.split(/\s+/).at(-1)!) && graph.node(about).text.split(/\s+/).length === 2;
}

function sharesNoun(graph: SentenceGraph, about: number, { mention }: Filler | PhraseActor): boolean {
  const noun = graph.node(about).text.split(/\s+/).at(-1)!.toLowerCase();
  return mention.text.toLowerCase().includes(noun) || (loadActors().actor(mention.actors[0]!)?.name.toLowerCase().includes(noun) ?? false);
}

/** "the Meeting", "the Sixth Summit", "the next session": one of the body of which the document tells, with nothing that says of what else. */
function isOneOfOurs(graph: SentenceGraph, about: number, actors: PhraseActors): boolean {
  if (!graph.isNoun(about) || isJoint(graph, about)) return false;
  const isCounted = numberIn(graph, about) !== null || graph.childrenBy(about, "amod").some((a) => NEXT.test(graph.node(a).text));
  const isTheOne =
    /^\p{Lu}/u.test(graph.node(about).text) && graph.childrenBy(about, "det").some((d) => /^(?:the|this)$/i.test(graph.node(d).text));
  if (!isCounted && !isTheOne) return false;
  const own = graph.childrenBy(about, "nmod", "compound", "nmod:poss").filter((c) => /^(?:of|between|with|)$/.test(graph.preposition(c)));
  return own.every((c) => graph.subtree(c).every((n) => actors.mentionsAt(n).every((m) => m.actors.length === 0)));
}

/** The clause of the gathering is put "at the same meeting", "on that occasion". */
function isAtTheSame(graph: SentenceGraph, about: number): boolean {
  const clause = graph.ancestors(about).find((a) => graph.isVerb(a)) ?? about;
  return graph
    .childrenBy(clause, "obl")
    .some(
      (n) =>
        (n !== about && SAME.test(graph.node(n).text)) ||
        (/^(?:meeting|summit|occasion|event|conference|forum)$/.test(graph.lemma(n)) &&
          graph.childrenBy(n, "amod", "det").some((c) => /^same$/i.test(graph.node(c).text))),
    );
}

/** Slots of those between whom a gathering is, not of who hosts it or comes to it. */
const AS_SIDE: ReadonlySet<string> = new Set(["between", "with", "and", "among", "self", "poss", "mod", "of", "before"]);
const isSide = (f: Filler): boolean => AS_SIDE.has(f.slot.replace(/^own\./, ""));

const SAME = /\bsame\b.*\b(?:meeting|summit|occasion|event|conference|forum)$/i;

function isJoint(graph: SentenceGraph, about: number): boolean {
  return graph.subtree(about).some((n) => /\b(?:joint|mixed|bilateral|binational)\b/i.test(graph.node(n).text));
}

/** "With respect to the Union", "As for the Union", "In the Union": what the sentence says it speaks of. */
function isMatter(graph: SentenceGraph, n: number): boolean {
  if (n > 6) return false;
  const words = graph.nodes
    .slice(0, n)
    .map((x) => x.text)
    .join(" ");
  return /^(?:with (?:respect|regard) to|in (?:respect of|relation to|the case of)?|as (?:for|to|regards)|regarding|concerning|within|at)(?: the)?$/i.test(
    words.trim(),
  );
}

function isWithin(graph: SentenceGraph, n: number): boolean {
  return graph.preposition(n) === "within" && graph.node(n).upos === "PROPN";
}

/** "within the framework of", "under the auspices of", "Within ECOWAS": what a gathering is held under. */
function isRoof(graph: SentenceGraph, n: number): boolean {
  if (isWithin(graph, n)) return true;
  return /^(?:framework|auspices|aegis)$/.test(graph.node(n).lemma.toLowerCase()) && /^(?:within|in|under)$/.test(graph.preposition(n));
}

/** The organisation within whose framework the clause puts the gathering. */
function frameworkOf(graph: SentenceGraph, actors: PhraseActors, about: number): Filler[] {
  const clause = graph.ancestors(about).find((a) => graph.isVerb(a)) ?? about;
  return [clause, about]
    .flatMap((n) => graph.childrenBy(n, "obl", "nmod"))
    .filter((n) => isRoof(graph, n))
    .flatMap((n) => (isWithin(graph, n) ? [n] : (graph.slots(n).get("of") ?? [])))
    .flatMap((n) => actors.actorsOf(n, { alone: true }))
    .filter((f) => kindOf(f.actor) === "org")
    .map((f) => ({
      ...f,
      slot: graph.ancestors(f.node).some((a) => /^(?:auspices|aegis)$/.test(graph.lemma(a))) ? "auspices" : "framework",
    }));
}

const EARLIER = /^(?:previous|earlier|past|prior|further|subsequent|later)$/i;
const NEXT = /^(?:next|last|latest|previous|same)$/i;

/** What one gathering of a series is called but for its number: "third ministerial meeting", "V Ministerial Meeting" → "ministerial meeting"; "" for one that is not counted. */
export function seriesOf(graph: SentenceGraph, about: number): string {
  const isNext = graph.childrenBy(about, "amod").some((a) => NEXT.test(graph.node(a).text));
  if (numberIn(graph, about) === null && !isNext) return "";
  const { text, unit } = graph.node(about);
  const words =
    unit?.kind === "name"
      ? text
          .split(/\s+/)
          .filter((w) => numberOf(w) === null && w.toUpperCase() !== w)
          .map((w) => w.toLowerCase())
      : [...graph.childrenBy(about, "amod", "compound").filter((c) => c < about), about].map((c) => graph.node(c).text.toLowerCase());
  const kept = words.filter((w) => !NEXT.test(w) && !/^(?:first|second|third|\p{L}+th|\d+(?:st|nd|rd|th)|inaugural)$/u.test(w));
  return kept.length > 1 ? kept.join(" ") : "";
}
