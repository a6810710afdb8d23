/** Designations of arms: a letter or a maker's letters and a number, "F-16s", "T-72", "Su-30SM", "K9", "CV90", "TB2". */
const DESIGNATION =
  /(?:^|[\s"“])(?:(?:A|B|C|E|F|J|K|L|M|P|S|T|H|Y|Z|AK|AW|AS|CH|CN|EC|FA|JF|JL|KC|MD|MH|MQ|NH|PC|RQ|TA|UH|AH|An|Il|Ka|Mi|MiG|Su|Tu|Yak|BM|BTR|ZU)-\d{1,3}|(?:F|K|M|S|T)\d{1,3}|(?:S|MiG|Su|Mi|TB|CV|BMP|BTR|BRDM|RBS|PT|AMX|PzH|C4I) ?\d{1,4})[A-Z]{0,3}\d{0,2}s?(?=$|[\s"”])/;
/** Not arms: a rebel movement, a kind of cricket. */
const OTHERS = /\b(?:M23|T20|S20)\b/;
/** Names under which arms are sold the world over. */
const NAMES =
  /\b(?:abrams|apaches?|archer|armatas?|bayraktars?|black ?hawks?|boxers?|bradleys?|buks?|caesars?|chinooks?|cougars?|eurofighters?|exocets?|falcons?|gazelles?|gepards?|grads?|gripens?|harpoons?|hawks?|hellfires?|hercules|himars|hornets?|iron dome|iskanders?|javelins?|kalashnikovs?|kalibrs?|kamovs?|kfirs?|kinzhals?|leopards?|lynx|marders?|merkavas?|milans?|mirages?|mistrals?|nasams|pantsirs?|patriots?|phantoms?|predators?|pumas?|rafales?|reapers?|scorpenes?|scuds?|shaheds?|sea ?kings?|skyhawks?|spikes?|stingers?|strykers?|sukhois?|super ?tucanos?|taurus|thaad|tigers?|tomahawks?|tornados?|tors?|tucanos?|typhoons?|uzis?|wing loongs?)\b/i;

/** Whether the words name arms by their make: they count as arms only where they are bought, sold or delivered. */
export function isWeaponModel(words: string): boolean {
  return (DESIGNATION.test(words) && !OTHERS.test(words)) || (/\b\p{Lu}/u.test(words) && NAMES.test(words));
}
