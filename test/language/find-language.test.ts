import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findForeign } from '../../src/language/find-language.js';

describe('the language of a message', () => {
  it.each([
    ['es', '¿Dónde está mi paquete? Ya pasaron dos semanas'],
    ['es', 'quisiera cancelar mi compra por favor'],
    ['fr', "Où est mon colis ? J'attends depuis deux semaines"],
    ['fr', 'je voudrais être remboursé svp'],
    ['de', 'Wann kommt meine Bestellung endlich an?'],
    ['de', 'ich moechte mein geld zurueck'],
    ['pt', 'meu pedido ainda não chegou, o que faço?'],
    ['it', 'quando arriva il mio pacco?'],
    ['nl', 'wanneer wordt mijn pakket bezorgd?'],
    ['zh', '我的包裹什么时候到?'],
    ['ja', '注文はいつ届きますか'],
    ['ko', '제 주문은 언제 오나요?'],
    ['ru', 'Где мой заказ?'],
    ['ar', 'أين طلبي؟'],
    ['hi', 'मेरा ऑर्डर कहाँ है?'],
  ])('is %s: %s', (language, text) => {
    expect(findForeign(text)).toMatchObject({ language });
  });

  it.each([
    'hola, where is my order? gracias',
    'Hola! order status por favor',
    'merci, that helps',
    'no',
    'sí',
    'Bestellung?',
    'la la la',
    'tusen takk, thank you',
    'mera order kab ship hoga, please tell status',
    'Where is the de la Cruz order?',
    'send it to 12 Via del Corso Court, Portland, OR 97201',
    'do u have the Café Crème mug',
    'its 1042 and ana@example.com',
    'El Paso, TX is where it goes',
    '👍',
    '',
  ])('stays English, or unknown: %s', (text) => {
    expect(findForeign(text)).toBeNull();
  });

  it('is never read from one word', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zñéü]{1,12}$/), (word) => {
        expect(findForeign(word)).toBeNull();
      }),
    );
  });

  it.each(['quiero hablar con una persona', 'je veux parler à un conseiller', 'ich will mit einem Menschen sprechen'])(
    'shows who asks for a person: %s',
    (text) => {
      expect(findForeign(text)?.wantsPerson).toBe(true);
    },
  );
});
