import type { FrameMatch } from "./match-frames.ts";
import { phraseText, saysIn } from "./security-conditions.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** Conditions of sanctions: what is done to punish, and what is not. */
export const SANCTION_CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  /** A tariff, ban or measure that punishes a state: sanctions and embargoes always do, others need a word that says so. */
  punishing: (graph, match) => {
    const words = `${match.resumed ?? ""} ${phraseText(graph, match.theme ?? match.trigger)} ${phraseText(graph, match.trigger)}`;
    if (
      /\b(sanctions?|embargo\w*|blockades?|boycotts?|no-fly|asset\w* freeze|travel bans?|visa bans?|arms bans?|punitive|retaliat\w+|penalt(y|ies)|visas?(?: (?:regime|requirements?|restrictions?|obligation))?)\b/i.test(
        words,
      )
    )
      return true;
    // "imposed similar measures": as those told before
    if (
      /\b(?:similar|same|such|comparable|identical) (?:\p{L}+ )?(?:measures|restrictions|steps|penalties)\b/iu.test(words) &&
      (match.fillers.get("target") ?? []).some((f) => f.slot === "before")
    )
      return true;
    return (
      /\b(bans? on (?:\p{L}+ )*(?:trade|import\w*|export\w*|travel|flight\w*|entry|arms|oil|goods|officials|ships?|airlines?|investment|\p{Lu}\p{L}+)|(import|export|trade|flight|oil|entry) bans?)\b/u.test(
        words,
      ) ||
      taxesOne(graph, match) ||
      (/\b(tariffs?|duties|quotas?|restrictions?|measures)\b/i.test(words) &&
        /\b(in retaliation|in response|as punishment|to punish|in reprisal|trade war|in protest|over its|because of|for its)\b/i.test(
          graph.nodes.map((n) => n.text).join(" "),
        ))
    );
  },
  /** "the embargo had been imposed", not "the embargo that was imposed": it is told, and does not only say which. */
  "told-itself": (graph, { trigger }) => !graph.node(trigger).relation.startsWith("acl"),
  /** "the embargo it had imposed on Cuba": the clause names none but those who lift it. */
  "own-measure": (graph, { theme, fillers }) => {
    const targets = (fillers.get("target") ?? []).filter((f) => f.slot.startsWith("clause>"));
    const imposers = (fillers.get("imposer") ?? []).map((f) => f.node);
    return (
      theme === null ||
      targets.length === 0 ||
      graph
        .childrenBy(theme, "acl", "acl:relcl")
        .every((c) => graph.childrenBy(c, "nsubj").every((n) => graph.node(n).upos === "PRON" || imposers.includes(n)))
    );
  },
  /** Sanctions, or measures "against" somebody. */
  "punishing-or-against": (graph, match) =>
    SANCTION_CONDITIONS.punishing!(graph, match) || (match.fillers.get("target") ?? []).some((f) => /^against/.test(f.slot)),
  /** What one state held back from another: the other is named with "to", "for", "from", or owns what is cut. */
  "holds-back": (graph, match) => {
    const own = graph.subtree(match.theme ?? match.trigger);
    const [imposers, targets] = ["imposer", "target"].map((role) => match.fillers.get(role) ?? []);
    if (
      /^end|^withdraw/.test(graph.lemma(match.trigger)) &&
      !/\b(aid|assistance|support|funding|financing|preferences?|privileges?|concessions?|licen[cs]es?)\b/i.test(
        phraseText(graph, match.theme ?? match.trigger),
      )
    )
      return false;
    return (
      targets!.some((t) => own.includes(t.node) || ["to*", "for*", "from*", "on*", "before"].includes(t.slot)) &&
      imposers!.every((i) => !own.includes(i.node) || i.node < (match.theme ?? 0) || graph.ancestors(i.node).includes(match.trigger))
    );
  },
  /** "keeps its border with Morocco closed", "the border that they keep shut". */
  "keeps-shut": (graph, { trigger }) =>
    ["keep", "hold", "remain"].includes(graph.lemma(trigger))
      ? saysIn(graph, trigger, /\b(closed|shut|sealed)\b/i)
      : graph
          .ancestors(trigger)
          .slice(0, 1)
          .some((n) => graph.lemma(n) === "keep"),
  /** A border, gate or sky: that of two neighbours is shut and opened by each to the other (border-sides.ts). */
  "at-a-border": (_, { theme }) => theme !== null,
  /** Against whom it is was told before. */
  /** "planes barred from its airspace": who is kept out stands before, whose it is behind "from". */
  "barred-out": (graph, { trigger, slots }) =>
    graph.isPassive(trigger) &&
    slots.has("from") &&
    !slots.has("by") &&
    !(slots.get("agent") ?? []).some((n) => graph.preposition(n) === "by"),
  "as-told": (_, { fillers }) => (fillers.get("target") ?? []).some((f) => f.slot === "before"),
  /** "opened again", "opened once more"; or a border that was told to be shut, or of which only the opening is told. */
  "opens-again": (graph, { trigger, theme, fillers }) =>
    // "the two opened a joint border post" that was none before
    ((fillers.get("imposer") ?? []).some((f) => f.slot === "each" || f.slot === "before") &&
      !graph.childrenBy(theme ?? trigger, "det", "amod").some((n) => /^(?:an?|new|first)$/i.test(graph.node(n).text))) ||
    graph.childrenBy(trigger, "advmod", "obl").some((n) => /^(?:again|anew|once|more)$/i.test(graph.node(n).text)),
  /** A foreign body is kept out of a country, a market or a trade: "banned the Kenyan airline from the country". */
  "shuts-out-foreign": (graph, { slots, fillers, trigger }) =>
    // "barred nine Canadians from entering": the clause hangs on the verb or on who is barred
    [
      ...(slots.get("from") ?? []),
      ...[trigger, ...(slots.get("object") ?? [])]
        .flatMap((n) => graph.childrenBy(n, "advcl", "acl", "xcomp", "ccomp"))
        .filter((c) => graph.preposition(c) === "from"),
    ].some((n) =>
      /\b(?:country|market|territory|network|airspace|ports?|soil|waters|tenders?|bidding|contracts?|operating|trading|flying|entering|importing|exporting|selling|buying|doing business|investing|5G)\b/i.test(
        phraseText(graph, n),
      ),
    ) && (fillers.get("target") ?? []).every((t) => !(fillers.get("imposer") ?? []).some((i) => i.actor === t.actor)),
  /** "put two firms on its blacklist". */
  "on-a-list": (graph, { slots }) =>
    ["on", "to", "onto", "in"].some((slot) =>
      (slots.get(slot) ?? []).some((n) =>
        /\b(?:blacklist|black list|(?:sanctions?|entity|visa ban|travel ban|targets?|terror(?:ism|ist)?|grey|gray|no-fly|restricted) list|list of (?:state )?sponsors|list of terror\w*)\b/i.test(
          phraseText(graph, n),
        ),
      ),
    ),
  /** A sanction was told of in the last two sentences. */
  "sanction-told": (_, { before, fillers }) =>
    before !== null &&
    (fillers.get("imposer") ?? []).every(
      (f) => /^(?:agent)$/.test(f.slot) && f.person === null && !(before.get("imposer") ?? []).some((b) => b.actor === f.actor),
    ),
  /** "acted the same day", "followed in June", "joined in": nothing is said but when. */
  "acts-likewise": (graph, { slots }) =>
    !["object", "to", "on", "against", "for", "with", "from", "into", "clause", "purpose"].some((slot) =>
      (slots.get(slot) ?? []).some(
        (n) => graph.node(n).unit?.kind !== "date" && !/^(?:suit|day|week|month|year|so)$/i.test(graph.node(n).text),
      ),
    ),
  /** "froze 300 million francs of Kenyan assets". */
  "frozen-money": (graph, { slots }) =>
    (slots.get("object") ?? []).some((n) =>
      /\b(?:assets|accounts?|funds|reserves|deposits|holdings|bank accounts?|property|properties)\b/i.test(phraseText(graph, n)),
    ),
  /** "took it off its list of banned organisations". */
  "off-a-list": (graph, { slots }) =>
    ["from", "off", "off_of", "out"].some((slot) =>
      (slots.get(slot) ?? []).some((n) =>
        /\b(?:blacklist|black list|(?:sanctions?|entity|terror(?:ism|ist)?|grey|gray|no-fly|restricted) list|list of (?:\p{L}+ )?(?:sponsors|banned|terror\p{L}*|sanctioned|prohibited|proscribed|outlawed))\b/iu.test(
          phraseText(graph, n),
        ),
      ),
    ),
  /** "hit Turkey with tariffs", "threatened it with sanctions". */
  "with-restrictions": (graph, { slots }) =>
    (slots.get("with") ?? []).some((n) =>
      /\b(?:sanctions?|embargo\w*|tariffs?|duties|boycott|blockade|travel bans?|asset freezes?|bans?)\b/i.test(phraseText(graph, n)),
    ),
  /** Money that was meant for another is held back. */
  "withheld-money": (graph, { slots, fillers }) =>
    (slots.get("object") ?? []).some((n) => graph.subtree(n, false).some((k) => graph.node(k).unit?.kind === "amount")) &&
    (fillers.get("target") ?? []).some((t) => !(fillers.get("imposer") ?? []).some((i) => i.actor === t.actor)),
  /** "stopped sending workers to": what is stopped is a supply or a purchase. */
  "stops-supply": (graph, { slots }) =>
    (slots.get("clause") ?? []).some(
      (n) =>
        graph.node(n).xpos === "VBG" &&
        /^(send|supply|deliver|sell|export|buy|import|ship|provide|pump|issue|give|lend|pay)$/.test(graph.lemma(n)),
    ),
  /** "kept its border with Armenia under embargo". */
  "under-sanctions": (graph, { slots }) =>
    (slots.get("under") ?? []).some((n) => /\b(sanctions?|embargo|boycott|blockade)\b/i.test(phraseText(graph, n))),
  /** Sanctioned in the other sense: allowed. */
  "by-custom": (graph, { trigger }) =>
    saysIn(graph, trigger, /\b(by (?:\p{L}+ )*(custom|law|tradition|religion|church|usage)|use of|officially sanctioned)\b/iu),
  /** Bans for the sake of health or animals are no sanctions. */
  "health-words": (graph) =>
    /\b(tobacco|smoking|alcohol|outbreak|disease|virus|pandemic|covid\S*|mad cow|bird flu|swine|salmonella|contaminat\w+|pesticides?|ivory|plastic|health|infected|quarantine)\b/i.test(
      graph.nodes.map((n) => n.text).join(" "),
    ),
  /** Isolation as a policy, not by floods or mountains. */
  "isolation-policy": (graph) =>
    /\b(diplomatic\w*|economic\w*|commercial\w*|political\w*|internationally|regime|policy|policies|pariah)\b/i.test(
      graph.nodes.map((n) => n.text).join(" "),
    ),
};

/** A tariff or quota on the goods of one state that is named or was told before, not on a kind of goods. */
function taxesOne(graph: SentenceGraph, match: FrameMatch): boolean {
  const words = phraseText(graph, match.theme ?? match.trigger);
  const targets = match.fillers.get("target") ?? [];
  if (targets.length === 0 || targets.length > 2) return false;
  // "the restrictions were lifted": those told before
  if (targets.every((t) => t.slot === "before")) return /\b(?:tariffs?|duties|quotas?|restrictions|curbs|measures|bans?)\b/i.test(words);
  if (!/\b(?:tariffs?|duties|quotas?)\b/i.test(words)) return false;
  return targets.every((t) => /^(?:on|of|against|from)/.test(t.slot) && /^[A-Z]{3}$/.test(t.actor));
}
