package ma.jisr.gateway.channel.smpp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.Optional;
import ma.jisr.base.text.Gsm7;
import ma.jisr.gateway.channel.Alphabet;

/**
 * Texts in SMPP's data codings (SMPP 3.4 5.2.19): 0 the SMSC's default, which is GSM-7 with one
 * octet a character unless the link says Latin-1; 1 ASCII; 3 Latin-1; 8 UCS-2, read as UTF-16.
 *
 * @param latin1 whether 0 means Latin-1 on this link; the Greek capitals and the euro sign, which
 *     GSM-7 has and Latin-1 has not, go as question marks there
 */
record SmsText(boolean latin1) {
  static final int DEFAULT = 0;
  static final int UCS2 = 8;
  private static final int ASCII = 1;
  private static final int LATIN1 = 3;

  /** Groups of TS 23.038 4 with a class: 1111 0xxx is GSM-7, 000x 10xx UCS-2. */
  private static final int CLASS_GROUP = 0xF0;

  private static final int CLASS_8BIT = 0x04;
  private static final int USSD_DEFAULT = 0x0F;
  private static final int GENERAL_UCS2 = 0x18;

  /** How octets of this coding are read; empty where it is binary or unknown here. */
  Optional<Alphabet> alphabet(int dataCoding) {
    return switch (dataCoding) {
      case DEFAULT, USSD_DEFAULT -> Optional.of(latin1 ? Alphabet.LATIN1 : Alphabet.GSM7);
      case ASCII -> Optional.of(Alphabet.ASCII);
      case LATIN1 -> Optional.of(Alphabet.LATIN1);
      case UCS2, GENERAL_UCS2 -> Optional.of(Alphabet.UTF16);
      default ->
          (dataCoding & CLASS_GROUP) == CLASS_GROUP && (dataCoding & CLASS_8BIT) == 0
              ? Optional.of(Alphabet.GSM7)
              : Optional.empty();
    };
  }

  /** The text of octets; empty where the coding is binary or unknown here. */
  Optional<String> read(int dataCoding, byte[] octets) {
    return alphabet(dataCoding).map(alphabet -> alphabet.decode(octets));
  }

  /** Whether the text must go as UCS-2. */
  boolean needsUcs2(String text) {
    return !Gsm7.fits(text);
  }

  /** The octets of a text, or of a part of one. */
  byte[] write(String text, boolean ucs2) {
    if (ucs2) {
      return text.getBytes(UTF_16BE);
    }
    return latin1 ? text.getBytes(ISO_8859_1) : Gsm7.encode(text);
  }
}
