/** Why a mail is nobody's answer. */
export type AutomaticKind = 'out_of_office' | 'bounce';

export type MailHeaders = Readonly<Record<string, string | readonly string[]>>;

const BOUNCE_SENDER = /(?:mailer-daemon|postmaster|mail delivery (?:sub)?system)/i;
const BOUNCE_SUBJECT =
  /^\s*(?:undeliver|delivery (?:status notification|has failed|failure)|mail delivery failed|returned mail|failure notice|unzustellbar|message not delivered)/i;
const AWAY_SUBJECT =
  /\b(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|responder|answer)|autoreply|out[- ]of[- ](?:the )?office|ooo|abwesenheit\p{L}*|automatische antwort|respuesta automática|réponse automatique|absence)\b/iu;
const AWAY_TEXT =
  /\b(?:(?:i am|i'm|i will be|we are|i'll be) (?:currently |now )?(?:out of (?:the )?office|on (?:annual |parental |sick )?(?:leave|vacation|holiday)|away from)|this is an (?:automated|automatic|auto)[- ]?(?:generated )?(?:reply|response|message|e-?mail)|limited access to (?:my )?e-?mail|ich bin (?:derzeit )?(?:nicht im büro|abwesend)|estoy fuera de la oficina)\b/iu;

/** The value of a header, whatever the case of its name; several are joined. */
export function headerOf(headers: MailHeaders, name: string): string {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? '';
  return typeof found === 'string' ? found : found.join('\n');
}

/** Whether a machine sent a mail: by RFC 3834's header and its like, by its subject, or by its first words. */
export function automaticKind({
  from,
  subject,
  headers,
  words,
}: {
  from: string;
  subject: string;
  headers: MailHeaders;
  words: string;
}): AutomaticKind | null {
  if (
    BOUNCE_SENDER.test(from) ||
    BOUNCE_SUBJECT.test(subject) ||
    /report-type="?delivery-status/i.test(headerOf(headers, 'content-type'))
  )
    return 'bounce';
  const submitted = headerOf(headers, 'auto-submitted');
  const marked =
    (submitted !== '' && !/^\s*no\b/i.test(submitted)) ||
    headerOf(headers, 'x-autoreply') !== '' ||
    headerOf(headers, 'x-autorespond') !== '' ||
    /auto[_-]reply/i.test(headerOf(headers, 'precedence'));
  return marked || AWAY_SUBJECT.test(subject) || AWAY_TEXT.test(words.slice(0, 400)) ? 'out_of_office' : null;
}
