package ma.jisr.gateway.channel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import ma.jisr.base.text.Gsm7;

/** How the octets of a text are read, whatever the wire calls it. The names are stored. */
public enum Alphabet {
  /** The default alphabet of 3GPP TS 23.038 6.2.1, one octet a character, extensions by ESC. */
  GSM7,
  ASCII,
  LATIN1,
  /** UCS-2, read as UTF-16 so that characters beyond the first plane come whole. */
  UTF16;

  /** The text of the octets; an odd last octet of {@link #UTF16} is left out. */
  public String decode(byte[] octets) {
    return switch (this) {
      case GSM7 -> Gsm7.decode(octets);
      case ASCII -> new String(octets, US_ASCII);
      case LATIN1 -> new String(octets, ISO_8859_1);
      case UTF16 -> new String(octets, 0, octets.length & ~1, UTF_16BE);
    };
  }
}
