import { asksThird, isFounded, opensRelations } from "./beside-another.ts";
import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { answersCharge } from "./settle-statements.ts";
import { isToldBesides } from "./told-besides.ts";

/** Frames of one who lets others talk at his place. */
const HOSTED = /^mediation\/host-(?:talks|again)$/;

/** "on concluding", "about signing", "for forming": what the talks of the verb above aim at. */
function isAimOfTalks(i: number, all: readonly FrameMatch[], graph: SentenceGraph): boolean {
  const over = graph.ancestors(i).slice(0, 2);
  return (
    /^(?:on|about|for|toward|towards)$/.test(graph.preposition(i)) &&
    all.some((o) => o.frame.type === "agreement" && o.frame.phase === "negotiating" && over.some((n) => n === o.trigger || n === o.theme))
  );
}

/** Stances that give way to the act they are about. */
const GIVING_WAY: ReadonlySet<string> = new Set(["pledges", "requests", "rejects", "demands"]);

/** "refused to open an embassy" is the embassy denied, "agreed to sign" the signing planned: no statement besides (docs/record.md). */
export function isOnlyStance(match: FrameMatch, all: readonly FrameMatch[], graph: SentenceGraph): boolean {
  // a potential pact, when the words say what might become of it
  if (match.frame.id === "agreement/potential")
    return all.some((other) => other !== match && other.frame.type === "agreement" && other.theme === match.trigger);
  // "signed the renewal of the treaty", "the extension of the treaty expired": the verb tells what became of it
  if (
    match.frame.id === "agreement/renewal" &&
    all.some((o) => o.frame.type === "agreement" && graph.node(match.trigger).head === o.trigger && o.theme !== null)
  )
    return true;
  // "signed a joint communiqué establishing relations": the paper is how they began
  if (match.frame.type === "agreement" && match.frame.phase === "signed" && all.some((o) => opensRelations(o, match, graph))) return true;
  // "began talks on concluding a treaty": its negotiation, no conclusion besides
  if (match.frame.type === "agreement" && graph.node(match.trigger).xpos === "VBG" && isAimOfTalks(match.trigger, all, graph)) return true;
  // "supported the invasion of Laos": it is the deed that is supported, not Laos
  if (match.frame.id === "statement/support" && all.some((o) => o.frame.type === "conflict" && o.trigger === match.theme)) return true;
  // "the Dialogue was launched in Muscat": founded there, no meeting of it
  if (match.frame.id === "meeting/held" && all.some((o) => o.frame.type === "founding" && isFounded(match.trigger, o))) return true;
  // "the presidents of Chad and Togo met at the summit": those two met, beside it
  if (match.frame.id === "meeting/gathered-at" && all.some((o) => o !== match && o.frame.type === "meeting" && o.trigger === match.trigger))
    return true;
  // talks that a third side hosts are its mediation, and it no party to them
  if (match.frame.type === "meeting" && all.some((o) => HOSTED.test(o.frame.id) && [o.trigger, o.theme].includes(match.trigger)))
    return true;
  // "called on Peru to lift its ban on Laos": what a third is asked to do is the statement
  if (match.frame.type !== "statement" && match.frame.type !== "event" && all.some((o) => asksThird(o, match, graph))) return true;
  // "summoned the envoy to complain": what he was summoned for is in the summons
  if (
    match.frame.type === "statement" &&
    graph.node(match.trigger).xpos === "VB" &&
    all.some((o) => o.frame.id === "event/summon" && graph.node(match.trigger).head === o.trigger)
  )
    return true;
  // who is invited to talks is told with them
  if (match.frame.id === "statement/invite" && all.some((o) => o.frame.id === "meeting/invite" && o.trigger === match.trigger)) return true;
  if (isToldBesides(match, all, graph)) return true;
  // "approved the admission of Fiji as an observer": decided with it
  if (
    match.frame.type === "membership" &&
    all.some((o) => o !== match && o.frame.id === "membership/admission-approved" && graph.ancestors(match.trigger).includes(o.trigger))
  )
    return true;
  // "opposed Kosovo's membership": nobody is said to be a member
  if (match.frame.type === "membership" && all.some((o) => o.frame.id === "statement/oppose" && o.theme === match.trigger)) return true;
  // "blocked the sale by refusing to license it": the means of what is told
  if (
    match.frame.id === "statement/refuse" &&
    graph.preposition(match.trigger) === "by" &&
    all.some((o) => o !== match && o.trigger === graph.node(match.trigger).head && o.frame.type !== "statement")
  )
    return true;
  // "will join the Council in January, serving for two years": what comes of joining
  if (
    match.frame.id === "membership/serve" &&
    all.some((o) => o.frame.type === "membership" && o.trigger === graph.node(match.trigger).head)
  )
    return true;
  // who is taken to court joins nothing
  if (match.frame.type === "membership") return all.some((o) => o.frame.type === "event" && o.trigger === match.trigger);
  // troops, weapons and relief that arrive pay no visit
  if (match.frame.type === "visit")
    return all.some((other) => other.trigger === match.trigger && ["deployment", "arms", "aid"].includes(other.frame.type));
  // "extended recognition in 2010 and withdrew it", "withdrew its embassy staff": no troops
  if (match.frame.type === "deployment" && all.some((o) => ["recognition", "envoy"].includes(o.frame.type) && o.trigger === match.trigger))
    return true;
  // engineers who are sent as soldiers are no helpers besides
  if (/^aid\/(?:send-people|send-team|helpers-arrive)$/.test(match.frame.id))
    return all.some((o) => o.frame.type === "deployment" && o.trigger === match.trigger);
  // "gave a credit line, announced in July": given is more than promised; "will fund a course": the help is told
  if (match.frame.id === "aid/pledge")
    return all.some(
      (o) => o !== match && o.frame.type === "aid" && o.frame.id !== match.frame.id && o.theme !== null && o.theme === match.theme,
    );
  // "provided aid to implement projects": what the help is for
  if (
    match.frame.type === "project" &&
    graph.node(match.trigger).xpos === "VB" &&
    all.some((o) => o.frame.type === "aid" && o.trigger === graph.node(match.trigger).head)
  )
    return true;
  if (match.frame.id === "project/training")
    return all.some((o) => o.frame.type === "aid" && graph.ancestors(match.trigger).slice(0, 3).includes(o.trigger));
  // doses and tents are help by their name, not only a gift of things
  if (match.frame.id === "aid/gift") return all.some((o) => o !== match && o.frame.type === "aid" && o.trigger === match.trigger);
  // talks that are opened or brought to an end on a pact are its negotiation, no meeting besides
  if (match.frame.type === "meeting" && match.frame.id !== "meeting/meet")
    return all.some(
      (other) =>
        (HOSTED.test(other.frame.id) && (other.theme === match.trigger || other.theme === match.theme)) ||
        (other.frame.type === "agreement" &&
          ["negotiating", "concluded", "stalled"].includes(other.frame.phase) &&
          other.theme !== null &&
          (other.theme === match.trigger || other.theme === match.theme) &&
          !/^(?:hold|conduct|have)$/.test(graph.lemma(other.trigger))),
    );
  if (match.frame.type !== "statement" || !GIVING_WAY.has(String(match.frame.details.stance)) || answersCharge(match, graph)) return false;
  // "asked France for a loan" is the loan asked for, "offered Togo a clinic" the clinic
  if (all.some((o) => o.trigger === match.trigger && ["aid", "arms", "deployment", "envoy"].includes(o.frame.type))) return true;
  return all.some((other) => {
    // "promised never to attack Laos" is a pledge only
    if (other.frame.type === "conflict" && match.frame.details.stance === "pledges") return false;
    if (asksThird(match, other, graph)) return false;
    if (other.frame.type === "statement" || other.frame.type === "event" || other.trigger === match.trigger) return false;
    if (match.frame.id === "statement/oppose" && other.frame.type === "membership") return false;
    const path = [other.trigger, ...graph.ancestors(other.trigger)];
    const at = path.indexOf(match.trigger);
    return (
      at > 0 &&
      path
        .slice(0, at)
        .every(
          (n) =>
            graph.node(n).relation !== "acl:relcl" &&
            ["xcomp", "ccomp", "obj", "acl", "nmod", "obl", "advcl", "compound"].includes(graph.node(n).relation.split(":")[0]!),
        )
    );
  });
}
