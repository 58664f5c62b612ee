package ma.jisr.gateway.channel.smpp;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receipt.Form;

/**
 * The names that SMSCs give to messages. The same one may come in hexadecimal in submit_sm_resp and
 * in decimal in the receipt, or the other way round, with zeros in front or without: the commonest
 * reason for lost receipts. A name is kept in its plain form, and a receipt is looked up under all
 * that it may mean.
 */
final class MessageIds {
  /** Longest name, characters (SMPP 3.4 5.2.23). */
  static final int LONGEST = 64;

  /** Sixteen hexadecimal digits and some: a longer "number" is a name. */
  private static final int LONGEST_NUMBER = 20;

  private MessageIds() {}

  /** Without blanks, case and leading zeros; cut to what the standard allows. */
  static String plain(String id) {
    String trimmed = id.strip().toLowerCase(Locale.ROOT);
    int zeros = 0;
    while (zeros < trimmed.length() - 1 && trimmed.charAt(zeros) == '0') {
      zeros++;
    }
    return trimmed.substring(zeros, Math.min(trimmed.length(), zeros + LONGEST));
  }

  /**
   * What a receipt may mean, likeliest first.
   *
   * @param told receipted_message_id, "" without
   * @param written the id in its text, "" without
   */
  static List<Receipt.Name> of(String told, String written) {
    List<Receipt.Name> names = new ArrayList<>(4);
    add(names, Form.TOLD, plain(told));
    String text = plain(written.isEmpty() ? told : written);
    add(names, Form.WRITTEN, text);
    if (text.length() <= LONGEST_NUMBER && digits(text, 10)) {
      add(names, Form.DECIMAL_OF_HEX, new BigInteger(text).toString(16));
    }
    if (text.length() <= LONGEST_NUMBER && digits(text, 16)) {
      add(names, Form.HEX_OF_DECIMAL, new BigInteger(text, 16).toString());
    }
    return names;
  }

  private static void add(List<Receipt.Name> names, Form form, String id) {
    for (Receipt.Name known : names) {
      if (known.id().equals(id)) {
        return;
      }
    }
    if (!id.isEmpty()) {
      names.add(new Receipt.Name(form, id));
    }
  }

  private static boolean digits(String text, int radix) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
