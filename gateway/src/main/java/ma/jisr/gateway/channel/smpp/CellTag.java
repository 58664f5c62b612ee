package ma.jisr.gateway.channel.smpp;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.gateway.channel.Locator;

/**
 * The optional parameter in which a USSD gateway tells the cell of a phone. No standard has one:
 * each vendor takes a tag of the range that is left to them (SMPP 3.4 5.3.2), and writes either the
 * seven octets of a cell global identification (3GPP TS 23.003 4.3.1, digits as in TS 24.008
 * 10.5.1.3) or its four numbers in figures, parted by anything: {@code 604-01-30123-7900417}.
 *
 * @param tag {@link #LEAST} to {@link #MOST}
 */
public record CellTag(int tag) {
  public static final int LEAST = 0x1400;
  public static final int MOST = 0x3FFF;

  /** Octets of a cell global identification. */
  private static final int CGI = 7;

  /** Longest in figures: what 36 bits of a cell and all signs need. */
  private static final int LONGEST = 40;

  private static final Pattern FIGURES =
      Pattern.compile(
          "(\\d{3})[^0-9A-Za-z](\\d{1,3})[^0-9A-Za-z](\\d{1,8})[^0-9A-Za-z](\\d{1,11})");

  /** A filler in the place of a third digit. */
  private static final int NO_DIGIT = 0xF;

  public CellTag {
    if (tag < LEAST || tag > MOST) throw new IllegalArgumentException("tag: 0x1400 to 0x3FFF");
  }

  /** Where the phone is that sent this; "" when the tag is missing, unreadable or unknown. */
  String where(Deliver deliver, Locator locator) {
    byte[] value = deliver.tlvs().get(tag);
    if (value == null || value.length > LONGEST) return "";
    return value.length == CGI ? binary(value, locator) : figures(value, locator);
  }

  private static String figures(byte[] value, Locator locator) {
    // Some end it as a C string.
    String text = new String(value, StandardCharsets.US_ASCII).replace("\0", "").strip();
    Matcher found = FIGURES.matcher(text);
    if (!found.matches()) return "";
    return locator.where(
        Integer.parseInt(found.group(1)),
        Integer.parseInt(found.group(2)),
        Integer.parseInt(found.group(3)),
        Long.parseLong(found.group(4)));
  }

  private static String binary(byte[] value, Locator locator) {
    int[] digits = {low(value[0]), high(value[0]), low(value[1])};
    int mcc = 0;
    for (int digit : digits) {
      if (digit > 9) return "";
      mcc = mcc * 10 + digit;
    }
    int first = low(value[2]);
    int second = high(value[2]);
    int third = high(value[1]);
    if (first > 9 || second > 9 || (third > 9 && third != NO_DIGIT)) return "";
    int net = first * 10 + second;
    if (third != NO_DIGIT) net = net * 10 + third;
    return locator.where(mcc, net, two(value, 3), two(value, 5));
  }

  private static int low(byte octet) {
    return octet & 0xF;
  }

  private static int high(byte octet) {
    return (octet >> 4) & 0xF;
  }

  private static int two(byte[] value, int at) {
    return (value[at] & 0xFF) << 8 | (value[at + 1] & 0xFF);
  }
}
