import { resolveActor } from "../actors/resolve-actor.ts";
import type { FrameMatch } from "./match-frames.ts";
import { phraseText } from "./security-conditions.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** "seven training aircraft for the Kenyan Air Force". */
export const FOR_FORCES =
  /\b(?:aircrafts?|helicopters?|planes?|vessels?|boats?|vehicles)\b.{0,20} for (?:the |its )?(?:\S+ ){0,3}(?:Air Force|Army|Navy|Armed Forces|Coast Guard|Defence Forces?|Defense Forces?)\b/i;
export const WEAPONS =
  /\b(?:arms|armaments?|weapon\w*|tanks?|howitzers?|missiles?|fighters?|fighter jets?|jets?|warplanes?|bombers?|helicopters?|gunships?|frigates?|destroyers?|submarines?|warships?|gunboats?|minesweepers?|rifles?|carbines?|pistols?|ammunition|munitions?|drones?|artillery|guns?|mortars?|grenades?|cannons?|radars?|corvettes?|patrol (?:boat|vessel|aircraft|plane|ship)s?|military|defen[cs]e|combat|armou?red|rockets?|torpedo(?:es)?|shells|bombs?|trainer aircraft|\w+-class|class boats?|mat[eé]riel|tear gas)\b/i;

/** What is opened to be seen or heard. */
const SHOWS = /^(?:festival|exhibition|show|season|concert|fair|event|ceremony|conference|celebration|gala|week|exhibit)$/i;

/** Conditions of aid, arms, projects and foundings. */
export const SUPPLY_CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  /** What it is about stands after "with": "provided Kenya with a loan". */
  "theme-after-with": (graph, { theme, trigger }) =>
    theme !== null &&
    [theme, ...graph.ancestors(theme)].some((n) => graph.preposition(n) === "with" && graph.ancestors(n).includes(trigger)),
  /** "gave Laos a grant to fund a school", "approved two loans to finance it": what is given is told by the verb or noun over it. */
  "spends-what-is-given": (graph, { trigger }) => {
    const { head, xpos } = graph.node(trigger);
    if (head < 0 || xpos !== "VB" || graph.preposition(trigger) !== "to") return false;
    const given = graph.isVerb(head) ? ["object", "with"].flatMap((slot) => graph.slots(head).get(slot) ?? []) : [head];
    return given.some((n) => /^(?:loan|grant|credit|donation|facility|funding|financing|aid|assistance|package)$/.test(graph.lemma(n)));
  },
  /** "the largest loan ever granted": one among all that there were. */
  "ever-so": (graph, { trigger }) => graph.childrenBy(trigger, "advmod").some((n) => /^ever$/i.test(graph.node(n).text)),
  /** "made 20 million euros available": a sum that is put at somebody's disposal. */
  "made-available": (graph, { trigger }) => {
    const at = graph.nodes.findIndex((n, k) => k > trigger && k < trigger + 10 && n.text.toLowerCase() === "available");
    if (at < 0) return false;
    // "made available another 3 million", "3 million was made available" as well
    const subject = graph.nodes.filter((n, k) => k < trigger && n.head === trigger);
    const sum = [...subject, ...graph.nodes.slice(trigger + 1, at), ...graph.nodes.slice(at + 1, at + 5)];
    return sum.some((n) => n.unit?.kind === "amount" || /^(?:million|billion)s?$/i.test(n.text));
  },
  /** "sent three ships to Djibouti": they come, and are not given. */
  "sends-ships": (graph, { trigger, slots }) =>
    graph.lemma(trigger) === "send" &&
    (slots.get("object") ?? []).some((n) => /^(?:ship|vessel|aircraft|plane|helicopter|boat)$/.test(graph.lemma(n))),
  /** Those that came were ordered, given or part of a batch; ships and planes that merely came paid a visit. */
  "delivery-words": (graph, { theme, trigger, resumed }) =>
    resumed !== null ||
    /\b(?:first|second|third|last|final|batch\w*|shipments?|consignments?|deliver\w*|order\w*|donat\w*|promised|bought|purchas\w*|procured|acquired|gift|new|planeload|shipload)\b/i.test(
      [...graph.subtree(theme ?? trigger), ...graph.ancestors(theme ?? trigger).filter((n) => graph.isNoun(n))]
        .map((n) => graph.node(n).text)
        .join(" "),
    ),
  /** "asked the Bank for $500 million", "sought 6 billion from": a sum with no word for a loan or a debt. */
  "asks-for-sum": (graph, { slots, trigger }) =>
    ["for", "object"].some((slot) => (slots.get(slot) ?? []).some((n) => graph.node(n).unit?.kind === "amount")) &&
    !/\b(?:compensation|reparations|damages|debts?|ransom|arrears|refund|trade|fees?|fines?|bail)\b/i.test(phraseText(graph, trigger)),
  /** A counted gift of things: "gave Cuba 140 cattle"; not points, days or percent. */
  "counted-gift": (graph, { slots }) =>
    (slots.get("object") ?? []).some(
      (n) =>
        graph.isNoun(n) &&
        !graph.node(n).unit &&
        graph.childrenBy(n, "nummod").length > 0 &&
        // "sent 3,000 people fleeing"
        !/^(?:others?|people|civilians?|refugees?|villagers?|residents?|migrants?|prisoners?|families|persons?|men|women)$/i.test(
          graph.node(n).text,
        ) &&
        !/^(?:points?|goals?|reasons?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|chances?|votes?|seats?|percent|runs?|medals?|stars?|marks?|times?|options?|choices?|notices?|letters?|warnings?|lessons?|examples?|answers?|interviews?|concerts?|speeches|children|sons?|daughters?|names?|envoys?|ambassadors?|delegates?|delegations?|ministers?|officials?|observers?|inspectors?|invitations?|questions?|proposals?|conditions?|concessions?|islands?|percentage)$/i.test(
          graph.node(n).text,
        ),
    ),
  /** Who helps and who is helped are named here, and the helped one is no state that helps itself. */
  "helped-abroad": (_, { fillers }) =>
    (fillers.get("donor") ?? []).every(
      (d) => !["before", "subject", "scene"].includes(d.slot) && !(fillers.get("recipient") ?? []).some((r) => r.actor === d.actor),
    ),
  /** "thanked Japan for a grant": the grant is what it is thanked for. */
  "thanked-for-it": (graph, { trigger, fillers }) =>
    (fillers.get("recipient") ?? []).every((f) => !f.slot.startsWith("over.") || /^[A-Z]{3}$/.test(f.actor)) &&
    graph.preposition(trigger) === "for" &&
    graph.node(trigger).head >= 0 &&
    (graph.lemma(graph.node(trigger).head) === "thank" || (fillers.get("donor") ?? []).some((f) => f.slot === "agent")),
  /** A firm does it, for money. */
  "firm-acts": (graph, { slots }) =>
    ["agent", "by"].some((slot) =>
      (slots.get(slot) ?? []).some((n) =>
        /\b(?:compan(?:y|ies)|firms?|contractors?|builders?|consortium|corporation|group|giant|engineers)\b/i.test(phraseText(graph, n)),
      ),
    ),
  /** Soldiers or police practise together: "trained with", "trained together". */
  "trains-together": (graph, { trigger, slots, fillers }) =>
    !graph.isPassive(trigger) &&
    !slots.has("object") &&
    ((fillers.get("party") ?? []).some((f) => f.slot.startsWith("with")) ||
      graph.childrenBy(trigger, "advmod").some((a) => /^(?:together|jointly)$/i.test(graph.node(a).text))) &&
    [...(slots.get("agent") ?? []), ...(slots.get("with") ?? [])].some((n) =>
      /\b(?:soldiers?|troops?|units?|arm(?:y|ies)|nav(?:y|ies)|air forces?|forces?|commandos?|pilots?|police|marines?|battalions?|guards?|paratroopers?|militar(?:y|ies))\b/i.test(
        phraseText(graph, n),
      ),
    ),
  /** "paid Palau 20 million dollars": not for something that was bought or owed. */
  "paid-outright": (graph, { slots, trigger }) =>
    !slots.has("for") &&
    !graph.subtree(trigger, false).some((n) => graph.isNoun(n) && graph.preposition(n) === "for" && graph.node(n).unit?.kind !== "date") &&
    !slots.has("as") &&
    !/\b(?:reparations?|rent|rental|fees?|debts?|dues|interest|loans?|instal?ments?|claims?|contribution)\b/i.test(
      graph
        .subtree(trigger)
        .map((n) => graph.node(n).text)
        .join(" "),
    ),
  /** "built with Japanese help": what is built, bought or set up with another's help or money. */
  "means-of-building": (graph, { trigger, fillers }) => {
    const { head } = graph.node(trigger);
    if (head < 0 || !/^(?:with|through|thanks to|by|from|via|under)$/.test(graph.preposition(trigger))) return false;
    const donors = new Set((fillers.get("donor") ?? []).map((f) => f.actor));
    // "a film opened the festival with the support of the embassy"
    if (graph.childrenBy(head, "obj").some((n) => SHOWS.test(graph.lemma(n)))) return false;
    return (
      /^(?:build|rebuild|construct|set up|establish|open|found|restore|repair|renovate|modernise|modernize|equip|complete|finish|lay|dig|expand|extend|electrify|clear|finance|fund|refurbish|create|erect|train|launch|buy|purchase)$/.test(
        graph.lemma(head),
      ) && !(fillers.get("recipient") ?? []).some((f) => donors.has(f.actor))
    );
  },
  /** "is under construction". */
  "being-built": (graph, { trigger }) => graph.preposition(trigger) === "under" && graph.childrenBy(trigger, "nsubj").length > 0,
  /** A camp, course or school where people are trained. */
  "for-trainees": (graph, { theme, trigger }) =>
    theme !== null &&
    /\b(?:training|academy|staff college|recruits|cadets|police school|military school|boot camp)\b/i.test(
      graph
        .subtree(trigger)
        .map((n) => graph.node(n).text)
        .join(" "),
    ),
  /** Those who study are in uniform or in office. */
  "officers-study": (graph, { slots }) =>
    (slots.get("agent") ?? []).some((n) =>
      /\b(?:officers?|cadets?|pilots?|soldiers?|sailors?|diplomats?|police(?:men)?|officials?|civil servants?)\b/i.test(
        phraseText(graph, n),
      ),
    ),
  /** "at the expense of". */
  "at-it": (graph, { trigger, fillers }) =>
    graph.preposition(trigger) === "at" &&
    // "ties opened at the expense of Taiwan": to its loss
    ((fillers.get("donor") ?? []).every((f) => f.slot !== "of" && f.slot !== "of*") ||
      graph.ancestors(trigger).some((n) => PAID_FOR.test(graph.lemma(n)))),
  /** A plane, ship or convoy that carries relief. */
  "relief-load": (graph, { trigger, slots }) =>
    (slots.get("agent") ?? []).some((n) =>
      /plane|aircraft|flight|ship|vessel|convoy|truck|lorr|planeload|cargo/i.test(graph.node(n).text),
    ) &&
    /\b(?:relief|food aid|humanitarian|medicines?|medical (?:supplies|equipment)|vaccines?|(?:tons?|tonnes?) of (?:aid|food|rice|flour|grain|wheat|medicine|supplies)|tents|blankets|(?:test )?kits|masks|protective|ventilators|doctors|medics|nurses|rescuers|rescue workers|generators|emergency (?:aid|goods)|aid supplies|tons? of aid|food|vaccine doses)\b/i.test(
      graph
        .subtree(trigger)
        .map((n) => graph.node(n).text)
        .join(" "),
    ),
  /** What it is about is the verb's subject: "loans went to Kenya". */
  "theme-is-subject": (graph, { theme, slots }) =>
    theme !== null && (slots.get("agent") ?? []).some((a) => a === theme || graph.node(theme).head === a),
  /** A sum of money hangs on the verb itself. */
  "money-in-clause": (graph, { trigger }) => graph.children(trigger).some((n) => graph.node(n).unit?.kind === "amount"),
  /** The money is the price of something: "paid 3 million for", "a contract". */
  "bought-with-it": (graph) =>
    /\b(?:bribes?|ransom|fines?|compensation|prize|lottery|contract|salary|transfer fee|lawsuit|damages)\b/i.test(
      graph.nodes.map((n) => n.text).join(" "),
    ),
  /** "equipped its army with French rifles": forces of one's own. */
  "equips-own": (graph, { slots }) =>
    (slots.get("object") ?? []).some((n) =>
      graph.childrenBy(n, "nmod:poss").some((p) => /^(?:its|their|his|her)$/i.test(graph.node(p).text)),
    ),
  /** "gave Mali 30 million dollars in food aid": the sum is of aid, which another frame reads. */
  "sum-of-aid": (graph, { slots }) =>
    (slots.get("in") ?? []).some((n) => /^(?:aid|assistance|help|relief|loan|grant)$/.test(graph.lemma(n))),
  /** "offers 200 scholarships a year", "every year offers": what is on offer is given again and again. */
  "offers-regularly": (graph, { trigger }) =>
    /^VB[ZP]$/.test(graph.node(trigger).xpos) &&
    /\b(?:(?:every|each|a|per) (?:academic )?year|annually|yearly|annual|regularly|scholarships|fellowships|bursaries)\b/i.test(
      graph
        .subtree(trigger)
        .map((n) => graph.node(n).text)
        .join(" "),
    ),
  /** The donor acts through a body whose business is aid. */
  "donor-is-aid-agency": (_, { fillers }) =>
    (fillers.get("donor") ?? []).some((f) =>
      /peace corps|\busaid\b|koica|\bjica\b|\bgiz\b|aecid|\bdfid\b|\bsida\b|\btika\b|norad|danida|\bedcf\b|\bafd\b|enabel|\bvso\b|ausaid|development agency|cooperation agency|aid agency|aid programme/i.test(
        `${f.text} ${f.body ?? ""}`,
      ),
    ),
  /** A sum of money stands after "with", "a loan of" or "through": "provided Kenya with 3 million dollars". */
  "with-money": (graph, { slots }) =>
    (slots.get("with") ?? []).some((n) => graph.subtree(n, false).some((k) => graph.node(k).unit?.kind === "amount")),
  /** Warships, aircraft and men that move under their own flag: a deployment, no supply. */
  "own-forces": (graph, { theme, trigger, fillers, slots }) => {
    if (!["send", "deploy", "fly", "return", "dispatch"].includes(graph.lemma(trigger))) return false;
    const people =
      /\b(?:troops|soldiers|warships?|frigates?|destroyers?|ships?|fleet|aircraft carrier|squadron|vessels?|fighters?|jets?|planes?|aircraft|helicopters?|bombers?|submarines?|officers?|men)\b/i;
    const words =
      theme === null
        ? ""
        : graph
            .subtree(theme, false)
            .map((n) => graph.node(n).text)
            .join(" ");
    const toArmy =
      [...fillers.values()].flat().some((f) => /\b(?:army|air force|navy|armed forces|police|rebels?|guerrillas?)\b/i.test(f.text)) &&
      slots.has("to");
    return people.test(words) && !toArmy;
  },
  /** Weapons that are fired or carried by their own army, not supplied. */
  "weapons-used": (graph, { trigger, slots }) => graph.lemma(trigger) === "carry" && !slots.has("to"),
  /** What it is about stands after "for" or "of" or as a compound: "a contract for tanks". */
  "theme-after-for": (graph, { theme }) =>
    theme !== null && (["for", "of"].includes(graph.preposition(theme)) || graph.node(theme).relation === "compound"),
  /** Both sides are other than each other and the armed one is no weapon of one's own. */
  "two-sided-arming": (graph, { slots, fillers }) =>
    (slots.get("object") ?? []).some(
      (n) => (fillers.get("recipient") ?? []).some((f) => f.node === n) && graph.childrenBy(n, "nmod:poss").length === 0,
    ),
  /** Not the second of "tanks and howitzers": they are one supply. */
  "first-theme": (graph, { frame, theme }) => {
    if (theme === null || graph.node(theme).relation !== "conj") return true;
    const head = graph.node(theme).head;
    return !(frame.theme?.has(graph.lemma(head)) || frame.theme?.has(graph.node(head).text.toLowerCase()));
  },
  /** "the world's fourth-largest arms exporter": to nobody told of. */
  "of-the-world": (graph, { trigger }) => graph.childrenBy(trigger, "nmod:poss", "nmod").some((n) => /^world$/i.test(graph.node(n).text)),
  /** What it is about does not do it: "the ministry gave a briefing" gives no ministry. */
  "not-giver": (graph, { theme, trigger }) =>
    theme === null || graph.node(theme).head !== trigger || graph.node(theme).relation !== "nsubj",
  /** What it is about is an organisation known by its name: "the Three Seas Initiative". */
  "theme-is-known-body": (graph, { theme }) =>
    theme !== null && /^\p{Lu}/u.test(graph.node(theme).text) && (resolveActor(graph.node(theme).text)?.id.startsWith("org:") ?? false),
  /** Built and done, not to be built: a finite past or a participle without "will", "to", "may"; "helped build" too. */
  "built-already": (graph, { trigger }) => {
    const { head } = graph.node(trigger);
    const helped = graph.node(trigger).xpos === "VB" && head >= 0 && /^(?:help|assist)$/.test(graph.lemma(head)) ? head : trigger;
    return (
      ["VBD", "VBN"].includes(graph.node(helped).xpos) &&
      !graph.childrenBy(helped, "aux").some((a) => /^(?:will|would|shall|may|might|could|can|should|must)$/i.test(graph.node(a).text))
    );
  },
  /** Within a relative clause: "the railway that they are building". */
  "in-relative": (graph, { trigger }) => graph.node(trigger).relation === "acl:relcl",
  /** One side acts, the other is where it acts: "Japan built a hospital in Kenya". */
  "one-party-acts": (graph, { fillers, trigger }) =>
    !(graph.slots(trigger).get("agent") ?? []).some(
      (n) => graph.node(n).xpos !== "NNS" && /^(?:engineer|architect|mason|sculptor|designer|couple|family)$/i.test(graph.lemma(n)),
    ) && new Set((fillers.get("party") ?? []).filter((f) => f.slot === "agent" || f.slot === "by").map((f) => f.actor)).size === 1,
  /** "for publishing": what someone is blamed or praised for. */
  gerund: (graph, { trigger }) => graph.node(trigger).xpos === "VBG" && graph.childrenBy(trigger, "mark").length > 0,
  /** "the programme run by both came to an end": the verb over the theme says the phase. */
  "end-said-above": (graph, { trigger, theme }) => {
    if (theme === null || graph.node(trigger).head !== theme || graph.node(theme).head < 0) return false;
    return /^(?:come|end|finish|conclude|begin|start|complete|cancel|suspend|close|launch|open|inaugurate)$/.test(
      graph.node(graph.node(theme).head).lemma.toLowerCase(),
    );
  },
  /** A contract whose matter, further on in the clause, is weapons. */
  "pact-for-weapons": (graph, { theme, trigger }) => {
    const words = graph.nodes
      .slice(Math.min(theme ?? trigger, trigger))
      .map((n) => n.text)
      .join(" ");
    return (
      /\b(?:for|to (?:buy|purchase|acquire|procure|supply)|on|of)\b/i.test(words) &&
      /\b(?:purchas|acqui|buy|suppl|deliver|procure|sale|for)/i.test(words) &&
      WEAPONS.test(words.replace(/\b(?:military|defen[cs]e|combat)\b/gi, ""))
    );
  },
  /**
   * A body that stands between actors: it has a proper name, several founders or an organisation as its founder, or is called
   * joint, regional or for another. A committee that one state sets up at home is none.
   */
  "body-of-several": (graph, { theme, trigger, fillers }) => {
    const head = theme ?? trigger;
    const founders = new Set((fillers.get("founder") ?? []).map((f) => f.actor));
    // one known by its name is another frame's
    if ((fillers.get("organization") ?? []).some((f) => f.slot === "self")) return false;
    const words = graph.subtree(head, false).map((n) => graph.node(n).text);
    const loose = /^(?:programme|program|project|initiative|mechanism|partnership|mission|community)s?$/i;
    const vague = /^(?:network|group|alliance|union|bloc|platform|association)s?$/i;
    // of one state there is none: "a customs union"
    const merges = /\b(?:(?:customs|monetary|currency|economic|political|tariff) union|common market|federation|confederation)$/i;
    if (merges.test(words.slice(0, words.indexOf(graph.node(head).text) + 1).join(" "))) return founders.size > 1;
    const named =
      graph.node(head).unit?.kind === "name" ||
      (/^\p{Lu}/u.test(graph.node(head).text) && words.filter((w) => /^\p{Lu}/u.test(w)).length >= 2);
    if (named) return true;
    // "the consultation mechanism that Peru and Chile set up", of whatever kind it is
    if (/^mechanism$/i.test(graph.node(head).text)) return founders.size > 1 && words.length > 2;
    if (loose.test(graph.node(head).text)) return false;
    const purpose = graph.subtree(head).map((n) => graph.node(n).text);
    const shared = [...words, ...purpose.filter((w) => /^(?:joint|bilateral|binational)$/i.test(w))].some((w) =>
      /^(?:joint|jointly|bilateral|regional|international|multilateral|mixed|binational|trilateral|common|friendship|cooperation|co-operation|trust)$/i.test(
        w,
      ),
    );
    if (vague.test(graph.node(head).text)) return shared && founders.size > 1;
    return founders.size > 1 || [...founders].some((f) => f.startsWith("org:")) || (shared && founders.size > 0);
  },
  /** "established in Geneva" of a body long there: a participle of place, not of founding. */
  "sits-there": (graph, { trigger }) => /^(?:base|locate|headquarter)$/.test(graph.lemma(trigger)),
  /** "the 20th anniversary of the founding of": the anniversary is the news. */
  "anniversary-above": (graph, { trigger }) =>
    graph
      .ancestors(trigger)
      .slice(0, 2)
      .some((n) => /anniversary|jubilee|birthday/i.test(graph.node(n).text)),
  /** Two or more are said to found it, or it is called joint. */
  "several-founders": (graph, { theme, trigger, fillers }) => {
    const founders = new Set((fillers.get("founder") ?? []).map((f) => f.actor));
    const isJoint = graph
      .subtree(theme ?? trigger, false)
      .some((n) => /^(?:joint|jointly|bilateral|binational|mixed|common|trilateral|international|regional)$/i.test(graph.node(n).text));
    return founders.size > 1 || (founders.size === 1 && isJoint) || [...founders].some((f) => f.startsWith("org:"));
  },
  /** "engineers dug wells in Benin": they dig a thing, they do not dig in. */
  "digs-something": (graph, { trigger, slots }) => graph.node(trigger).lemma.toLowerCase() === "dig" && slots.has("object"),
  /** "ceased to exist". */
  "ceases-to-exist": (graph, { trigger }) =>
    graph.childrenBy(trigger, "xcomp", "ccomp", "obj").some((n) => /^(?:exist|function|operations?|existence)$/i.test(graph.node(n).lemma)),
  /** What it is about is the verb's object, not who does it. */
  "theme-is-object": (graph, { theme, slots }) =>
    theme !== null && (slots.get("object") ?? []).some((o) => graph.conjuncts(o).includes(theme)),
  /** What it is about does it itself, to something else: "the sanctions increase its isolation". */
  "theme-acts": (graph, { theme, trigger, slots }) =>
    theme !== null &&
    graph.isVerb(trigger) &&
    !graph.isPassive(trigger) &&
    (slots.get("agent") ?? []).some((a) => graph.conjuncts(a).includes(theme)) &&
    (slots.get("object") ?? []).some((o) => o !== theme && o > trigger),
  /** As body-of-several, or an organisation known by its name. */
  "body-of-several-or-known": (graph, match) =>
    (match.fillers.get("organization") ?? []).some((f) => f.slot === "self") ||
    (SUPPLY_CONDITIONS["body-of-several"]?.(graph, match) ?? false),
  /** "its mission set up to prevent war": a thing of a body's, not the body. */
  "its-own-thing": (_, { fillers }) => (fillers.get("organization") ?? []).some((f) => /^(?:its|their)$/i.test(f.mention.text)),
  /** The name of the organisation is the whole name: "the FEALAC", not "the FEALAC Trust Fund". */
  "name-is-whole": (graph, { fillers }) =>
    (fillers.get("organization") ?? []).every((f) => {
      if (!graph.holds(f)) return true;
      const { unit, text, start } = graph.node(f.node);
      if (unit?.kind !== "name") return true;
      const rest = text.slice(Math.max(0, f.mention.end - start)).trim();
      return !/^\p{Lu}/u.test(rest);
    }),
  /** Several who are sent, not one who travels: "Cuban doctors". */
  "helpers-of-a-state": (graph, { theme }) =>
    theme !== null && (graph.node(theme).xpos.endsWith("S") || /team|brigade/i.test(graph.node(theme).text)),
  /** Somebody "with" whom it was is among those found. */
  "with-said": (_, { fillers }) => [...fillers.values()].flat().some((f) => /(?:^|>)with$/.test(f.slot)),
  /** Those trained are people with a public task. */
  "trainees-are-people": (graph, { slots }) =>
    (slots.get("object") ?? []).some((n) =>
      /officer|official|polic|soldier|pilot|cadet|troop|doctor|nurse|teacher|engineer|technician|diplomat|guard|sailor|specialist|civil servant|judge|inspector|firefighter|recruit|crew|marines?\b|medics?\b|men\b/i.test(
        graph
          .subtree(n, false)
          .map((k) => graph.node(k).text)
          .join(" "),
      ),
    ),
  /** A body that no list has, by whose name or founders it stands between states: "the International Olive Council". */
  "body-between-actors": (graph, { theme, trigger, fillers }) => {
    const head = theme ?? trigger;
    if ((fillers.get("organization") ?? []).some((f) => f.slot === "self")) return false;
    const words = graph
      .subtree(head, false)
      .map((n) => graph.node(n).text)
      .join(" ");
    if (!/^\p{Lu}/u.test(graph.node(head).text) || !/\p{Lu}\S* (?:\S+ )*\p{Lu}/u.test(words)) return false;
    const between =
      /\b(?:International|Inter-?\p{L}+|Joint|Regional|Bilateral|Binational|Trilateral|Multilateral|Intergovernmental|Pan-?\p{L}+|World|Global|Mixed|Afro-\p{L}+|Euro-\p{L}+|Trans\p{L}+)\b/u.test(
        words,
      );
    return between || (fillers.get("founder")?.length ?? 0) > 0;
  },
  /** Helpers go to a country; who is sent to a mission serves in it. */
  "to-a-country": (_, { fillers }) => !(fillers.get("recipient") ?? []).some((f) => f.actor.startsWith("org:")),
  /** "followed by the project": what is named follows, it is not followed. */
  "followed-by-it": (graph, { trigger }) => graph.preposition(trigger) === "by",
};

/** What somebody else may pay for. */
const PAID_FOR =
  /^(?:study|train|travel|live|stay|build|construct|educate|treat|repair|maintain|fly|attend|visit|equip|renovate|restore|send|house)$/;
