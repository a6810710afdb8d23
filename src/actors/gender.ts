import type { Mention } from "./mention.ts";

const FEMALE_TITLE =
  /\b(?:Mrs|Ms|Miss|Madam|Madame|Queen|Princess|Empress|Duchess|Sheikha|Lady|Baroness|Chairwoman|Spokeswoman|Señora|Sra|Dame|Begum)\b/i;
const MALE_TITLE =
  /\b(?:Mr|Sir|King|Prince|Emperor|Pope|Cardinal|Bishop|Archbishop|Duke|Sheikh|Lord|Baron|Emir|Sultan|Spokesman|Chairman|Señor|Don|Crown Prince|Ayatollah|Imam|Father)\b/;

/** Given names that are, as good as always, a woman's or a man's; a name that is in neither list tells nothing. */
const FEMALE = new Set(
  "aisha alejandra alexandra alice alicia amina ana analena annalena andrea angela anita ann anna anne annegret antonia asha barbara beatriz benazir bertha carla carmen carole carolina caroline catherine cecilia chandrika christina christine clara claudia condoleezza corazon cristina daria delcy diana dilma dina dora ekaterina elena elizabeth ellen elsa elvira emma epsy erna esther eva evelyn federica florence gabriela geraldine gloria golda graciela grace gro hanna hannah hasina helen helena helle henrietta hilda hillary indira inga ingrid irene irina iris isabel jacinda jane janet jeanine jennifer jessica joan johanna josephine joyce julia juliana kaja kamala karen karin katalin katarina kate katherine kathleen katja katrín keiko khaleda kirsten kolinda laura laurence leila lilian liliana linda lisa louise lucia luisa luz maia malala margaret margot maria maría marianne marie marina mariya marta martha mary megawati mercedes meryem mette michele michelle micheline mireya mona monica nadia nancy natalia natalie nathalie nicola noemi nora olga olivia pamela patricia paula penny pratibha rachel rebeca rebecca retno rita rosa rosario roza ruth sahle-work samantha samia sandra sanna sara sarah sigrid silvia simonetta sirindhorn sofia sonia sophie stella sushma susana susan suthida svetlana sylvie tarja tatiana teresa theresa tzipi ursula valentina vaira vera veronica victoria vigdís viola violeta viktoria winnie ximena yingluck yolanda yulia zinaida zoraida zuzana".split(
    " ",
  ),
);
const MALE = new Set(
  "abdel abdul abdulla abdullah abdelaziz abiy ahmad ahmed alan albert alberto alejandro aleksandar alexander alexandre alexei alexis ali allan alpha alvaro álvaro amir anatoly andreas andrej andrés andrew andrey andrzej anthony antonio antónio antony anwar armando arthur arturo ashraf augusto bashar ban barack benigno benjamin bernard bernardo bill bob boris boutros brian bruno carlos celso charles christian christopher cyril daniel david dean denis desmond didier diego dimitri dirk dmitry dominique donald donald edgar eduard eduardo edward elias emmanuel enrique eric ernesto ernest evo felipe felix félix ferdinand fernando fidel francis francisco françois frank franklin fred frederick gabriel gamal gennady george georges gerald gerhard gerardo giorgi giorgio giulio giuseppe gordon gustavo guy guillermo haile hamid han harald harold harry hassan hector helmut henri henry herman hosni hu hugo hussein ibrahim idriss igor ilham iván ivan isaac isaias islam ismail iván jacob jacques jaime jair jakob jalal james jan javier jawaharlal jean jens jeremy jerry jim jimmy joão joaquim joe joel johan john johnny jomo jonas jorge josé jose josef joseph josip juan juha julio julius junichiro justin kassym-jomart keith kenneth kevin khalifa kim klaus kofi konstantin konrad lars laurent lech lee leo leon leonid leopold lionel louis luc lucas luis luiz luís lula mahathir mahmoud malcolm manmohan manuel marc marco marcel mario mariano mark martin masoud mateusz matteo mauricio maurice max michael michel miguel mikhail mike mikheil miklos mohamed mohammad mohammed mohamud moise moon moussa muammar muhammadu muhammad narendra nawaz nelson nicholas nicolas nicolás nikita nikol nikos norodom nouri nursultan olaf olusegun omar oscar óscar osama otto paul pascal patrick pedro peter petro philip pierre pieter prayut radosław rafael rafic rajiv ralph ramzan ramón raúl raul recep reinhard renato ricardo richard riek robert roberto rodrigo roh roman ronald rubén russell saad sadyr salva salvador sam samuel saparmurat scott sebastian sebastián serge sergei sergey sergio shimon shinzo silvio simon slobodan stanley stefan stephen steve stjepan sukarno suharto syngman tabaré taro tayyip teodoro terry thabo thomas tim tom toomas tony uhuru valery václav vicente viktor víctor victor vladimir vojislav volodymyr walter wen wenceslas werner will william wilfried willy winston wolfgang xi yahya yasser yitzhak yoshihide yoweri yves zoran zine władysław hun habib lakhdar manmohan julius".split(
    " ",
  ),
);

/** What the name or title of a person tells of "he" or "she", or null. */
export function genderOf({ person, text }: Mention): "female" | "male" | null {
  if (FEMALE_TITLE.test(text)) return "female";
  if (MALE_TITLE.test(text)) return "male";
  const first = person?.split(/\s+/)[0]?.toLowerCase().replace(/\.$/, "");
  if (!first) return null;
  if (FEMALE.has(first)) return "female";
  return MALE.has(first) ? "male" : null;
}
