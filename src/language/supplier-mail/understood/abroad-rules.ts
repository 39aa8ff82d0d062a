import type { Rules } from './grammar.js';

/** Plain German, Spanish and French statements, as their English forms are in `statement-rules.ts`. */
export const ABROAD_RULES: Rules = {
  ABROAD_GOODS: `[die | der | das | den | dem | ihre | ihrer | ihr | unsere | bestellung | lieferung | ware | artikel | position | positionen | pos | auftrag | ihren | für | von | wir | sie | es
    | el | la | los | las | su | sus | pedido | orden | línea | lineas | líneas | mercancía | material | entrega | envío | de | del | para
    | le | les | l | votre | vos | commande | livraison | marchandise | article | articles | expédition | du | des | ligne | lignes | y | et | und | der | L | O | A | R | Q]`,
  ABROAD_ON: `[am | auf | den | dem | zum | der | bis zum | bis | für | ist | el | para el | para | al | a | hasta el | le | pour le | au | pour | jusqu au | date | día | de | será | ist der | termin]*`,
  ABROAD_TAIL: `[und entschuldigen uns | geliefert | versendet | verschickt | versandt | ausgeliefert | raus | an | erfolgen | eintreffen | statt ABROAD_ON D | anstatt ABROAD_ON D | en lugar del ABROAD_ON D | au lieu du ABROAD_ON D | wie gewünscht | wie bestellt | leider | spätestens | disculpen las molestias | bei ihnen | bei ihnen ein]`,
  ABROAD_WILL: `[liefern | liefern wir | liefern wir wie gewünscht | wird | werden | kommt | kommen | geht | gehen | erfolgt | verschiebt sich | verschieben sich | verzögert sich | verschiebt sich leider | verschieben sich leider | verzögert sich leider | ist | sind | versenden | versenden wir | senden | verschicken | trifft | treffen
    | leider | jetzt | nun | neu | neue | neuer | der | liefertermin | termin | lieferdatum | versandtermin | versand | neues | bestätigt | bestätigen | auf | nur
    | sale | salen | saldrá | saldrán | llega | llegará | llegarán | será | serán | se | entrega | entregará | entregaremos | enviaremos | enviará | enviamos | retrasa | hasta | nueva | fecha | fecha de entrega | confirmamos | entregamos | es | retrasado | ha
    | sera | seront | est | expédiée | expédié | expédiés | expédiées | livrée | livré | livrés | livrées | prévue | prévu | reportée | reporté | nous | livrerons | expédierons | partira | partiront | arrivera | arriveront | livraison | nouvelle | confirmons | sont | désormais]`,
  ABROAD_DAY_CLAUSE: `(leider | unfortunately)* [ABROAD_GOODS | ABROAD_WILL]+ ABROAD_ON NEW ABROAD_TAIL*`,
  ABROAD_STAYS_CLAUSE: `[ABROAD_GOODS | ABROAD_WILL | wie | bleibt | bleiben | comme | según | lo | reste | sigue | sin | cambios | sans | changement | restent]* [wie geplant | wie bestellt | wie vereinbart | wie bestätigt | termingerecht | pünktlich | planmäßig | unverändert | bestätigt | confirmado | confirmada | según lo previsto | sin cambios | confirmée | comme prévu | sans changement | inchangée] (ABROAD_ON D | geliefert)*`,
  ABROAD_POLITE: `[verzögert sich | guten | tag | hallo | sehr | geehrte | geehrter | frau | herr | damen | und | herren | moin | liebe | lieber | vielen | dank | danke | für | ihre | ihr | ihren | die | das | bestellung | nachricht | anfrage | verständnis | wir | bitten | um | entschuldigung
    | entschuldigen | verzögerung | unannehmlichkeiten | schöne | schönen | grüße | gruß | gruss | gruesse | mit | freundlichen | beste | viele | leider | bedauern | dies | lieferung | o | O | das | uns | tut | leid | es
    | buenos | buenas | días | tardes | hola | estimado | estimada | estimados | señor | señora | gracias | por | su | la | el | disculpen | disculpe | las | molestias | sentimos | lamentamos | saludos | cordiales | un | saludo | pedido | y | paciencia | comprensión | muchas
    | bonjour | bonsoir | merci | pour | votre | le | les | nous | excusons | vous | prions | nos | excuses | désolés | désolé | ce | retard | cordialement | madame | monsieur | compréhension | de | gêne | occasionnée | commande | bien | à | veuillez | accepter | monsieur]`,
};
