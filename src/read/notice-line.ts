const NOTICES: readonly RegExp[] = [
  /^(?:total )?(?:page )?(?:views?|reads?|hits|shares?|visits|likes|comments?|downloads?|claps|retweets)\s*[:(]?\s*[\d.,]*\s*[km]?\)?$/i,
  /^[\d.,]+\s*[km]?\s+(?:views?|reads?|hits|shares?|visits|likes|comments?|downloads?|min(?:ute)?s?(?: read)?)$/i,
  /^(?:share|share (?:this|on|with|via)\b.{0,60}|tweet(?: this)?|pin it|print(?: this)?(?: page| article)?|copy link|save(?: article)?)$/i,
  /^(?:e-?mail(?: this)?(?: article| page| to a friend)?|like this:?|follow (?:us|me)\b.{0,60}|listen(?: to this\b.{0,30})?)$/i,
  /^(?:facebook|twitter|x|whatsapp|linkedin|telegram|reddit|instagram|youtube|pinterest|e-?mail|rss|print|pdf)(?:[\s|,·/]+(?:facebook|twitter|x|whatsapp|linkedin|telegram|reddit|instagram|youtube|pinterest|e-?mail|rss|print|pdf))*$/i,
  /^(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}|by|notice)|all rights reserved|todos los derechos|tous droits réservés|alle rechte vorbehalten).{0,160}$/i,
  /^.{0,120}\ball rights reserved\.?$/i,
  /^(?:advertisement|advertising|sponsored(?: content)?|publicidad|anzeige|ad|promoted)$/i,
  /^(?:subscribe|sign up|register now|log ?in|sign in)(?: (?:to|for|now|today|here)\b.{0,100})?[.!]?$/i,
  /^(?:join|get|receive|download) our .{0,60}\b(?:newsletter|channel|app|list|updates?|briefing)\b.{0,60}$/i,
  /^(?:donate(?: now| today)?|support (?:us|our (?:work|journalism))\b.{0,60})$/i,
  /^(?:read (?:more|also|next|full)|also read|see also|related(?=\s*:)|related(?: articles?| posts?| news| stories| links?| topics?)|you may also like|recommended(?: for you)?|most read|trending(?: now)?|popular (?:posts|stories)|latest news|(?:previous|next) (?:article|post|story)|(?:older|newer) posts?)\s*(?:[:»›].{0,140})?$/i,
  /^(?:click here|leave a (?:reply|comment)|comments are closed|no comments|0 comments|skip to (?:main )?content)\b.{0,60}$/i,
  /^(?:back to top|go to top|home|menu|search|navigation|close|load more|show more|reply)$/i,
  /^(?:source|fuente|quelle|fonte)\s*:\s*\S.{0,80}$/i,
  /^(?:tags?|tagged|filed under|posted in|categor(?:y|ies)|keywords|topics?)\s*[:|].{0,200}$/i,
  /^(?:this (?:website|site) uses cookies|we use cookies|cookie (?:policy|settings)|accept (?:all )?cookies|privacy policy|terms (?:of (?:use|service)|and conditions)).{0,200}$/i,
  /^[-–—#*_=\s]*(?:ends?|fin|30)[-–—#*_=\s]+$/i,
  /^(?:ends\.?|\((?:ends?|fin)\)|#{2,}|\*(?:\s*\*){2,}|-{2,}\s*(?:end|ends|30)\s*-{2,}|-30-)$/i,
  /^(?:for (?:more|further) information,? (?:please )?(?:contact|visit|see)|media (?:contact|enquiries|inquiries)|press (?:contact|enquiries)|contact us)\b.{0,160}$/i,
  /^(?:downloaded from|this content downloaded|retrieved from|printed (?:from|on)|last (?:modified|updated|edited)|page last)\b.{0,160}$/i,
  /^(?:press release|news release|media release|communiqu[eé] de presse|comunicado(?: de prensa)?|boletín de prensa|pressemitteilung)(?:\s*(?:no\.?|nr\.?|n[°º]|number|#)?\s*[\d/.-]+)?$/i,
  /^(?:for immediate release|embargoed until .{0,60})$/i,
];

/**
 * Whether a whole line is the publisher's and not the author's: share buttons, view counts, copyright, advertising,
 * "read more", "for immediate release". A line longer than 200 characters never is.
 */
export function isNoticeLine(line: string): boolean {
  return line.length <= 200 && NOTICES.some((notice) => notice.test(line));
}
