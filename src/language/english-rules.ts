import type { LanguageRules } from "./language-rules.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** English as newspapers, ministries, encyclopaedias and journals write it. */
export const english: LanguageRules = {
  code: "en",
  openAbbreviations: words(`
    mr. mrs. rt. engr. ms. mx. messrs. mlle. mme. dr. drs. prof. gen. lt. col. maj. capt. cmdr. cdr. adm. sgt. brig. cpl. pvt. gov. govs. sen. sens. rep. reps.
    pres. hon. rev. fr. st. ste. sts. mt. mts. ft. amb. min. sec. atty. supt. insp. sra. sr.ª srta. dna. vs. v. cf. viz. e.g. i.e. eg. ie. a.k.a. aka. ca. c. approx. circa.
    esp. incl. excl. resp. orig. ed. eds. trans. transl. comp. repr. rev. dept. dep. asst. assoc. univ. inst. natl. int'l. intl. govt. gov't. adm. bros. h.e. h.r.h. h.m. hrh. gens. cols. profs. lic. ing. arq.
    pt. rt. d. b. m. r. née. cit. loc. op. ibid. abp. bp. card. hist. lt.-gen. lt.-col. maj.-gen. brig.-gen. vice-adm. p.o. attn. msgr. fmr.`),
  closingAbbreviations: words(`
    inc. corp. ltd. co. cos. llc. plc. s.a. s.p.a. a.g. jr. sr. esq. ph.d. m.d. m.a. b.a. m.sc. b.sc. m.sc ll.m. j.d. ph.d.s d.phil. etc. al. a.m. p.m. b.c. a.d. b.c.e. c.e. d.c. l.a. n.y. u.s. u.k. u.n. e.u. u.s.a. u.a.e. u.s.s.r. r.o.k. d.p.r.k. p.r.c. o.a.s. g.d.p. m.p. p.s.
    jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mon. tue. tues. wed. thu. thur. thurs. fri. sat.
    ave. blvd. rd. bldg. hwy. calif. conn. fla. mass. mich. minn. penn. tex. va. wash. wis. ariz. colo. ont. que. hrs. mins. lbs. ft. yr. yrs. mo. km. kg. cm. mm. sq. est. n.d. seq. passim. dist. prov. bn. mn. tn. mil. bil. avg. max. tel. ext. assn. assoc. comm. cttee. div. mgmt. mfg. prov. rs. so. incorp.`),
  numberAbbreviations: words(`
    no. nos. nr. num. nº. art. arts. fig. figs. p. pp. pg. pgs. vol. vols. ch. chap. chaps. sec. secs. sect. para. paras. par. pt. pts. eq. eqs. app. ex. exs. tab. cl. res. doc. docs. ser. iss. ver. v. n. nn. fn. l. ll. col. cols. bk. suppl. us. rs. s. ss. reg. dec.`),
  months: words("january february march april may june july august september october november december"),
  sentenceStarters: words(`
    the a an this that these those he she it they we i you his her its their our my your who what when where why how which
    in on at by for from with without within during after before since until under over between among against through throughout despite because although though while whereas if unless once
    as to of and but or nor yet so however moreover furthermore meanwhile therefore thus hence nevertheless nonetheless instead besides additionally also indeed later earlier then today yesterday tomorrow now here there
    both all some many most several each every neither either no not nobody none one two three four five six seven eight nine ten another other others such more less few only even just still again
    according following regarding concerning given considering based including like unlike together officials analysts critics experts`),
  sayingVerbs: words(
    "said says say asked asks ask told tells replied replies answered wrote writes added adds exclaimed shouted declared demanded wondered insisted cried inquired remarked noted stated continued concluded joked quipped",
  ),
  hyphenPrefixes: words(`
    pro anti non pre post co re de ex mid sub super inter intra multi micro mini mega macro meta semi quasi pseudo neo pan trans ultra un uni bi tri counter extra hyper infra out over under e cross self-evident socio psycho geo eco electro bio agro cease`),
  hyphenSuffixes: words("esque wise like-minded"),
  nameSyllables: words(`
    ae ah an bae baek bak beom bin bo bok bong bum byeong byoung byung chae chan chang chong choe choi choo chul chun chung dae deok deuk do dok dong du duk eok eon eui eun eung gab gae gak gang geol geon geum geun gi gil gon gu guk gun gwan gwang gye gyeong gyo gyu gyun
    hae hak ham han hang hee heon heum heung ho hong hoon hui hun hwa hwan hwang hye hyeok hyeon hyo hyon hyong hyoun hyuck hyuk hyun hyung ik il im in ja jae jang je jee jeok jeon jeong ji jik jin jo jong joo joon jin ju jun jung kap ki kil ko kon koo ku kuk kun kwan kwang kwon kye kyo kyong kyoung kyu kyun kyung
    mahn man mi min mo moo moon mu mun muk myeong myong myoung myung na nae nam nyeo nyun ok pil po pum pyo pyong rae ran re ri rim rin ro rok ryang ryeol ryo ryol ryong ryul ryung sam san sang se seo seob seok seon seong seop seuk seul seung shik shil shin sik sil sim sin so sok sol son song soo soon sop su suk sul sun sung tae taek tak tek tok uk ul un ung wan whan won woo woong wook yang ye yeo yeol yeon yeong yeop yi yo yol yon yong yoo yoon young yu yuk yul yun yung
    chai cheuk cheung chi chia ching chiu chieh chien chih fai fang feng fong fu hao hsin hsien hsiang hua hui jen jou jui jyun ka kai kang keung kei kin kit kuang kuo kwok lai lam lan lee leung li liang lien lin ling lun mei mei ming nai pang pei pik pin ping shan sheng shih shu shui shun sing siu ta tang tao te teh teng ting tien tsai tsang tse tseng tsung tung tzu wah wai wei wen wing ying yan yao yat yee yen yeh yin yiu yuan yue yuen zhen`),
  splitWords: new Map([
    ["cannot", 3],
    ["gonna", 3],
    ["gotta", 3],
    ["wanna", 3],
    ["gimme", 3],
    ["lemme", 3],
    ["dont", 2],
    ["didnt", 3],
    ["doesnt", 4],
    ["isnt", 2],
    ["wasnt", 3],
    ["couldnt", 5],
    ["wouldnt", 5],
    ["'tis", 2],
    ["’tis", 2],
    ["'twas", 2],
    ["’twas", 2],
  ]),
  clitics: words("s m d re ve ll"),
};
