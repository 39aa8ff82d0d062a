import type { TokenClasses } from './grammar.js';

/**
 * The beginnings of words that can turn what a mail says, in the languages that are read: they deny, doubt, make a
 * condition, count, correct, ask, or speak of money, of another date or of other goods. Where the grammar leaves a place
 * open, any word may stand but these, so a reason or an apology need not be known word by word.
 */
const TELLING = `
  not no nor non never none nothing nobody nowhere neither without cannot cant wont dont doesnt didnt isnt arent wasnt
  if unless once when whenever until till provid subject depend assum upon after before pending await waiting permit
  conting condition otherwise else either or whether except barring requir need must only should would could may might
  can shall will ought gonna lest wherever insofar otherwise versus
  hope hoping hopeful maybe perhaps probab likely unlikely possib try tries tried trying attempt aim target plan expect
  anticip estimat approx about around rough tentat guess think thought believ reckon suppos presum seem appear look luck
  pray finger god inshallah wood provision prelim draft doubt sure certain confiden optimis pessimis sceptic skeptic
  nervous worr afraid fear vague flexible guarantee promis swear predict forecast rumour rumor told said say says claim
  heard chance risk gamble bet touch ideally theor intend want wish prefer best worst realistic conservative ambitious planned planning tell tells
  aware far theory perfect stand stands things world moment present ambitious planned planning tell tells
  dream cautious careful
  half part partial percent few most majority remain rest remainder balance short shorter less more fewer first second
  third fourth last dozen dozens hundred hundreds thousand thousands couple pair single two three four five six seven
  eight nine ten eleven twelve fifteen twenty thirty fifty sixty double quantit qty split instal batchwise minimum maximum
  moq piece pieces pcs unit units set sets carton cartons pallet pallets
  price pricing cost payment pay pays paid payable prepa deposit advance invoice credit surcharge charge fee tariff dut
  tax bank account money fund transfer wired cash adder discount proforma letter remit settle overdue usd eur gbp
  unsure unsafe unsettled unstable unsold unsuit undecid undetermin
  accord tight
  some what yours wrong lottery history range insolven bankrupt liquidat receiver recall discuss talks inspect drawing
  known let's lets book colour color cut
  cancel discontinu obsolet reject refus declin stop hold holding suspend terminat withdraw withdrawn void scrap
  abandon abort return restrict forbid embargo sold
  substitut replac altern instead equivalent different other another version revis revision sample prototype spare
  correct correction mistaken typo meant ignore disregard actually rather wrongly
  please pls kindly confirm approv approval advise let send reply respond answer decide decision agree accept review
  sign ask asks permission licen
  date dates eta etd ship ships shipped shipping dispatch despatch deliver delivers order goods schedule reschedul due
  tomorrow later sooner earlier soon next eventually someday midnight week weeks month months year
  ihrer ihre ihren votre vos vostr ändern änderung wunsch
  nicht kein nur falls wenn sofern vorbehalt voraussicht hoffe hoffen sollt könnt dürft vielleicht eventuell evtl teil
  preis zahlung vorkasse storn wahrscheinlich bitte muss müss erst ohne außer frühest ungefähr etwa circa
  pas sauf sous réserve si devrai pourrai espér seulement prix paiement jamais peut partiel environ
  quizá quizas debería podría esper solo sólo precio pago salvo siempre nunca cancel anul parcial aproxim
  se forse dovrebbe potrebbe soltanto prezzo pagamento tranne speriamo annull parzial circa`;
/** Of these only the word itself tells: "tax" is in no "taxi", "on" in no "one". */
const WHOLE = new Set(
  `some what cut far stand present book range history known color colour drawing wrong no nor non not sure count if or may can set sets say says god aim bet pay pays fee part most rest last first second third single pair
  two three four five six seven eight nine ten sure only half less more few short until till once when about around upon
  before after let send sign ask asks want hold best else either may might will shall would could should must need try
  due order goods ship ships date dates eta etd next year month months week weeks later soon pas si se solo sous sauf
  other another touch wood luck duty tax fund bank cash cost void stop dut transfer told said claim think thought
  unit units piece pieces fear look plan return risk part pass etwa`.split(/\s+/),
);
const ALL = TELLING.trim().split(/\s+/);
const BEGINNINGS = ALL.filter((word) => !WHOLE.has(word));
const TELLS = new RegExp(
  `^(?:${BEGINNINGS.join('|')})|n['’]t$|['’](?:ll|d)$|^un(?=\\p{L})(?!s|d|a$|e$|der|i|load|pack|fortunate|foresee|expected|usual|planned|avoid|precedented|til)`,
  'u',
);
/** With endings that change nothing of it. */
const TELLS_WHOLE = new RegExp(
  `^(?:${[...WHOLE].join('|')})(?:(?<!^(?:not|no|nor|can|may|will|if|or|so|un|due))(?:s|es|ed|d|ing))?$`,
  'u',
);

/** What happened: verbs in their past, and helping verbs. */
const PAST =
  /^(?:was|were|had|has|have|'ve|we've|they've|i've|been|broke|came|got|went|gone|lost|took|taken|fell|ran|became|began|burst|froze|caught|found|held|kept|left|made|met|blew|tore|struck|shut|hit|saw|stood|built|brought|bought|spent|spoke|spoken|sent|let|put|cut|cost|led)$|^(?!need|indeed|exceed|proceed|speed|feed|seed|bed|red|med)\p{L}{2,}ed$/u;
const BEING = new Set(['is', 'are', 'am', "we're", "they're", "i'm", "there's"]);

const isWord = (token: string): boolean => /^\p{Ll}[\p{L}'.-]*$/u.test(token);

/** Whether a word may stand where the grammar leaves a place open. */
const isOpen = (token: string): boolean => isWord(token) && !TELLS.test(token) && !TELLS_WHOLE.test(token);

export const OPEN_CLASSES: TokenClasses = {
  OPEN: isOpen,
  PAST: (token) => PAST.test(token) && isOpenOrKnown(token),
  BEING: (token) => BEING.has(token),
};

/** "sent", "held" and "left" tell much of the goods themselves, and nothing of what others did. */
function isOpenOrKnown(token: string): boolean {
  return (
    isOpen(token) || /^(?:held|left|sent|cost|lost|delivered|rejected|returned|stopped|needed|refused)$/.test(token)
  );
}
