import type { FrameMatch } from "./match-frames.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** Words of those who are armed, in uniform, or sent to watch. */
export const FORCES =
  /\b(troops?|soldiers?|peacekeep\w*|forces?|battalions?|contingents?|infantry\w*|paratroopers?|commandos?|squadrons?|garrisons?|gendarmes?|jets|warplanes|gunboats?|fleet|cruisers?|guards?|monitors?|platoons?|squads?|task force|tanks|servicemen|guns|navy|air force|legion\w*|mercenar\w+|frigates?|units?|brigades?|regiments?|military|observers?|police\w*|marines?|warships?|destroyers?|corvettes?|bombers?|fighters?|patrol (?:boat|vessel|ship)s?|(?:\d[\d,.]*|hundreds?|thousands?) (?:of )?men|blue helmets?|armed|uniformed|army|naval|combat|men and women|battle ?groups?|border police|liaison (?:team|officers?)|(?:its|their) men|(?:USS|HMS|HMAS|HMNZS|HMCS|INS|ROKS|JS)(?= \p{Lu})|(?:last|remaining) (?:\p{L}+ )?(?:helicopters|aircraft|planes|vehicles)|infantry|engineers?|instructors?|trainers?|pilots?|sappers?|artillery|gunners?|artillerymen|airmen|aircrews?|special forces|Gurkhas?|legionnaires?|carabinieri|rangers|advisers|advisors|gunships?|submarines?|flotillas?|detachments?|battlegroups?|armou?red (?:cars?|vehicles?|company|column)|(?:company|group|team|force|unit|handful|dozen) of (?:about |some )?\d[\d,]*|[FA]-\d\ds?|MiGs?|Gripens?|Rafales?|Eurofighters?|(?:its|their) (?:\p{L}+ )?(?:aircraft|helicopters|ships)|(?:combat|military|reconnaissance|transport) aircraft)\b/iu;

const LAND =
  /\b(islands?|islets?|territor(y|ies)|borders?|frontiers?|boundar(y|ies)|region|province|peninsula|strip|triangle|archipelago|waters|gulf|shelf|villages?|enclaves?)\b/i;

/** In a relative clause of its own, below the trigger: "sent soldiers to Haiti, where … since April". */
function isOfAnotherClause(graph: SentenceGraph, i: number, trigger: number): boolean {
  const path = graph.ancestors(i);
  const at = path.indexOf(trigger);
  return at > 0 && path.slice(0, at).some((n) => graph.node(n).relation === "acl:relcl");
}

/** Whether the words of a phrase, clauses and all, match. */
export function saysIn(graph: SentenceGraph, i: number, pattern: RegExp): boolean {
  return pattern.test(
    graph
      .subtree(i)
      .map((n) => graph.node(n).text)
      .join(" "),
  );
}

export function phraseText(graph: SentenceGraph, i: number): string {
  return graph
    .subtree(i, false)
    .map((n) => graph.node(n).text)
    .join(" ");
}

/** Words that make a base one of troops, not of customers or data. */
export const BASES = /\b(air|naval|military|army|submarine|missile|airbase|marine|drone|garrison|overseas|troops?|soldiers?)\b/i;
/** "the American base". */
export const NATION_BASE = /\b\p{Lu}\p{Ll}+(?:an|ish|ese|ch|i|s)\b.* bases?\b/u;
export const MISSIONS =
  /\b(peace-?keep\w*|peacekeeping|stabili[sz]ation|(united nations|un|u\.n\.|eu|nato|african union|au|ecowas|sadc|osce|regional|multinational|observer|monitoring|training|military|assistance|allied|international|policing) (?:\p{L}+ )?(missions?|force|operation|battle ?group|coalition|contingent|brigade)|battle ?groups?)\b/iu;

/** Quarrels within one state, and those who have them. */
const WITHIN =
  /\b(crisis|civil war|peace (?:talks|process)|rebels?|rebellion|opposition|junta|the army|factions?|insurgents?|guerrillas?|militias?|coup|warring (?:sides|parties))\b/i;

/** What ends a quarrel. */
const PEACE = /\bpeace (?:accord|agreement|deal|settlement|treaty|plan|effort|efforts)\b|\b(?:truce|ceasefire)\b/i;

/** What two sides do with whoever stands between them. */
const SETTLES =
  /^(?:agree|accept|settle|sign|reach|resolve|submit|seek|request|ask|resort|meet|talk|resume|negotiate|conclude|end|restore|make|turn|refer|invite|reject|refuse|need|find|begin|start|hold|enter|use|rely|require)$/;

/** Mediators and guarantors by their name: in a state, they stand between its own. */
function isPart(graph: SentenceGraph, node: number): boolean {
  return /^(?:(?:co-)?(?:mediator|facilitator)|guarantor|peacemaker|chief mediator)s?$/.test(graph.lemma(node));
}

/** Conditions for frames of envoys, recognition, conflicts, sanctions, offices and deployments, beside those in conditions.ts. */
export const SECURITY_CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  /** "has recognised Abkhazia since 2008", "have been stationed there for years": what began goes on. */
  "since-perfect": (graph, { trigger }) =>
    graph.childrenBy(trigger, "aux").some((a) => ["have", "has", "'ve", "'s"].includes(graph.node(a).text.toLowerCase())) &&
    graph.nodes.some(
      (n, i) =>
        (/^since\b/i.test(n.text) || /^for .*\b(years|decades|months|centuries)$/i.test(n.text)) && !isOfAnotherClause(graph, i, trigger),
    ),
  /** Present tense of standing: "recognise", "do not recognise". */
  "standing-present": (graph, { trigger }) => {
    if (graph.dated) return false;
    const { xpos } = graph.node(trigger);
    if (graph.childrenBy(trigger, "mark").some((m) => graph.node(m).text.toLowerCase() === "to")) return false;
    const aux = graph.childrenBy(trigger, "aux").map((a) => graph.node(a).text.toLowerCase());
    return ["VBP", "VBZ"].includes(xpos) ? aux.length === 0 : xpos === "VB" && aux.every((a) => a === "do" || a === "does");
  },
  /** "is accredited", "are stationed": a present passive. */
  "present-passive": (graph, { trigger }) =>
    graph.node(trigger).xpos !== "VBG" &&
    graph.childrenBy(trigger, "aux").some((a) => ["is", "are", "remains", "remain"].includes(graph.node(a).text.toLowerCase())),
  /** "is sending": on its way, not there yet. */
  "progressive-now": (graph, { trigger }) =>
    graph.node(trigger).xpos === "VBG" && graph.childrenBy(trigger, "aux").some((a) => /^(is|are|'s|'re)$/i.test(graph.node(a).text)),
  /** "declared persona non grata". */
  "non-grata": (graph, { trigger }) => saysIn(graph, trigger, /\b(non gratae?|unwelcome|undesirable)\b/i),
  /** "gave him 72 hours to leave", "ordered to go home". */
  "told-to-leave": (graph, { trigger }) =>
    saysIn(graph, trigger, /\b(to (leave|quit|go|depart|return home)|out of the country|within \S+ (hours|days)|(hours|days) to leave)\b/i),
  /** "took up his post", "left her office". */
  "of-post": (graph, { trigger }) =>
    graph
      .childrenBy(trigger, "obj")
      .some((o) =>
        /^(posts?|duties|duty|office|position|appointment|mission|assignment|function|functions|tenure)$/i.test(graph.node(o).text),
      ),
  /** An embassy or consulate does it: "the embassy gained an attaché". */
  "embassy-gains": (graph, { slots }) =>
    (slots.get("agent") ?? []).some((n) => /^(embassy|consulate|mission|legation|post)$/i.test(graph.node(n).lemma)),
  /** "their respective ambassadors", "each other's". */
  "each-other": (graph, { theme, trigger }) => saysIn(graph, theme ?? trigger, /\b(respective|each other|one another|the other)\b/i),
  /** One person, not a kind: "the ambassador", not "ambassadors". */
  "one-person": (graph, { trigger }) =>
    !/s$/i.test(graph.node(trigger).text.split(/ (?:of|to|for) /)[0]!) && !graph.node(trigger).xpos.endsWith("S"),
  /** A person's name stands beside the office: "the ambassador to Peru, Ana Example". */
  "name-beside": (graph, { trigger }) => {
    const { head, relation } = graph.node(trigger);
    const isName = (n: number): boolean =>
      graph.node(n).upos === "PROPN" && graph.node(n).unit?.kind !== "list" && / /.test(graph.node(n).text);
    return graph.childrenBy(trigger, "appos").some(isName) || (relation === "appos" && head >= 0 && isName(head));
  },
  /** "since 2018" stands in the phrase itself. */
  "since-here": (graph, { trigger }) => saysIn(graph, trigger, /\bsince\b/i),
  /** Refused, outright or by the verb over it. */
  refused: (graph, { trigger }) =>
    [trigger, ...graph.ancestors(trigger).slice(0, 2)].some((n) => /^(refuse|deny|withhold|decline|reject)$/.test(graph.node(n).lemma)) ||
    graph.childrenBy(trigger, "advmod").some((n) => /^(not|never|n't)$/i.test(graph.node(n).text)),
  /** Where a word of attack is also used of other things, someone armed does it, or a state does it to another. */
  "armed-act": (graph, match) => {
    if (/^(attack|bomb|bombard|shell|raid|assault|ambush|torpedo|strafe?|besiege)$/.test(graph.node(match.trigger).lemma)) return true;
    const agents = match.slots.get("agent") ?? [];
    return (
      agents.some((n) => FORCES.test(phraseText(graph, n))) ||
      saysIn(
        graph,
        match.trigger,
        /\b((?:war)?ships?|(?:war)?planes?|aircraft|airliners?|helicopters?|drones?|fighters?|bombers?|jets?|vessels?|camps?|bases?|positions?|airfields?|missiles?|rockets?|bombs?|frigates?|destroyers?|submarines?|cruisers?|battleships?|trawlers?|gunboats?|corvettes?|tankers?|freighters?|convoys?|targets|hideouts?|depots?|barracks|outposts?|troops|soldiers|patrols?)\b/i,
      )
    );
  },
  /** "occupation" and "annexation" last; other attacks happen. */
  "occupation-word": (graph, { trigger }) => /^(occupation|annexation|invasion)$/.test(graph.node(trigger).lemma.toLowerCase()),
  /** "with Norway as facilitator": what somebody is at talks, said behind "with". */
  "as-one-of-several": (graph, { trigger }) => graph.preposition(trigger) === "as",
  /** "brought the two sides together", "to one table", "into one room". */
  "brought-together": (graph, { trigger }) =>
    graph.childrenBy(trigger, "advmod", "compound:prt").some((n) => /^together$/i.test(graph.node(n).text)) ||
    // hung on what follows: "brought the two ministers together in Rome"
    (graph.slots(trigger).get("object") ?? []).some(
      (o) => o > trigger && graph.subtree(o).some((n) => /^together$/i.test(graph.nodes[n + 1]?.text ?? "")),
    ) ||
    // "to one table", "into the same room", "round a table"
    graph
      .subtree(trigger)
      .some(
        (n) =>
          /^(?:table|room)$/.test(graph.lemma(n)) &&
          /^(?:to|into|round|around|at|in)$/.test(graph.preposition(n)) &&
          !graph.slots(n).has("of"),
      ),
  /** "the bloc, which brings together four countries": its members, as it is, not rivals that it reconciles. */
  "body-gathers": (graph, { trigger, fillers }) =>
    graph.isSimplePresent(trigger) && (fillers.get("mediator") ?? []).some((f) => /^org:/.test(f.actor)),
  /** A participle before talks or a pact, joined to a nation: "Qatari-mediated talks". */
  "before-talks": (graph, { trigger }) => {
    const { head, relation } = graph.node(trigger);
    return (
      relation === "amod" &&
      head > trigger &&
      /^(talks?|negotiations?|dialogue|agreement|deal|truce|ceasefire|accord|settlement|process|peace|pact|treaty|meetings?)$/i.test(
        graph.node(head).lemma,
      )
    );
  },
  /** "good offices remain at the disposal of both", "are available to them". */
  "at-disposal": (graph, { trigger }) => {
    const over = graph.ancestors(trigger).find((n) => graph.isVerb(n) || graph.node(n).upos === "ADJ" || graph.lemma(n) === "disposal");
    return over !== undefined && saysIn(graph, over, /\b(?:disposal|available|on offer)\b/i);
  },
  /** "helped X and Y to reach an agreement". */
  "helps-agree": (graph, { slots }) =>
    (slots.get("clause") ?? []).some((n) =>
      /^(reach|sign|conclude|agree|settle|negotiate|resolve|make|end|overcome|talk|reconcile|restore|patch up)$/.test(graph.lemma(n)),
    ),
  /** Soldiers or border guards do it; what police do to a criminal is no conflict. */
  "army-acts": (graph, { slots }) => (slots.get("agent") ?? []).some((n) => FORCES.test(phraseText(graph, n).replace(/\bpolice\w*/gi, ""))),
  /** One side is Beijing or Taipei, the other a state between them. */
  "between-two-chinas": (_, { fillers }) => {
    const parties = [...new Set((fillers.get("party") ?? []).map((f) => f.actor))];
    return parties.length === 2 && parties.filter((p) => p === "CHN" || p === "TWN").length === 1;
  },
  /** "when the Korean War broke out": a name of its own, whoever else is spoken of. */
  "named-after-one": (graph, { theme, fillers }) =>
    theme !== null &&
    /(?:^|\s)War$/.test(graph.node(theme).text) &&
    (theme > 0 || graph.node(theme).unit !== null) &&
    (fillers.get("party") ?? []).some((f) => f.slot === "before"),
  /** "will provide Peru two warships": who gets them sends them nowhere. */
  "gives-to-one": (graph, { trigger }) => graph.childrenBy(trigger, "iobj").length > 0,
  /** "cut its ties in favour of Beijing". */
  "in-favour-of": (graph, { fillers }) =>
    (fillers.get("party") ?? []).some((f) => graph.holds(f) && /^favou?r$/i.test(graph.nodes[f.node - 2]?.text ?? "")),
  /** An embassy or consulate is where it stops: "suspended operations at its embassy". */
  "at-a-post": (graph, { slots }) => (slots.get("at") ?? []).some((n) => /^(?:embass|high commission|legation)/i.test(graph.node(n).text)),
  /** The object is "them" or "it": what was named before; or "which" behind a charge: "blamed Kenya for the raid, which Nairobi denies". */
  "of-them": (graph, { trigger }) =>
    // "It is recalled that Peru sent troops"
    graph.childrenBy(trigger, "ccomp", "csubj").length === 0 &&
    ((graph.childrenBy(trigger, "obj").some((n) => /^which$/i.test(graph.node(n).text) && graph.nodes[n - 1]?.text === ",") &&
      graph.nodes.slice(0, trigger).some((n) => /^(?:accuse|blame)$/.test(n.lemma))) ||
      graph
        .childrenBy(trigger, "obj", "nsubj:pass")
        .some((n) => graph.node(n).upos === "PRON" && !/^(?:what|who|which|that|something|nothing)$/i.test(graph.node(n).text))),
  /** "there will be". */
  "yet-to-be": (graph, { trigger }) => graph.childrenBy(trigger, "aux").some((a) => /^(will|shall)$/i.test(graph.node(a).text)),
  /** A part of another state's land is claimed; not victory, a prize or somebody's life. */
  "land-claimed": (graph, { slots, fillers }) =>
    // "both Vietnam and the Philippines claim the Spratly Islands"
    (new Set((fillers.get("party") ?? []).filter((f) => f.slot === "agent").map((f) => f.actor)).size > 1 &&
      (slots.get("object") ?? []).some((n) =>
        /\b(?:islands?|islets?|reefs?|shoals?|rocks?|peninsula|territory|region|enclave|waters|strip|plateau|Spratlys|Paracels|Kurils|Senkakus|Falklands)\b/i.test(
          phraseText(graph, n),
        ),
      )) ||
    (slots.get("object") ?? []).some(
      (n) =>
        graph
          .subtree(n, false)
          .some((k) => /^(?:its|their)$/i.test(graph.node(k).text) || (fillers.get("party") ?? []).some((f) => f.node === k)) &&
        /\b(half|third|part|parts|most|all|islands?|islets?|territor\w+|land|region|province|coast|waters|area|strip|sovereignty|north|south|east|west)\b/i.test(
          phraseText(graph, n),
        ),
    ),
  /** Those who come to keep the peace do not attack. */
  "peaceful-force": (graph, { slots, trigger }) =>
    [trigger, ...(slots.get("agent") ?? [])].some((n) =>
      /peace|observer|monitor|blue helmet|rescue|relief|convoy|inspector/i.test(phraseText(graph, n)),
    ) || /\b(parade|festival|procession)\b/i.test(graph.nodes.map((n) => n.text).join(" ")),
  /** What is hit is armed or in uniform. */
  "object-armed": (graph, { slots }) => (slots.get("object") ?? []).some((n) => FORCES.test(phraseText(graph, n))),
  /** "from 1910 to 1945", "between 1910 and 1945", "until". */
  "span-of-time": (graph) =>
    graph.nodes.some(
      (n) =>
        /^(from|between) .*\d.*\b(to|until|till|and|through)\b|^\d{4}\s?[–-]\s?\d{2,4}$/i.test(n.text) || /^(until|till)\b/i.test(n.text),
    ),
  /** The clause says that it ended. */
  "span-ends": (graph, { trigger }) =>
    graph
      .ancestors(trigger)
      .slice(0, 2)
      .some((n) => /^(end|cease|finish|over)$/.test(graph.node(n).lemma)),
  /** "came" only with "to an end". */
  "come-elsewhere": (graph, { trigger }) => graph.node(trigger).lemma === "come" && !saysIn(graph, trigger, /\bto an? (end|close|halt)\b/i),
  /** "border conflict" is a quarrel that lasts. */
  "border-quarrel": (graph, { trigger }) =>
    graph.node(trigger).lemma.toLowerCase() === "conflict" &&
    /\b(border|boundary|territorial|frontier|maritime)\b/i.test(phraseText(graph, trigger)),
  /** Those who go home, or flee, do not attack. */
  homeward: (graph) =>
    /\b(withdr[ae]w\w*|pull(ed|ing) out|last unit|home|refuge|ending|exile|asylum|exercises?|drills?)\b/i.test(
      graph.nodes.map((n) => n.text).join(" "),
    ),
  /** What is recognised is neither a state nor a government: an importance, a genocide, a claim, degrees, a city as capital. */
  "other-recognition": (graph, { slots, trigger }) =>
    (slots.get("object") ?? []).some((n) =>
      /^(importance|need|right|rights|role|value|massacre|killing|killings|genocide|annexation|border|borders|claim|claims|degree|diploma|licence|passport|visa|contribution|effort|efforts|problem|result|results|election|threat|potential|dignity|jurisdiction|language|marriage|capital|city|product|title|validity|community|minority|diaspora|qualification|certificate|vaccine|vaccination)s?$/i.test(
        graph.node(n).lemma,
      ),
    ) ||
    saysIn(
      graph,
      trigger,
      /^(?!as ).*\bas (?:\p{L}+ )*(?:genocide|capital|heritage|champion|market economy|terrorist\w*)\b|^(?!as ).*\bas (?:an? )?(?:integral |inalienable )?part of\b/iu,
    ),
  /** "recognised each other". */
  "each-other-object": (graph, { trigger }) => saysIn(graph, trigger, /\b(each other|one another)\b/i),
  /** "fired at", and "turned water cannon on": something that fires. */
  "fires-weapon": (graph, { trigger, slots }) =>
    !/^(?:turn|use|aim|rain|hurl|launch|drop|loose)\b/.test(graph.lemma(trigger)) ||
    (slots.get("object") ?? []).some((n) =>
      /\b(?:water cannons?|cannons?|guns?|lasers?|artillery|tear gas|rockets?|missiles?|bombs?|shells?|mortars?|grenades?|torpedo(?:es)?)\b/i.test(
        phraseText(graph, n),
      ),
    ),
  /** "destroyed a reactor", "levelled a village": armed people do it. */
  "by-armed": (graph, { slots }) =>
    ["agent", "by"].some((slot) => (slots.get(slot) ?? []).some((n) => FORCES.test(phraseText(graph, n).replace(/\bpolice\w*/gi, "")))),
  /** "called to the foreign ministry". */
  "to-ministry": (graph, { slots }) =>
    (slots.get("to") ?? []).some((n) => /\b(?:ministry|department|foreign office)\b/i.test(phraseText(graph, n))),
  /** Both sides are named, and the mediator is neither; one may be an organisation or a group. A quarrel within one state has one. */
  "two-sides": (graph, { trigger, fillers }) => {
    const sides = new Set((fillers.get("party") ?? []).map((f) => f.actor));
    if ((fillers.get("mediator") ?? []).some((m) => sides.has(m.actor))) return false;
    if (sides.size !== 1) return sides.size >= 2;
    const [side] = fillers.get("party") ?? [];
    // "mediator in Liberia", "the Burundian peace accord": the quarrel is the state's own
    if (side!.slot === "strife") return true;
    const isOwn = /^(?:in|mod|poss|of)\*?$/.test(side!.slot) && !/^(?:capital|city)$/.test(side!.mention.form);
    const words = graph.nodes.map((n) => n.text).join(" ");
    return (
      WITHIN.test(words) ||
      (isOwn && PEACE.test(words)) ||
      (side!.slot === "in*" && graph.isNoun(trigger) && graph.preposition(side!.node) === "in" && isPart(graph, trigger))
    );
  },
  /** Each of the sides is a state, none a region or a people. */
  "both-states": (_, { fillers }) => (fillers.get("party") ?? []).every((f) => kindOf(f.actor) === "state"),
  /** Whoever is found only over "the mediation of" has a quarrel settled, and does not just praise it. */
  "sides-settle": (graph, { trigger, fillers }) => {
    const { head } = graph.node(trigger);
    const isOver = (fillers.get("party") ?? []).some((f) => /^over\.(?:agent|object)/.test(f.slot));
    return !isOver || (head >= 0 && SETTLES.test(graph.lemma(head)));
  },
  /** Two sides, or the one with whom somebody mediates for others: "offered to mediate with the junta". */
  "sides-or-with": (graph, match) => {
    const sides = match.fillers.get("party") ?? [];
    const mediators = match.fillers.get("mediator") ?? [];
    const isWith = sides.length === 1 && sides[0]!.slot === "with*" && !mediators.some((m) => m.actor === sides[0]!.actor);
    return isWith || SECURITY_CONDITIONS["two-sides"]!(graph, match);
  },
  /** Who says that he did it is a group under arms, none that was struck. */
  "by-armed-group": (_, { fillers }) => (fillers.get("initiator") ?? []).every((f) => f.actor.startsWith("group:")),
  /** "called for talks", against "called talks". */
  "calls-for": (graph, { trigger, slots }) => /^call/.test(graph.lemma(trigger)) && slots.has("for"),
  /** What is refused is mediation: "rejected Norway's offer to mediate". */
  "to-mediate": (graph, { theme, trigger }) => saysIn(graph, theme ?? trigger, /\b(mediat\w+|arbitrat\w+|good offices|broker)\b/i),
  /** The host of the talks is not one of those who talk. */
  "stands-apart": (graph, { fillers }) =>
    (fillers.get("mediator") ?? []).every((m) => !(fillers.get("party") ?? []).some((p) => p.actor === m.actor) && !isGuest(graph, m.node)),
  /** "with Algerian mediation", "under the auspices of", "through the good offices of". */
  "by-means": (graph, { trigger }) => /^(with|under|through|thanks to|by|after|following|via)$/.test(graph.preposition(trigger)),
  /** What the theme says comes after "as": "as the government of". */
  "as-what": (graph, { theme }) => theme !== null && graph.preposition(theme) === "as",
  /** "is in Nairobi", "based in". */
  "lies-in": (graph, { slots, trigger }) => slots.has("in") || slots.has("at") || graph.preposition(trigger) === "",
  /** What is occupied is a land or a place in it, not a rank or a seat. */
  "place-taken": (graph, { slots, fillers }) =>
    (slots.get("object") ?? []).some(
      (n) =>
        (fillers.get("target") ?? []).some((f) => f.node === n || graph.conjuncts(n).includes(f.node)) ||
        /\b(north|south|east|west|northern|southern|eastern|western|part|parts|half|third|most|islands?|territor\w+|city|town|villages?|strip|province|region|capital|peninsula|area|zone|posts?|outposts?|base|port|heights|bank|land|coast|valley)\b|- (?:administered|held|controlled|ruled)\b/i.test(
          phraseText(graph, n),
        ),
    ),
  /** An island, a stretch of land, a town or a post. */
  "land-or-post": (graph, match) => SECURITY_CONDITIONS["land-words"]!(graph, match) || SECURITY_CONDITIONS["post-taken"]!(graph, match),
  /** "fought on the side of", "fought alongside": not against each other. */
  "same-side": (graph, { trigger }) =>
    saysIn(graph, trigger, /\b(?:on (?:the )?(?:\S+ ){0,3}side|alongside|beside|side by side|in the ranks|shoulder to shoulder)\b/i) ||
    /\b(?:alongside|beside|on \S+(?: ['’]s)? side)\b/i.test(graph.nodes.map((n) => n.text).join(" ")),
  /** What is taken is a place: a town, a post, an airfield. */
  "post-taken": (graph, { slots }) =>
    (slots.get("object") ?? []).some((n) =>
      /^(?:town|city|village|capital|outpost|post|base|airport|airfield|port|harbou?r|oilfield|oil field|island|hill|heights?|fort|fortress|garrison|province|region|bridge|pass|peak|mountain|valley|strip|enclave|station)s?$/i.test(
        graph.node(n).lemma,
      ),
    ),
  /** At least one side is named here, not all recalled. */
  "said-here": (_, { fillers }) => [...fillers.values()].flat().some((f) => !["before", "subject", "pair"].includes(f.slot)),
  /** Both sides are named here, none is taken from before or from the place. */
  "both-said": (_, { fillers }) => [...fillers.values()].flat().every((f) => !["before", "subject", "pair", "place"].includes(f.slot)),
  /** "accusing them of espionage": those sent out are diplomats, or said to be. */
  "spy-words": (graph) =>
    /\b(?:espionage|spying|spies|spy|intelligence (?:officers?|agents?)|diplomatic (?:cover|status)|undercover)\b/i.test(
      graph.nodes.map((n) => n.text).join(" "),
    ),
  /** The country or the mission that they leave, or serve in, is named. */
  /** "the first unit goes online": a reactor, no soldiers. */
  "starts-up": (graph, { trigger }) =>
    saysIn(graph, trigger, /\b(?:online|on line|on stream|on-stream|on grid|into (?:commercial )?operation)\b/i),
  "somewhere-named": (_, { fillers }) => fillers.has("host") || fillers.has("organization"),
  /** "asked France to send soldiers", not "to send its soldiers home" or "to Niger": to nowhere else. */
  "sent-to-asker": (graph, { trigger, slots }) =>
    !saysIn(graph, trigger, /\b(?:home|back|away)\b/i) &&
    ["to", "into", "for", "with", "on", "from", "recipient", "at", "in"].every((slot) =>
      (slots.get(slot) ?? []).every((n) => graph.node(n).unit?.kind === "date"),
    ),
  /** An envoy was spoken of, whose colleague another is. */
  "envoys-before": (graph, { trigger }) =>
    graph.nodes
      .slice(0, trigger)
      .some((n) => /\b(?:ambassador|consul|consul general|attach[eé]|high commissioner|charg[eé] d.affaires)s?$/i.test(n.text)),
  /** Before embassies had ambassadors, ministers were sent: years before 1940, or "accredited". */
  "old-times": (graph, { trigger }) =>
    graph.node(trigger).lemma === "accredit" || graph.nodes.some((n) => /\b1[5-8]\d\d\b|\b19[0-3]\d\b/.test(n.text)),
  /** "called home", "brought back". */
  "homeward-word": (graph, { trigger }) => saysIn(graph, trigger, /\b(home|back)\b/i),
  /** "the race to lead the organisation": it is sought, not held. */
  "sought-after": (graph, { trigger }) => graph.node(trigger).relation === "acl" && graph.node(trigger).xpos === "VB",
  /** At least one side is named in the phrase itself: "its dispute with Peru". */
  "has-own-side": (graph, { trigger, fillers }) => {
    const own = graph.subtree(trigger);
    return (fillers.get("party") ?? []).some((f) => own.includes(f.node));
  },
  /** An exercise, a parade or a rescue is no deployment. */
  "exercise-words": (graph) =>
    /\b(exercises?|drills?|man(?:o?e)uvres?|parade|ceremony|war games|air ?shows?|fly-?past|displays?|competition|olympics|games)\b/i.test(
      graph.nodes.map((n) => n.text).join(" "),
    ),
  /** Always so; what it asks for is that only a date of the phrase itself counts (build-claims.ts). */
  "own-date": () => true,
  /** "went to war". */
  "to-war": (graph, { trigger, theme }) => theme !== null && graph.lemma(trigger) !== "be" && /^(to|into)$/.test(graph.preposition(theme)),
  /** The trigger stands under "under": "is under sanctions". */
  "under-it": (graph, { trigger }) => graph.preposition(trigger) === "under",
  /** "during the war", "after the clashes": when something else happened. */
  "only-the-time": (graph, { trigger }) =>
    /^(?:during|after|before|since|until|till|following|amid|throughout|in_the_wake_of)$/.test(graph.preposition(trigger)),
  /** "were at war". */
  "at-war": (graph, { trigger }) => graph.preposition(trigger) === "at",
  /** Armed people do it: "troops crossed into". */
  "forces-act": (graph, { slots, resumed, frame, before, fillers }) =>
    (resumed !== null && FORCES.test(resumed)) ||
    // "They guard the airport", after troops were told of
    (frame.type === "deployment" &&
      before !== null &&
      (fillers.get("sender") ?? []).every((f) => f.slot !== "subject") &&
      (slots.get("agent") ?? []).some((n) => /^(?:they|these|those|both|last|first|rest|others?|another)$/i.test(graph.node(n).text)) &&
      (fillers.get("sender") ?? []).some((f) => (before.get("sender") ?? []).some((b) => b.actor === f.actor))) ||
    (slots.get("agent") ?? []).some((n) =>
      FORCES.test(
        graph
          .subtree(n, false)
          .map((k) => graph.node(k).text)
          .join(" "),
      ),
    ),
  /** "a Chadian soldier who left Mali": one man of no rank, no force. */
  "one-soldier": (graph, { slots }) =>
    (slots.get("agent") ?? []).some(
      (n) =>
        /\b(?:soldier|officer|peacekeeper|guard|marine|pilot|observer|sailor|volunteer|mercenary|legionnaire)$/i.test(graph.node(n).text) &&
        (graph.childrenBy(n, "det").some((d) => /^an?$/i.test(graph.node(d).text)) || /^an?$/i.test(graph.nodes[n - 1]?.text ?? "")),
    ),
  /** "Nyerere clashed with Obote": two statesmen quarrel, no armies. */
  "in-person": (_, { fillers }) => [...fillers.values()].flat().every((f) => f.person !== null),
  /** An island, a stretch of land or sea, a border is quarrelled over. */
  "land-words": (graph, { trigger }) => saysIn(graph, trigger, LAND),
  /** "a dispute over the island of": what it is over is land or water. */
  "over-land": (graph, { slots }) =>
    ["over", "about", "on"].some((slot) => (slots.get(slot) ?? []).some((n) => LAND.test(phraseText(graph, n)))),
  /** Each does it to the other: "exchanged ambassadors". What several take part in is built for every pair (build-claims.ts). */
  mutually: (_, { fillers }) => new Set([...fillers.values()].flat().map((f) => f.actor)).size >= 2,
};

/** "Qatar took part in the meeting of": who is there is no host. */
function isGuest(graph: SentenceGraph, node: number): boolean {
  const { head, relation } = graph.node(node);
  return relation.startsWith("nsubj") && head >= 0 && /^(?:participate|take part|attend|join)$/.test(graph.lemma(head));
}
