import type { SignalKind } from './entity.js';

export interface SignalLexicon {
  readonly kind: SignalKind;
  readonly strength: 1 | 2;
  /** Parts of regular expressions, matched as whole words in any case; single spaces stand for themselves. */
  readonly words: readonly string[];
}

/** Phrases set as running text, with commas between them. */
const phrases = ({ raw }: TemplateStringsArray): string[] =>
  raw
    .join('')
    .trim()
    .split(/,\s+/)
    .map((phrase) => phrase.replace(/\s+/g, ' '));

/** Words that show a tone or a matter, never an opinion word by itself: "not happy" must not count as "happy". */
export const SIGNAL_LEXICONS: readonly SignalLexicon[] = [
  {
    kind: 'frustration',
    strength: 2,
    words: phrases`
      ridiculous, unacceptable, disgusting, disgusted, furious, outrageous, outraged, livid, pathetic, worst, scam,
      scammers, liars?, lied to, you lie, lying, useless, incompetent, appalling, fed up, sick of, sick and tired,
      last straw, (?:is|it's|its|such|what|like|just|absolute|total|complete|beyond|become|you're|youre|becoming) a joke, had enough, enough is enough, never again, never (?:order|buy|shop)ing, wtf, wth, bullshit,
      bs, shit, f+u+c*k\w{0,6}, f\*{1,6}\w{0,6}, damn, dammit, crap, screw you, bloody, rip ?off, are you kidding, are
      you serious, kidding me, shocking, horrible, terrible, awful, idiots?, morons?, cheat(?:ed|ers|ing)?,
      fuming, pissed(?: off)?, ffs, f(?:kn|king|cking|rigging), effing, what the (?:hell|heck|f), disgrace(?:ful)?,
      for (?:god|heaven|christ|goodness|crying out loud|f\w+)'?s? sake, appalled, bull(?:crap)?, you (?:guys |people )?suck,
      had it with, clowns?, cowboys, shambles, farce, ashamed of yourselves, ripped off, joke of a`,
  },
  {
    kind: 'frustration',
    strength: 1,
    words: phrases`
      disappoint(?:ed|ing|ment), frustrat(?:ed|ing), annoy(?:ed|ing), angry, upset, unhappy, not happy, not good
      enough, not impressed, unprofessional, poor service, bad service, waste of (?:my )?time, for the
      (?:second|third|fourth|fifth|2nd|3rd|4th|5th|last|hundredth) time, how many times, keep
      (?:changing|saying|telling|moving|pushing), still (?:waiting|nothing|no), again and again, no(?:body| one)
      (?:answers|replies|responds|helps), already (?:told|said|asked|explained), tired of, let (?:me|us) down,
      unbelievable, come on, this is not helping, not helping, irritat(?:ed|ing),
      (?:asked|told|emailed|called|contacted|written|messaged|explained)(?: \w+){0,3} (?:\d+|two|three|four|five|several|multiple|many|countless) times,
      (?:second|third|fourth|fifth|2nd|3rd|4th|5th) time (?:i|i'm|im|asking|now|that|you|this), just answer, ignor(?:ed|ing)
      (?:me|us|my), nobody cares, ruined, let down, sigh`,
  },
  {
    kind: 'urgency',
    strength: 2,
    words: phrases`
      urgent(?:ly)?, emergency, asap, a\.s\.a\.p, immediately, right now, right away, time sensitive,
      desperate(?:ly)?, life or death`,
  },
  {
    kind: 'urgency',
    strength: 1,
    words: phrases`
      hurry, quickly, as soon as possible, by (?:today|tonight|tomorrow), need it
      (?:today|tonight|tomorrow|now|by|before|for), running out of time, deadline, at the earliest, last minute`,
  },
  {
    kind: 'legal',
    strength: 2,
    words: phrases`
      lawyers?, attorneys?, solicitors?, sue you, suing, will sue, gonna sue, going to sue, lawsuits?, legal action,
      legal notice, legal proceedings, take (?:you|this|them) to court, see you in court, small claims, consumer
      (?:court|forum), class action, attorney general, ftc, trading standards, ombudsman, police report, go(?:ing)? to
      the police, my legal rights, breach of contract, consumer (?:commission|tribunal), legal department, legal team, my solicitor, litigation`,
  },
  {
    kind: 'legal',
    strength: 1,
    words: phrases`
      chargebacks?, charge back, bbb, better business bureau, consumer protection, consumer rights, dispute
      (?:the|this|it), illegal, against the law, report you, citizens advice, section 75, reverse the charge, go(?:ing)? to my bank, report(?:ing)? (?:you|this|it) to`,
  },
  {
    kind: 'safety',
    strength: 2,
    words: phrases`
      caught fire, on fire, in flames, (?:is|its|it's|started|was) smoking, smell of burning, burning smell, sparks?,
      sparking, electric(?:al)? shock, got shocked, electrocuted, exploded, explosion, burn(?:ed|t)
      (?:me|my|him|her|his), (?:hand|finger|arm|leg|face|skin|carpet|desk|bed|table|sofa|floor)s? (?:got |is |was |are |were )?burn(?:ed|t), (?:started|began|kept) (?:burning|to burn|smoking|to smoke|sparking|to spark), (?:is|was|it's|its) burning(?! (?:a hole|question|through|to)), injur(?:ed|y|ies), bleeding, hospital, allergic reaction, anaphyla\w{1,8}, choking,
      choked, burns? on (?:my |her |his |the |our )?(?:arm|hand|finger|leg|face|skin|neck|back|chest|foot|wrist)s?, (?:baby|babies|son|daughter|child|kid|toddler|dog|cat|puppy|boy|girl|he|she|nephew|niece|brother|sister|grandson|granddaughter) (?:has |have |had |just |may have |might have |must have )?swallowed, swallowed (?:a|an|one|the|some|part|it|two|three|my|our), (?:ate|ingested|drank) (?:a|one of|some of|part of) (?:the|those|your|my|our)?,
      poison(?:ed|ing)?, insulin, epipen, oxygen, (?:can'?t|cannot|not|trouble|hard to|struggl\w{1,4} to|unable to) breath(?:e|ing), gasping, short of
      breath, struggl\w{1,4} for (?:air|breath), (?:can'?t|cannot|hardly|barely|couldn'?t) (?:breathe?|(?:get|catch|draw) (?:\w+ )?(?:air|breath)), stopped breathing,
      lips? (?:is|are|going|turning|went|gone) blue, (?:he|she|hes|shes|he's|she's) (?:is )?(?:turning|going) blue, asthma attacks?, medical emergency, life support, seizures?, unconscious, fainted, passed out, overdos\w{1,3},
      chest pains?, heart attack, suicide, suicidal, kill myself, want to die, end my life, hurt myself, gas
      leak, smell(?:s|ing)?(?: of)? gas, carbon monoxide, shocked me, gave (?:me|him|her) a shock, smoke (?:coming|came|pouring),
      (?:swollen|swelling|bulging) battery, battery (?:is |has |was )?(?:swelling|swollen|bulging|exploded|leaking),
      cut (?:my|his|her) (?:hand|finger|foot|leg|arm|face)s?, burn(?:ed|t) (?:\w+ )?(?:hand|finger|skin)s?, scalded, stitches`,
  },
  {
    kind: 'safety',
    strength: 1,
    words: phrases`
      medical, medicine, medications?, overheat(?:s|ed|ing)?, unsafe, dangerous, safety (?:risk|hazard|issue), hazard,
      product recall, diabetic, allergic, rash, sharp edges?, melted, baby formula, wheelchair`,
  },
];
