import { childrenOf, type Draft, isVerb, set } from "./clause-draft.ts";

/** What states and organisations do, and no case, policy or treaty. */
const DEEDS =
  /^(?:sign|accede|join|rejoin|recogni[sz]e|derecogni[sz]e|withdraw|secede|invade|annex|occupy|bomb|shell|donate|lend|pledge|send|dispatch|despatch|deploy|station|recall|expel|appoint|condemn|criticise|criticize|accuse|denounce|boycott|vote|abstain|refuse|decline|buy|purchase|sell|export|import|ratify|host|negotiate|mediate|participate|oppose|protest|apologise|apologize|reject|ban|veto|invite)$/;
/** What with such an object only they do. */
const DOING = new Map<RegExp, RegExp>([
  [
    /^(?:open|reopen|re-open|establish|close|shut|have|maintain|keep|set|inaugurate|upgrade)$/,
    /^(?:embass(?:y|ies)|consulates?|consulate-general|legations?|missions?|offices?|ambassadors?|relations?|ties|links|troops|soldiers|bases?)$/i,
  ],
  [
    /^(?:break|sever|cut|restore|resume|re-establish|reestablish|normali[sz]e|suspend|downgrade|renew|freeze|halt|stop|withhold)$/,
    /^(?:relations?|ties|links|contacts|aid|assistance|imports|exports|membership|cooperation)$/i,
  ],
  [/^(?:become|be|remain)$/, /^(?:members?|chair|chairman|president|independent|observers?|republic|party|signatory)$/i],
  [/^(?:impose|lift|ease|tighten|extend|apply|maintain)$/, /^(?:sanctions?|embargo(?:es)?|blockades?|bans?|restrictions?|tariffs?)$/i],
  [
    /^(?:provide|give|grant|offer|extend|supply|deliver|contribute|receive|obtain|accept|promise|cancel|forgive|write)$/,
    /^(?:aid|assistance|help|loans?|grants?|credits?|weapons?|arms|troops|soldiers|peacekeepers?|funds?|funding|support|training|debts?|tanks?|aircraft|recognition)$/i,
  ],
  [
    /^(?:gain|win|declare|proclaim|achieve|hold|assume|take|chair|leave|seek|claim)$/,
    /^(?:independence|presidency|chairmanship|chair|seat|membership|office|sovereignty)$/i,
  ],
]);
/** Those who do it themselves, for whomever they stand; and gatherings, at which it is done. */
const ACT =
  /^(?:government|ministr(?:y|ies)|minister|president|king|queen|emperor|leader|ruler|parliament|congress|senate|assembly|army|navy|troops?|forces?|soldiers?|military|fleet|battalion|contingent|police|delegation|mission|team|committee|commission|council|group|part(?:y|ies)|movement|compan(?:y|ies)|firm|bank|agency|agencies|union|league|alliance|coalition|compan(?:y|ies)|kingdom|republic|state|nation|country|countries|island|people|peoples|citizens?|ambassadors?|envoys?|capital|cit(?:y|ies)|side|authorities|rebels?|neighbou?rs?|members?|meeting|summit|conference|congress|forum|session|one|rest|majority|most|all|some|many|half|list|body|bodies|bloc|empire|colony|colonies|dynasty|regime|administration|court|club|board|federation|confederation|organi[sz]ation|association|university|universities|school|institute|foundation|church|ship|ships|vessel|aircraft|plane|planes)$/i;

/**
 * "the example of Egypt, which signed", "trade with Togo, which had joined": a relative right behind the name of an actor, whose verb
 * tells what only actors do, is said of the name and not of the noun before it.
 */
export function bindDeeds(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    const over = nodes[verb.head];
    if (verb.relation !== "acl:relcl" || over?.upos !== "NOUN" || ACT.test(over.lemma) || draft.isActor(verb.head)) return;
    const relative = childrenOf(draft, v, "nsubj").find((k) => /^(?:which|that)$/i.test(nodes[k]!.text));
    if (relative === undefined || relative < 2 || relative > v || !isDeed(draft, v)) return;
    const name = nodes[relative - 1]!.text === "," ? relative - 2 : relative - 1;
    if (name <= verb.head || nodes[name]!.upos !== "PROPN" || !draft.isActor(name)) return;
    if (nodes[name]!.relation === "nmod" && nodes[name]!.head === verb.head) set(draft, v, name, "acl:relcl");
  });
}

/** Whether a verb in the active, with what it is said of, tells a deed of states. */
function isDeed(draft: Draft, v: number): boolean {
  const { nodes } = draft;
  if (childrenOf(draft, v, "aux:pass", "nsubj:pass").length > 0) return false;
  const { lemma } = nodes[v]!;
  if (isVerb(nodes[v]) && DEEDS.test(lemma)) return true;
  const [copula] = childrenOf(draft, v, "cop");
  const [word, things] =
    copula === undefined ? [lemma, childrenOf(draft, v, "obj", "xcomp", "obl").map((o) => nodes[o]!)] : [nodes[copula]!.lemma, [nodes[v]!]];
  for (const [verbs, objects] of DOING) if (verbs.test(word) && things.some((o) => objects.test(o.text))) return true;
  return false;
}
