import { addCompanion } from "./add-companion.ts";
import { arriveHere } from "./arrive-here.ts";
import { bodyOfMembers } from "./body-of-members.ts";
import { addBorderSides } from "./border-sides.ts";
import { completeFlow } from "./complete-flow.ts";
import { completeFounders } from "./complete-founders.ts";
import { completeGiver } from "./complete-giver.ts";
import { addMissionHost, addRival, addSubject, completePair, hostTakesPart, ONE_OF_MANY, recallParties } from "./complete-roles.ts";
import { completeThanked } from "./complete-thanked.ts";
import { CONDITIONS } from "./conditions.ts";
import { addSidesOfTrip } from "./done-on-trip.ts";
import { fillElidedSubject } from "./elided-subject.ts";
import { addEntrySides } from "./entry-sides.ts";
import { type FrameTrial, fillRoles } from "./fill-roles.ts";
import type { Frame, FrameSet } from "./frame.ts";
import { governorsOf, TrialSlots } from "./frame-slots.ts";
import { goOnWithMeeting } from "./go-on-with-meeting.ts";
import { isBackground } from "./grounds.ts";
import { joinCompanions } from "./join-companions.ts";
import { joinHost, leaveSeat } from "./join-host.ts";
import { takeLeftoverState } from "./leftover-state.ts";
import { meetHost } from "./meet-host.ts";
import { withAttenders, withVenue } from "./meeting-attenders.ts";
import { addNamedSides } from "./name-sides.ts";
import { dropOnlookers } from "./onlookers.ts";
import { leaveAside } from "./only-looks-on.ts";
import { addOtherSide } from "./other-side.ts";
import { addGuestAndHost, addSubjectOfPact } from "./pact-of-subject.ts";
import type { PhraseActor, PhraseActors } from "./phrase-actors.ts";
import { hasWord, wordsOf } from "./phrase-text.ts";
import { hostNewState } from "./post-in-new-state.ts";
import { bodyLeftOut, memberLeftOut } from "./recall-body.ts";
import { recallCounterpart } from "./recall-counterpart.ts";
import { recallFoes } from "./recall-foes.ts";
import { goesAway, leaveOutItself, recallForces } from "./recall-forces.ts";
import { recallImposer, recallTarget, takeMaker } from "./recall-imposer.ts";
import { recallMeeting, seriesOf } from "./recall-meeting.ts";
import { recallRoles } from "./recall-roles.ts";
import { isTreaty, recallOwnTreaty, recallTreaty } from "./recall-treaty.ts";
import { ROLES } from "./roles.ts";
import type { SentenceGraph, Slots } from "./sentence-graph.ts";
import { singleOut } from "./single-out.ts";
import { addSpeaker } from "./speaker-side.ts";
import { nameStateOfFirm } from "./state-of-firm.ts";
import { addStateOfRebels } from "./state-of-rebels.ts";
import { goOnWith, goOnWithMember, takenUpTheme } from "./taken-up-theme.ts";
import { themeIndexOf } from "./theme-index.ts";
import { compoundLemma, type Theme, themesOf } from "./themes.ts";
import { TopicMemory } from "./topic-memory.ts";
import { hostByTown } from "./town-of-post.ts";
import { dropStandIns } from "./unknown-doer.ts";
import { isWithMany } from "./with-many.ts";

/** A frame that fits a place in a sentence. */
export interface FrameMatch {
  readonly frame: Frame;
  readonly trigger: number;
  readonly theme: number | null;
  /** The node whose words say what it is about: the theme, or the noun that a pronoun stands for. */
  readonly said: number;
  readonly slots: Slots;
  readonly fillers: ReadonlyMap<string, readonly Filler[]>;
  /** Who was who in the last claim of the type, two sentences back at most. */
  readonly before: ReadonlyMap<string, readonly Filler[]> | null;
  /** The words of the thing told before that a pronoun or a number goes on with; else null. */
  readonly resumed: string | null;
}

export interface Filler extends PhraseActor {
  readonly slot: string;
}

/** Why a frame that has a trigger in the sentence did not match, for `explain`. */
export interface FrameMiss {
  readonly frame: Frame;
  readonly trigger: number;
  readonly reason: string;
}

/** With its particle the verb says something else: "called off a trip" calls on nobody. */
const OTHERWISE = /^(?:call off|put off|turn down|give up|call up)$/;

/** Why a frame does not fit, worked out only for who asks. */
type Reason = () => string;

const WITHOUT_THEME: readonly null[] = [null];
const NO_THEMES: readonly Theme[] = [];

/** All frames of the set that fit the sentence; `onMiss` hears of those that nearly did. */
export function matchFrames(
  graph: SentenceGraph,
  actors: PhraseActors,
  set: FrameSet,
  memory: TopicMemory = new TopicMemory(),
  onMiss?: (miss: FrameMiss) => void,
): FrameMatch[] {
  const matches: FrameMatch[] = [];
  const late: [Frame, number][] = [];
  const from = new TrialSlots(graph);
  let mayBe: ((themes: ReadonlySet<string>) => boolean) | null = null;
  // frames with the same list of themes ask for the same
  const known: Map<ReadonlySet<string>, readonly Theme[]>[] = [];
  const themesAt = (list: ReadonlySet<string>, i: number, pacts: boolean): readonly Theme[] => {
    mayBe ??= themeIndexOf(set).in(graph);
    if (!mayBe(list)) return NO_THEMES;
    known[2 * i + (pacts ? 1 : 0)] ??= new Map();
    const here = known[2 * i + (pacts ? 1 : 0)]!;
    let themes = here.get(list);
    if (!themes) {
      themes = themesOf(graph, i, list, pacts);
      here.set(list, themes);
    }
    return themes;
  };
  const attempt = (frame: Frame, i: number): void => {
    const here = frame.theme ? themesAt(frame.theme, i, frame.type === "agreement") : WITHOUT_THEME;
    const taken = here.length === 0 ? takenUpTheme(graph, frame, i, memory) : null;
    const themes = taken ? [taken] : here;
    if (themes.length === 0 && onMiss)
      onMiss({ frame, trigger: i, reason: `nothing it is about is one of: ${[...(frame.theme ?? [])].slice(0, 8).join(", ")}` });
    for (const theme of themes) {
      const words = taken?.words ?? (namesTowns(frame, memory) ? (memory.lastTheme("mission")?.words ?? null) : null);
      const result = matchAt(graph, actors, frame, i, theme?.node ?? null, theme?.said ?? i, memory, words, from);
      if (typeof result === "function") onMiss?.({ frame, trigger: i, reason: result() });
      else {
        matches.push(result);
        memory.remember(frame.type, result.fillers.get("party") ?? result.fillers.get("participant") ?? []);
        memory.rememberMatch(frame.type, result.fillers, i, String(frame.details.stance ?? ""));
        const about = result.theme ?? i;
        if (frame.type === "sanction" && frame.phase !== "ends")
          memory.rememberMeasure(result.fillers, `${graph.lemma(i)} ${wordsOf(graph, about)}`);
        const own = graph.slots(about).has("between") ? [] : (result.fillers.get("organization") ?? []).filter((f) => f.slot !== "with");
        if (frame.type === "meeting" && own.length > 0) memory.rememberSeries(seriesOf(graph, about), own);
        if (taken) memory.keepTheme(frame.type);
        else if (theme)
          memory.rememberTheme(frame.type, {
            lemmas: [graph.lemma(theme.said), compoundLemma(graph, theme.said)],
            words: wordsOf(graph, theme.said),
            plural: graph.node(theme.said).xpos.endsWith("S"),
          });
      }
    }
  };
  for (let i = 0; i < graph.nodes.length; i++) {
    const lemma = graph.lemma(i);
    const plain = graph.node(i).lemma.toLowerCase();
    const index = graph.isVerb(i) ? set.byVerb : graph.isNoun(i) ? set.byNoun : isAdjective(graph, i) ? set.byAdjective : null;
    if (!index || (graph.isVerb(i) && graph.isCausative(i)) || namesAnInstitute(graph, i)) continue;
    const candidates: Frame[] = [];
    const addFrames = (words: string): void => {
      const more = index.get(words);
      if (!more) return;
      if (candidates.length === 0) candidates.push(...more);
      else for (const frame of more) if (!candidates.includes(frame)) candidates.push(frame);
    };
    const compound = compoundLemma(graph, i);
    addFrames(lemma);
    if (plain !== lemma && !OTHERWISE.test(lemma)) addFrames(plain);
    if (compound !== plain && compound !== lemma) addFrames(compound);
    if (graph.isVerb(i)) {
      // "enter into", "withdraw from"
      for (const slot of graph.slots(i).keys()) addFrames(`${lemma} ${slot}`);
      // "was paid for by Japan"
      const stranded = graph.isPassive(i) ? graph.nodes[i + 1] : undefined;
      if (stranded?.head === i && stranded.upos === "ADP") addFrames(`${lemma} ${stranded.text.toLowerCase()}`);
    }
    // what points back to what was said waits for the rest of the sentence
    for (const frame of candidates) {
      if (frame.recalls.length > 0) late.push([frame, i]);
      else attempt(frame, i);
    }
  }
  const open = late.filter(([frame, i]) => {
    const before = matches.length;
    attempt(frame, i);
    return matches.length === before && frame.type === "sanction";
  });
  // "shut that crossing after Chad had stopped all imports": what a clause behind told
  const told = open.length < late.length ? matches.filter((m) => m.frame.type === "sanction") : [];
  for (const [frame, i] of open) if (told.some((m) => m.trigger > i && graph.ancestors(m.trigger).includes(i))) attempt(frame, i);
  return matches;
}

function matchAt(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  i: number,
  theme: number | null,
  said: number,
  memory: TopicMemory,
  resumed: string | null,
  from: TrialSlots,
): FrameMatch | Reason {
  if (frame.voice && graph.isVerb(i) && graph.isPassive(i) !== (frame.voice === "passive")) return () => `the verb is not ${frame.voice}`;
  const unfit = unfitWords(graph, frame, i, resumed ?? wordsOf(graph, said));
  if (unfit) return unfit;
  // who rejects a request is not who made it: a deed's own doer keeps the theme's doer out
  const ownDoer = theme !== null && !ROLES[frame.type].mutual && graph.isVerb(i) && graph.slots(i).has("agent");
  // "Jordan downgraded its relations with Qatar, Chad severed them": whose they were before is no side of it
  const takenUp =
    theme !== null && theme < i && said === theme && !graph.ancestors(theme).includes(i) && !graph.ancestors(i).includes(theme);
  const another = takenUp && (graph.slots(i).get("agent") ?? []).some((n) => actors.actorsOf(n).length > 0);
  const own = from.of(i, theme, ownDoer, another);
  // "an Egyptian one was appointed": to where stands with the word it takes up
  const lent = !ROLES[frame.type].mutual && said !== (theme ?? i) ? [graph.slots(said)] : [];
  const slots = frame.type === "meeting" ? withAttenders(graph, theme ?? i, withVenue(graph, i, theme ?? i, own)) : own;
  const trial: FrameTrial = { graph, actors, frame, trigger: i, theme, said, resumed, slots, from };
  const fillers = fillRoles(trial, lent);
  complete(trial, fillers, memory);
  const missing = missingNeed(trial, fillers, memory);
  if (missing) return missing;
  const match: FrameMatch = { frame, trigger: i, theme, said, slots, fillers, before: beforeIt(frame, memory), resumed };
  const failed = failedCondition(graph, match);
  if (failed) return failed;
  if (frame.type === "deployment") leaveOutItself(fillers);
  return match;
}

/** Why the words of what a frame is about, or what stands over its trigger, keep it out; null when they do not. */
function unfitWords(graph: SentenceGraph, frame: Frame, i: number, phrase: string): Reason | null {
  if (frame.has && !frame.has.some((w) => hasWord(phrase, w))) return () => `its phrase has none of: ${frame.has!.join(", ")}`;
  const barred = frame.lacks.find((w) => hasWord(phrase, w));
  if (barred) return () => `its phrase has “${barred}”`;
  if (frame.under || frame.notUnder.size > 0) {
    const governors = governorsOf(graph, i);
    if (frame.under && !governors.some((g) => frame.under!.has(g)))
      return () => `nothing over it is one of: ${[...frame.under!].slice(0, 8).join(", ")}`;
    // "traded on despite the sanctions": no trading of sanctions
    const ruling = isBackground(graph, i) ? undefined : governors.find((g) => frame.notUnder.has(g));
    if (ruling) return () => `it stands under “${ruling}”`;
  }
  return null;
}

/** Fills what is left open by what stands farther off and by what was said before. */
function complete(trial: FrameTrial, fillers: Map<string, Filler[]>, memory: TopicMemory): void {
  const { graph, actors, frame, trigger: i, theme, said, resumed, slots } = trial;
  const { mutual } = ROLES[frame.type];
  recallTreaty(graph, frame, theme, fillers, memory);
  recallOwnTreaty(graph, frame, theme, fillers, memory);
  singleOut(trial, fillers, memory);
  dropOnlookers(graph, frame, fillers);
  addSubjectOfPact(graph, actors, frame, i, theme, fillers, memory);
  addGuestAndHost(graph, actors, frame, i, fillers, memory);
  if (mutual && frame.needs.includes("party") && !(frame.type === "agreement" && fillers.get("organization")?.some(isTreaty))) {
    // "signed an agreement, but Beirut has not ratified it"
    if (!isWithMany(graph, actors, i, theme ?? i))
      recallParties(graph, frame, theme ?? i, fillers, memory, actors, said < i && !graph.ancestors(said).includes(i) && said === theme);
    addSubject(graph, actors, frame, slots, fillers, memory);
    addSpeaker(graph, actors, frame, i, fillers);
    recallFoes(trial, fillers, memory);
  }
  fillElidedSubject(graph, frame, i, fillers, memory);
  if (frame.type === "meeting") {
    addNamedSides(graph, actors, theme ?? i, fillers);
    joinHost(graph, frame, i, fillers, actors);
    recallMeeting(graph, frame, theme ?? i, fillers, memory, actors);
    goOnWithMeeting(graph, frame, theme ?? i, fillers, memory, actors);
    if (!fillers.has("organization")) addSubject(graph, actors, frame, slots, fillers, memory);
  }
  if (frame.type === "meeting" || frame.type === "visit") meetHost(graph, frame, slots, fillers, memory, actors);
  if (frame.type === "membership") goOnWithMember(graph, frame, slots, fillers, memory);
  hostByTown(graph, actors, frame, theme ?? i, fillers);
  hostNewState(graph, frame, fillers);
  completePair(graph, frame, theme ?? i, fillers, memory, actors);
  // "Tonga's was shut", "Malawi opened no embassy": where the one of before was
  // and "it became an embassy"
  const ofKind =
    frame.conditions.includes("was-a-post") ||
    namesTowns(frame, memory) ||
    ((frame.type === "mission" || frame.type === "envoy") &&
      (said !== (theme ?? i) || graph.childrenBy(theme ?? i, "det").some((d) => /^no$/i.test(graph.node(d).text))));
  if ((resumed !== null && frame.type !== "deployment") || ofKind) goOnWith(frame, fillers, memory);
  joinCompanions(graph, frame, i, fillers, actors);
  leaveAside(graph, frame.type, fillers);
  addOtherSide(graph, actors, frame, theme, said, i, slots, fillers, memory);
  addCompanion(graph, actors, frame, i, theme, fillers, memory);
  addSidesOfTrip(graph, actors, frame, i, theme, fillers, memory);
  addMissionHost(frame, fillers, actors, memory);
  arriveHere(graph, frame, i, slots, fillers, memory);
  if (frame.type === "mediation") addStateOfRebels(fillers, graph, theme ?? i);
  if (frame.type === "arms") nameStateOfFirm(graph, actors, fillers);
  addRival(graph, actors, frame, i, slots, fillers);
  addBorderSides(graph, actors, frame, i, theme, fillers, memory);
  addEntrySides(graph, actors, frame, i, theme, fillers, memory);
  recallForces(trial, fillers, memory);
  completeThanked(graph, actors, frame, i, fillers);
  takeLeftoverState(graph, actors, frame, i, fillers);
  completeFlow(graph, actors, frame, i, theme, slots, fillers, memory);
  completeFounders(graph, actors, frame, i, theme, slots, fillers, memory);
  completeGiver(graph, actors, frame, i, slots, fillers, memory);
  recallCounterpart(graph, actors, frame, i, fillers, memory);
  recallImposer(graph, actors, frame, i, fillers, memory);
  takeMaker(graph, actors, frame, theme, fillers);
  recallTarget(graph, actors, frame, i, theme, fillers, memory);
  if (frame.type === "membership" && frame.recalls.includes("member") && !fillers.has("member")) {
    const member = memberLeftOut(graph, actors, theme ?? i, memory);
    if (member) fillers.set("member", [member]);
  }
  if (frame.type === "membership" && frame.recalls.includes("organization") && !fillers.has("organization")) {
    const body = bodyLeftOut(graph, actors, i, theme, slots, fillers, memory);
    if (body.length > 0) fillers.set("organization", body);
  }
  if (frame.recalls.length > 0 && !(frame.type === "deployment" && goesAway(trial)))
    recallRoles(graph, actors, frame, said, fillers, memory, said !== i && !graph.ancestors(said).includes(i));
  // "a summit of the African Union and the European Union": two blocs are two sides
  const blocs = fillers.get("organization") ?? [];
  if (
    frame.type === "meeting" &&
    blocs.length > 1 &&
    !graph.node(theme ?? i).xpos.endsWith("S") &&
    blocs.every((f) => f.slot === "of" || f.slot === "over.agent")
  ) {
    fillers.set("participant", [...(fillers.get("participant") ?? []), ...blocs]);
    fillers.delete("organization");
  }
  // "signed the partnership agreement of the Bank": the body is a side of its own pact
  if (frame.type === "agreement" && blocs.some((f) => f.slot === "of" && !isTreaty(f)) && frame.phase !== "concluded") {
    fillers.set("party", [...(fillers.get("party") ?? []), ...blocs]);
    fillers.delete("organization");
  }
  const whole = frame.type === "meeting" && blocs.length === 0 ? bodyOfMembers(fillers.get("participant") ?? []) : null;
  if (whole) {
    const rest = fillers.get("participant")!.filter((f) => f !== whole);
    fillers.set("organization", [whole]);
    // "the leaders of" is said of all
    fillers.set(
      "participant",
      rest.map((f) => ({ ...f, office: f.office ?? whole.office })),
    );
  }
  if (frame.type === "meeting") {
    hostTakesPart(actors, slots, fillers);
    leaveSeat(graph, fillers);
  }
  dropStandIns(graph, actors, frame, i, theme, fillers, memory);
  if (frame.type === "recognition" && fillers.has("recognized") && !fillers.has("recognizer")) memory.rememberPart(frame.type, fillers);
}

/** What of the roles that a frame needs nobody fills, and where it looked; null when nothing is missing. */
function missingNeed(
  { graph, frame, trigger: i, theme, slots }: FrameTrial,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
): Reason | null {
  const { mutual } = ROLES[frame.type];
  for (const need of frame.needs) {
    const count = fillers.get(need)?.length ?? 0;
    // "Banda holds a summit with the leaders of Chad and Togo": one of unknown name has them as his guests
    const isHub = (slots.get("agent") ?? []).some((n) => graph.node(n).upos === "PROPN" || /^(?:he|she|i)$/i.test(graph.node(n).text));
    const open = frame.type === "meeting" && !isHub && OPEN_TO_ALL.has(graph.node(theme ?? i).lemma.toLowerCase());
    // "the Union held talks with Peru": the body is the other side
    const isOfBody = frame.type === "meeting" && (fillers.get("organization") ?? []).some((f) => f.slot === "agent");
    if (mutual && !open && !isOfBody && isOneSided(fillers.get(need) ?? [], theme === null ? [] : (graph.slots(theme).get("with") ?? [])))
      return () => `no ${need} besides those "with" whom it was`;
    // "he met envoys of Chad and Togo": they did not meet one another
    if (
      frame.type === "meeting" &&
      !fillers.has("organization") &&
      slots.has("agent") &&
      (fillers.get(need) ?? []).every((f) => f.slot === "object") &&
      count > 0 &&
      graph.isVerb(i) &&
      !graph.isPassive(i)
    )
      return () => `no ${need} besides those who were met`;
    if (fillers.get(need)?.[0]?.slot === ONE_OF_MANY) continue;
    const wanted = mutual && (need === "party" || need === "participant") && !fillers.has("organization") ? 2 : 1;
    if (count < wanted && frame.id === "meeting/held" && (count === 1 || memory.lastGathering(2) === null))
      memory.rememberGathering(fillers);
    if (count < wanted) return () => `no ${need} (looked at: ${frame.roles.get(need)?.join(" ") ?? ""})`;
  }
  return null;
}

const NOBODY: ReadonlyMap<string, readonly Filler[]> = new Map();

/** What was told of the kind just before; of gatherings and pacts also one of which nobody is known. */
/** "Accra and Lima followed": towns alone, of posts like the one that was opened before. */
function namesTowns({ conditions }: Frame, memory: TopicMemory): boolean {
  const byTowns = conditions.includes("towns-come-next") || conditions.includes("followed-by-towns");
  return byTowns && !memory.lastTold.some((t) => t.frame.type === "mission" && t.frame.phase !== "begins");
}

function beforeIt(frame: Frame, memory: TopicMemory): FrameMatch["before"] {
  const bare = frame.type === "agreement" && frame.theme === null && memory.hasJustNamedPact ? NOBODY : null;
  return memory.lastMatch(frame.type, 2) ?? (frame.type === "meeting" ? memory.lastGathering(2) : bare);
}

/** Which condition of its frame a match does not hold to; null when it holds to all. */
function failedCondition(graph: SentenceGraph, match: FrameMatch): Reason | null {
  const { frame } = match;
  for (const name of frame.conditions) {
    const negated = name.startsWith("not ");
    const condition = CONDITIONS[negated ? name.slice(4) : name];
    if (!condition) throw new Error(`frame ${frame.id} names the condition "${name}", which conditions.ts does not have`);
    if (condition(graph, match) === negated) return () => `the condition “${name}” does not hold`;
  }
  return null;
}

const INSTITUTES = /^(?:Institute|Academy|Centre|Center|University|College|School|Ministry|Department|Directorate)$/;

/** "the Institute for Consular Training": what a house is called after. */
function namesAnInstitute(graph: SentenceGraph, i: number): boolean {
  const { text, head, relation, unit } = graph.node(i);
  if (unit || head < 0 || relation !== "nmod" || !/^\p{Lu}\p{Ll}/u.test(text) || !/^(?:of|for|in)$/.test(graph.preposition(i)))
    return false;
  return graph
    .ancestors(i)
    .slice(0, 3)
    .some((n) => n < i && INSTITUTES.test(graph.node(n).text));
}

/** Adjectives, and ordinals that stand for a noun, whatever the tagger took them for: "the second took place". */
function isAdjective(graph: SentenceGraph, i: number): boolean {
  const { upos, relation, text } = graph.node(i);
  return upos === "ADJ" || (upos === "ADV" && relation.startsWith("nsubj") && /^(?:first|second|third|last|next|\p{L}+th)$/iu.test(text));
}

/** Gatherings whose "with" tells who came: "a seminar with experts from Peru and Chile". */
const OPEN_TO_ALL: ReadonlySet<string> = new Set("seminar workshop conference symposium forum summit roundtable colloquium".split(" "));

/** Only those "with" whom it was are named; unless the theme has a "with" of its own: "relations with Peru, those opened with Chile". */
function isOneSided(fillers: readonly Filler[], themeWith: readonly number[]): boolean {
  if (fillers.length === 0 || !fillers.every((f) => /^(?:\w+>|own\.)?(?:with|to)$/.test(f.slot))) return false;
  const fromTheme = fillers.filter((f) => themeWith.includes(f.node)).length;
  return fromTheme === 0 || fromTheme === fillers.length;
}
