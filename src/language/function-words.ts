/** Languages written in Latin letters that a message is told apart by: their commonest words, without accents. */
export const FUNCTION_WORDS = {
  en: `
    the a an and or but is are was were be been am do does did have has had will would can could should may might must
    i im ive id you youre he she it its we they them me my your his her our their this that these those there here what
    when where which who why how not no yes please thanks thank to of in on at for from with by about into out up if then
    than so just only still any some all get got want need like know tell order ordered item ship shipped shipping
    shipment package parcel delivery delivered refund cancel money back arrive arrived status help today tomorrow`,
  es: `
    el la los las un una unos y pero es son esta estan estoy que cual cuando cuanto donde como por para con sin mi mis su
    tu te lo le les se del al de en ya aun todavia muy mas nada quiero quisiera necesito puede puedo pueden hola buenas
    buenos dias tardes gracias favor pedido pedi envio enviar llega llego llegado paquete compra cancelar cancele cancelen
    devolver devolucion reembolso dinero ayuda ayudar tarjeta dinero tiene tengo hay hablar agente espero estado`,
  fr: `
    le la les un une des du de et mais est sont je j tu il nous vous ils ce c cette mon ma mes votre vos que qui quand ou
    comment pourquoi avec sans dans sur ne pas plus tout tres ai avez suis etes veux voudrais souhaite peux pouvez
    bonjour salut merci svp plait commande commander colis livraison livre expedie annuler annulez annulation rembourser
    remboursement argent aide recu toujours encore parler quelqu attends`,
  de: `
    der das dem den ein eine einen meine mein meiner ihr ihre ich du er sie es wir und oder aber ist sind war habe haben
    hat wird werden kann konnen mochte will nicht kein keine noch immer schon wo wann wie warum was mit ohne fur auf von
    zu zum zur bei nach mir mich bitte danke hallo guten bestellung bestellt paket lieferung geliefert versand kommt
    angekommen stornieren storniert geld zuruck erstattung hilfe sprechen jemand moechte koennen fuer zurueck`,
  pt: `
    o os um uma e mas eu voce voces meu minha meus seu sua que qual quando quanto onde como por para pra com sem nao sim
    ja ainda muito mais do da dos das no na de em esta estao foi vai tem tenho quero queria gostaria preciso pode posso
    oi ola bom boa dia tarde noite obrigado obrigada favor pedido encomenda entrega chega chegou cheguei saiu cade
    cancelar cancele reembolso dinheiro ajuda ajudar saber falar alguem`,
  it: `
    il lo gli i un uno una e ma sono ho hai ha abbiamo che chi quando quanto dove dov come perche per con senza non mi mio
    mia miei vostro suo del della dei nel di da al alla ancora gia molto voglio vorrei posso potete puo ciao buongiorno
    buonasera salve grazie favore ordine ordinato pacco spedizione spedito consegna arriva arrivato annullare annulla
    annullate rimborso soldi aiuto parlare qualcuno`,
  nl: `
    de het een en maar is zijn was ik jij je jullie u wij mijn uw dit dat wat wanneer waar hoe waarom wie niet geen nog
    steeds al met zonder voor van naar op bij aan heb heeft hebben kan kunt kunnen wil wilt graag moet hallo goedemorgen
    goedendag dank bedankt alstublieft bestelling besteld pakket pakje levering bezorgd verzonden annuleren geld terug
    terugbetaling hulp spreken iemand`,
} as const;

/** What one asks for who wants a person, in each of them. */
export const PERSON_WORDS = {
  en: 'person human agent',
  es: 'persona humano humana agente operador asesor alguien',
  fr: 'personne humain humaine conseiller conseillere agent quelqu',
  de: 'mensch menschen mitarbeiter mitarbeiterin person jemand jemandem',
  pt: 'pessoa humano humana atendente agente alguem',
  it: 'persona umano operatore operatrice qualcuno agente',
  nl: 'mens persoon medewerker iemand',
} as const satisfies Record<keyof typeof FUNCTION_WORDS, string>;
