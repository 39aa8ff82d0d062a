/** The words of plain sentences that say when goods come, as in `frame-words.ts`, in German, French, Spanish, Italian and Dutch. */
const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const MOVING_ABROAD = setOf(
  `liefern liefert geliefert ausgeliefert lieferung liefertermin lieferdatum versandtermin versand versenden versendet verschickt verschicken versandt
  kommt kommen geht gehen raus trifft treffen ein eintreffen erfolgt erfolgen verschiebt verschieben verlassen verlässt bestätigen bestätigt termin
  livrée livré livrées livrés livrerons livraison expédiée expédié expédiées expédiés expédierons expédition partira partiront part partent arrivera
  arriveront arrive arrivent prévue prévu prévues prévus reportée reporté repoussée décalée décalé date maintenue maintenu confirmée confirmé confirmons
  entrega entregará entregaremos entregamos entregarán enviaremos enviamos enviará enviado despachamos despacharemos despachará despacho llega llegará llegan
  llegarán sale salen saldrá saldrán envío fecha confirmamos retrasa saldrán
  consegna consegneremo consegniamo consegnata consegnato consegnati consegnate spediremo spediamo spedita spedito spediti spedite spedizione arriva
  arriverà arriveranno arrivano partirà partiranno parte partono posticipata posticipato rinviata confermiamo confermata data slitta
  leveren levert geleverd levering verzenden verzonden versturen verstuurd vertrekt vertrekken komt komen bezorgd bezorgen leverdatum bevestigen`,
);
const AROUND_ABROAD = setOf(
  `die der das den dem des ihre ihr ihren ihrer ihrem ware waren artikel bestellung auftrag positionen position pos sendung alles alle beide beiden gläser
  wir sie es ihnen am zum bis auf bei mit per für und ist sind wird werden nun jetzt neu neue neuer neues leider hier heute nächster komplett zusammen
  gemeinsam vollständig an aus also haus uns stück stk wie unserem eigenen wagen lkw spedition so kann können
  votre vos la le les l du de des d au aux à et est sont sera seront nous vous je par pour avec nouvelle nouveau commande marchandise articles ensemble
  confirme informe désormais maintenant complet complète chez malheureusement que qu
  su sus el los las la lo se es son será serán nos les le y a al del para con por pedido mercancía material nueva nuevo ahora todo completo juntos completa
  il i gli lo la le vostro vostra suo sua suoi ordine merce articolo articoli e è sono sarà saranno verrà verranno vi ci per con da dal del della al alla entro tutto
  tutti nuova nuovo ora purtroppo insieme completo
  de het een uw jullie bestelling order we wij ze zij u op aan bij met en is zijn wordt worden nu nieuwe gewoon af samen compleet helaas dan`,
);
export const isFrameWordAbroad = (word: string): boolean => MOVING_ABROAD.has(word) || AROUND_ABROAD.has(word);

/** "stays as it was" */
export const STAYING_ABROAD = setOf(
  `bleibt bleiben geplant vereinbart bestätigt gewünscht bestellt unverändert termingerecht pünktlich planmäßig wie
  prévu comme inchangée inchangées inchangés reste restent quantités conforme côté notre tout
  previsto según confirmado confirmada cambios como acordado mantiene
  come previsto confermato confermata invariata invariate concordato resta
  zoals gepland afgesproken besteld ongewijzigd blijft`,
);
export const STAY_ABROAD =
  /(?<!\p{L})(?:wie (?:geplant|vereinbart|bestätigt|gewünscht|bestellt)|unverändert|termingerecht|pünktlich|planmäßig|comme prévu|inchangée?s?|maintenue?s?|conforme|según lo previsto|como (?:previsto|acordado)|confirmad[oa]|come previsto|invariat[ae]|zoals (?:gepland|afgesproken|besteld)|ongewijzigd)(?!\p{L})/u;
/** A day behind these is the one that was. */
export const OLD_ABROAD =
  /(?:^| )(?:statt|anstatt|anstelle|au lieu|invece|anziché|en lugar|en vez|in plaats|al posto)(?: (?:del?|du|des|d|am|dem|den|vom|van|le|il|el|la|op))*$/u;
/** Goods that come to the supplier. */
export const TURNED_ABROAD =
  /(?<!\p{L})(?:(?:bei|zu|an) uns|uns geliefert|chez nous|à nous|nous (?:sera|seront|est|parvien\p{L}*)|da noi|presso di noi|ci (?:arriva|arriverà|viene|verrà)|bij ons|nos (?:llega|llegará|entregan)|wir (?:erhalten|bekommen|kommen|gehen)|(?:kommen|gehen) wir|nous (?:recevons|recevrons)|unsere (?:ware|lieferung|bestellung))(?!\p{L})/u;
