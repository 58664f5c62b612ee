package ma.jisr.sandbox.alphabet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An alphabet of the air interface, with what fits into one message of it. A unit is a septet in
 * GSM-7 and a UTF-16 code unit in UCS-2.
 */
public enum Alphabet {
  /** 160 units in one SMS, 153 beside a 6-octet header, 182 in a USSD screen of 160 octets. */
  GSM7(160, 153, 182, "septets"),
  /** 70 units in one SMS, 67 beside a 6-octet header, 80 in a USSD screen of 160 octets. */
  UCS2(70, 67, 80, "units");

  private final int single;
  private final int part;
  private final int screen;
  private final String unit;

  Alphabet(int single, int part, int screen, String unit) {
    this.single = single;
    this.part = part;
    this.screen = screen;
    this.unit = unit;
  }

  /** The alphabet that a phone takes for the text: GSM-7 when it carries it, else UCS-2. */
  public static Alphabet of(String text) {
    return Gsm7.carries(text) ? GSM7 : UCS2;
  }

  /** The units that fit into one SMS. */
  public int single() {
    return single;
  }

  /** The units that fit into one USSD screen of 160 octets (3GPP TS 23.038, 6.1.2.3). */
  public int screen() {
    return screen;
  }

  /** What the units are called. */
  public String unit() {
    return unit;
  }

  /** How many units the text takes; in GSM-7 every character must be carried. */
  public int units(String text) {
    return this == UCS2 ? text.length() : Gsm7.encode(text).length;
  }

  /** The octets that SMPP carries for the text: unpacked septets, or UTF-16 big endian. */
  public byte[] encode(String text) {
    return this == UCS2 ? text.getBytes(StandardCharsets.UTF_16BE) : Gsm7.encode(text);
  }

  /** The SMPP data_coding of the alphabet: 0 or 8. */
  public int dataCoding() {
    return this == UCS2 ? 8 : 0;
  }

  /**
   * The text cut into the parts of a concatenated message: one when it fits, else parts that leave
   * room for a 6-octet header. Neither an escape pair nor a surrogate pair is cut in two.
   */
  public List<String> parts(String text) {
    if (units(text) <= single) {
      return List.of(text);
    }
    var parts = new ArrayList<String>();
    var open = new StringBuilder();
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int next = text.offsetByCodePoints(i, 1);
      String character = text.substring(i, next);
      int size = units(character);
      if (used + size > part) {
        parts.add(open.toString());
        open.setLength(0);
        used = 0;
      }
      open.append(character);
      used += size;
      i = next;
    }
    parts.add(open.toString());
    return List.copyOf(parts);
  }
}
