import type { Rules } from './grammar.js';

/** Whole sentences that change nothing of what a mail says: greetings, thanks, regrets, titles, papers, reasons, closings. */
export const HARMLESS_RULES: Rules = {
  HARMLESS: `[POLITE+ | [TITLE | PAPER_NUMBER]+ | THANKS_OF | LATE | LATE_BY | DO_NOT_CANCEL | PAPERS | CLOSED | CAUSE_SENTENCE | CONTACT | OTHER_ORDER | DENIED_OLD | SEASON | UPDATE_YOURS | ABROAD_POLITE+]`,
  POLITE: `[thanks | thank | thankyou | thx | you | very | much | many | so | for | your | the | patience | understanding | order | orders | O | business
    | email | e mail | mail | message | support | cooperation | co operation | purchase | inquiry | enquiry | note | again | advance | and | we | i | our | us
    | my | sorry | apologise | apologize | apologies | sincerely | sincere | really | deeply | truly | regret | regretted | thanking | inconvenience | inconveniences | trouble | hassle
    | delay | this | that | any | caused | cause | causing | causes | please | kindly | accept | noted | received | well | good | morning | afternoon
    | evening | day | hope | finds | with | pleasure | appreciate | appreciated | best | kind | warm | regards | wishes | greetings | of | about | in | to | may
    | dear | sir | madam | sirs | ma'am | friend | team | all | everyone | hi | hello | hey | gents | ladies | gentlemen | colleagues | buyer | customer | customers
    | valued | bear | is | are | am | have | has | be | can | as | always | a | great | nice | lovely | weekend | ahead | cheers | respected | mr | mrs | ms | from | here
    | continued | soonest | on | behalf | compliments | season | happy | faithfully | yours | truly | look | forward | serving | it | b | rgds | brgds | b.rgds
    | b.regards | highly | kindest | warmest | friendly | time | pls | for being | once | more]`,
  TITLE: `(please | pls | kindly) [here | below | is | are | the | following | see | find | attached | enclosed | herewith | update | updates | updated | status | of | on | for
    | about | regarding | re | concerning | with | reference | to | in | ref | your | our | order | orders | po | purchase | O | X | L | A | R | lines | line | open | items | item | delivery
    | shipping | shipment | schedule | dates | list | table | confirmation | acknowledgement | acknowledgment | and | quick | as | follows | new | latest | situation | overview | from | us | number
    | customer | no | sales | supplier | vendor | report | goods | details | W | Q | sku | description | qty | quantity | part | product | pcs | units | answers | inline | line | reply | information | a | my | me | we | have | let | share | you | requested | ack]+`,
  PAPER_NUMBER: `[oa | so | ack | ab | order | our | sales | ref | reference | confirmation | no | number | auftragsbestätigung | auftrag | nr | invoice | quote | job | customer | your]+ [# | Q]`,
  THANKS_OF: `[thanks | thank you | many thanks] (very much) for [your | the] [order | po | mail | email | message | purchase order | note | call | enquiry | inquiry] (O) (O | of | from | dated)* D`,
  LATE: `(we regret to inform you (that) | please note (that) | unfortunately | sorry | regrettably | i'm afraid | this is to inform you that | dear all)* [GOODS | there is | we have | we see] (unfortunately) ([is | are | has | have | has been | have been | will be | was | were | a | some | got | had | is running]) ADV* [BEEN_MOVED | MOVES | late | delay | slight delay | small delay | short delay | a bit late | slightly delayed] (with GOODS | on GOODS | in GOODS | for GOODS | by V | for V | of V | V | REASON | slightly)*`,
  LATE_BY: `(unfortunately | sorry | regrettably)* GOODS ([is | are | has | have | has been | have been | was | got]) ADV* V (REASON)`,
  DO_NOT_CANCEL: `please (do not | don't) cancel (GOODS)`,
  PAPERS: `(the | your | our | a | with)* [tracking | tracking number | tracking no | tracking info | tracking details | invoice | documents | docs | packing list | awb | asn | shipping documents | bl | paperwork | order confirmation | confirmation | oa | acknowledgement] (and [packing list | invoice | tracking | documents])* [will follow | to follow | follows | will be sent | is attached | attached | are attached | will be emailed | sent separately | will be provided | enclosed] (separately | shortly | later | then | soon | by email | on the day | to you | you | V | then)*`,
  CLOSED: `[please note (that)| note (that) | fyi | also]* [we | our [office | factory | plant | warehouse | company]] [are | is | will be] (also) closed (for | the | christmas | holiday | holidays | new year | inventory | thanksgiving | break | season)* ([from | between | on | V | D | to | and | until | till | through | over] | for | the | christmas | holiday | holidays | new year | inventory | break | period)+`,
  CONTACT: `[any questions | questions | call me | call us | contact me | feel free] [with | any | or | to | call | just | ask | me | us | anytime | let | know]*`,
  OTHER_ORDER: `(your | the | our)* X (is | was | has) [cancelled | shipped | delivered | unchanged | on schedule | on time | confirmed]`,
  DENIED_OLD: `BEFORE* ([unfortunately | sorry | sorry but | regrettably | regretfully | i'm afraid])* [we | i | it | GOODS] [cannot | can't | can not | could not | couldn't | won't | will not | are not able to | are unable to | will be unable to] [make | meet | keep | hold | ship | ship at | ship on | deliver by | deliver on | ship by | deliver | be ready on | do | manage] (the | our | your | original | promised | agreed | requested | planned | delivery | ship)* [date | deadline | D | dates | schedule]`,
  SEASON: `[merry | happy] [christmas | xmas | new year | holidays | thanksgiving | diwali] [and | a | happy | to | you | your | team | all | new | year | holidays]*`,
  UPDATE_YOURS: `(please | pls | kindly) [update | amend | adjust | revise | correct] [your | the | our] [system | records | po | order | schedule | O | planning | dates] (accordingly)`,
};
