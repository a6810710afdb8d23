import type { FrameMatch } from "./match-frames.ts";
import { SECURITY_CONDITIONS, saysIn } from "./security-conditions.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const OFFICE =
  /\b(secretar\w+|chair\w*|presiden\w+|direct\w+|coordinat\w+|leadership|helm|rapporteur|judge|commissioner|post|seat|mandate|term|office)\b/i;

/** The head of a phrase with what is nearest to it. */
function saysWhat(graph: SentenceGraph, i: number): string {
  return [...graph.childrenBy(i, "compound", "amod").filter((c) => c < i), i].map((n) => graph.node(n).text).join(" ");
}

/** "its chairmanship of the body, which it took over in July": the office stands over the relative clause. */
function takesOverOffice(graph: SentenceGraph, trigger: number): boolean {
  return (
    graph.node(trigger).relation === "acl:relcl" &&
    graph
      .ancestors(trigger)
      .slice(0, 2)
      .some((n) => OFFICE.test(graph.node(n).text))
  );
}

/** Conditions of the frames of offices, beside those in security-conditions.ts; docs/frames.md lists them by name. */
export const OFFICE_CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  /** "met the heads of the bloc in June: it was the fourth summit": what is said to be a meeting is nobody's office. */
  "was-a-gathering": (graph, { slots }) =>
    (slots.get("complement") ?? []).some((n) => /^(?:summit|meeting|session|forum|conference|visit|round|dialogue)$/i.test(graph.lemma(n))),
  /** The body is an organisation of states, and what it has is an office, no seat. */
  "office-of-body": (_, { fillers }) => (fillers.get("organization") ?? []).some((f) => f.mention.kind === "organisation"),
  /** "is a Kenyan diplomat", not "was last in Lomé": what the holder is, is said by a noun. */
  "said-by-noun": (graph, { slots }) => (slots.get("complement") ?? []).some((n) => graph.isNoun(n) || /^\p{Lu}/u.test(graph.node(n).text)),
  /** An office is named somewhere in the sentence, or "the office" points back to one. */
  "office-said": (graph, { trigger, fillers }) =>
    (fillers.get("organization") ?? []).length > 0 &&
    (saysIn(graph, trigger, OFFICE) ||
      takesOverOffice(graph, trigger) ||
      (fillers.get("organization") ?? []).some((f) => f.slot === "before")),
  /** "Peru, then in the chair of", "was in the chair of". */
  "in-the-chair": (graph, { trigger }) => {
    const link = graph.childrenBy(trigger, "case").find((c) => c < trigger && /^(?:in|at)$/i.test(graph.node(c).text));
    if (link === undefined || graph.childrenBy(trigger, "det").length === 0) return false;
    return /^(?:,|then|now|currently|still|already|is|was|were|are|been)$/i.test(graph.nodes[link - 1]?.text ?? "");
  },
  /** "the president was appointed mediator": the office is what another one is given to. */
  "named-otherwise": (graph, { trigger, theme }) =>
    theme !== null &&
    // "the president confirmed his attendance": he is nobody's choice there
    (graph.node(theme).relation === "nsubj" ||
      (/^(?:nsubj:pass|obj)$/.test(graph.node(theme).relation) &&
        (graph.slots(trigger).get("complement") ?? []).some((n) => n !== theme && graph.isNoun(n)))),
  /** "Kenya's president was elected chair": who already has an office is given another. */
  "officer-elected": (graph, { slots }) =>
    (slots.get("object") ?? []).some((n) =>
      /\b(?:president|minister|premier|chancellor|king|leader|governor)\b/i.test(graph.node(n).text),
    ) && [...(slots.get("complement") ?? []), ...(slots.get("as") ?? [])].some((n) => OFFICE.test(saysWhat(graph, n))),
  "office-words": (graph, { trigger }) => saysIn(graph, trigger, OFFICE),
  /** "Bolivia takes over in October": what goes without saying. */
  "nothing-taken": (graph, { trigger, slots }) =>
    !graph.isPassive(trigger) && ["object", "as", "from", "of", "complement"].every((slot) => !slots.has(slot)),
  /** "took the chair" at a session, not of a body. */
  "chair-taken": (graph, { trigger }) => saysIn(graph, trigger, /\b(session|meeting|hearing|debate)\b/i),
  /** Host, seat, headquarters, secretariat: another frame's. */
  "seat-words": (graph, { theme, trigger }) => /\b(secretariat|headquarters|seat|home|hosts?)\b/i.test(saysWhat(graph, theme ?? trigger)),
  /** A candidate is put forward, none is chosen yet. */
  "put-forward": (graph, { trigger }) =>
    saysIn(graph, trigger, /\b(nominat\w+|candida\w+|for the post|for the position|for the office|put forward|proposed)\b/i),
  /** A session or a meeting is chaired. */
  "session-words": (graph, { trigger }) =>
    saysIn(graph, trigger, /\b(session|meeting|summit|round|conference|talks|debate|hearing|workshop|seminar|event)s?\b/i),
  /** The object is the organisation itself, not a thing of its. */
  "body-itself": (graph, { slots, fillers }) =>
    (fillers.get("organization") ?? []).some((f) =>
      [...(slots.get("object") ?? []), ...(slots.get("over") ?? [])].some(
        (n) =>
          n === f.node ||
          graph.conjuncts(n).includes(f.node) ||
          // "the Pacific Alliance, a bloc chaired by Peru"
          (graph.node(n).relation === "appos" && graph.node(n).head === f.node),
      ),
    ),
  /** What is seated somewhere is an organisation, said outright. */
  "body-first": (_, { fillers }) =>
    (fillers.get("organization") ?? []).some((f) => f.mention.kind === "organisation" && f.person === null && f.office === null),
  /** The organisation only owns or joins what is said to be there: "ECOWAS soldiers", "diplomats of the Union". */
  "people-of-body": (graph, { fillers, slots }) =>
    (fillers.get("organization") ?? []).every(
      (f) => !(slots.get("object") ?? []).some((n) => graph.conjuncts(n).includes(f.node) && n === f.node),
    ),
  /** "hosts the International Seabed Authority": a body by the look of its name, no meeting of one, and it stands there now. */
  "standing-body-hosted": (graph, match) =>
    (match.fillers.get("organization") ?? []).some((f) =>
      /\b(?:Authority|Agency|Organi[sz]ation|Court|Tribunal|Bank|Fund|Secretariat|Programme|Program|Commission|Institute|Office|Cent(?:re|er)|Bureau|Facility|Headquarters)\b/.test(
        f.mention.text,
      ),
    ) &&
    (graph.isSimplePresent(match.trigger) || SECURITY_CONDITIONS["since-perfect"]!(graph, match)),
  /** "were the presidents of": several states' heads, not of a body. */
  "presidents-words": (graph, { trigger }) => /s$/.test(graph.node(trigger).lemma) && /president/i.test(graph.node(trigger).text),
  /** "was elected president", read as an adjective. */
  "elected-word": (graph, { trigger }) =>
    graph.childrenBy(trigger, "amod", "acl").some((c) => /^(elect|appoint|name|choose|re-elect)(ed)?$/.test(graph.node(c).lemma)),
  /** "was chosen to host". */
  "chosen-to": (graph, { trigger }) =>
    graph
      .ancestors(trigger)
      .slice(0, 3)
      .some((n) => /^(choose|select|designate|pick|name|elect|appoint|agree)$/.test(graph.node(n).lemma)),
  /** "offered to chair": it has not begun. */
  "yet-to-begin": (graph, { trigger }) =>
    /^(?:xcomp|advcl|acl)$/.test(graph.node(trigger).relation) &&
    graph.node(trigger).head >= 0 &&
    /^(offer|propose|agree|plan|want|seek|decide|volunteer|intend|refuse|decline|promise|ask|invite|hope|choose|select|nominate|suggest|elect|appoint|name|pick)$/.test(
      graph.node(graph.node(trigger).head).lemma,
    ),
  /** A member's term is no office. */
  "as-member": (graph, { trigger }) => saysIn(graph, trigger, /\bmembers?\b/i),
  /** A parliament or party calls for it; it is not the state's act yet. */
  "assembly-asks": (graph, { trigger }) =>
    graph.ancestors(trigger).some((n) => graph.isVerb(n) && /^(vote|urge|call|ask|pass|adopt)$/.test(graph.node(n).lemma)) &&
    graph.nodes.some((n) =>
      /(?:^|\s)(parliament|congress|senate|assembly|lawmakers|deputies|mps|legislature|chamber|bundestag|knesset|cortes|riksdag)$/i.test(
        n.text,
      ),
    ),
  /** "from 2004", with no end said: it began then. */
  "from-then": (graph, { trigger }) =>
    ["VBD", "VBN"].includes(graph.node(trigger).xpos) &&
    graph.nodes.some(
      (n, i) =>
        n.text.toLowerCase() === "from" &&
        /^\d{4}$|\b\d{4}$/.test(graph.nodes[i + 1]?.text ?? "") &&
        !/^(to|until|till|through)$/i.test(graph.nodes[i + 2]?.text ?? ""),
    ),
  /** "the ambassador to Laos is Ana Example": a name of two words and more is all that is said. */
  "is-somebody": (graph, { trigger }) => {
    const { head, relation } = graph.node(trigger);
    if (head <= trigger || !relation.startsWith("nsubj")) return false;
    const [copula] = graph.childrenBy(head, "cop");
    if (copula === undefined || !/^(?:is|was)$/i.test(graph.node(copula).text)) return false;
    const said = graph.nodes.slice(copula + 1, Math.max(head, ...graph.childrenBy(head, "flat")) + 1).map((n) => n.text);
    return /^(?:(?:H\.?\s?E\.?|Mr|Mrs|Ms|Dr)\.?\s)*\p{Lu}[\p{L}.'’-]*(?:\s\p{L}[\p{L}.'’-]*)*\s\p{Lu}[\p{L}'’-]+$/u.test(said.join(" "));
  },
  /** "held the first Pacific Alliance summit": whose gathering it was is a name before it, and no side of talks. */
  "gathers-as-body": (graph, { theme, fillers }) =>
    theme !== null &&
    /^(?:summit|meeting|round)$/.test(graph.lemma(theme)) &&
    (fillers.get("participant") ?? []).some((f) => f.slot === "mod" && f.actor.startsWith("org:")) &&
    (fillers.get("participant") ?? []).filter((f) => !f.actor.startsWith("org:")).length >= 2,
  /** "the appointment of the ambassador to Laos as secretary-general": for another office. */
  "named-something-else": (graph, { trigger, theme }) => {
    if (theme === null || theme < trigger || graph.preposition(theme) === "as") return false;
    const behind = graph.nodes.slice(theme + 1).map((n) => n.text);
    return OTHER_OFFICE.test(behind.join(" "));
  },
};

const OTHER_OFFICE =
  /^(?:(?!as\b)\S+ ){0,8}as (?:(?:the|its|their|an?|new|first|next|\S+['’]s) ){0,3}(?:secretary[- ]general|director|president|chair|head|judge|commissioner|coordinator|rapporteur|adviser|advisor|minister|governor)/i;
