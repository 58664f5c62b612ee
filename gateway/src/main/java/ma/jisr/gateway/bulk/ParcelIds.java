package ma.jisr.gateway.bulk;

/**
 * The names of parcels among the outbox entries of persons: in marks, receipts and the message log.
 * Theirs begin with a sign that no mark of an input has.
 */
public final class ParcelIds {
  private static final char SIGN = '~';

  /** The message log names the first message of a turn so. */
  private static final String FIRST = ".0";

  private ParcelIds() {}

  /** What the message log calls the turn of a parcel, which has one message. */
  static String turn(String parcel) {
    return SIGN + parcel;
  }

  /** The parcel as an entry. */
  static String entry(String parcel) {
    return SIGN + parcel + FIRST;
  }

  /** Whether an entry is a parcel. */
  public static boolean is(String entry) {
    return !entry.isEmpty() && entry.charAt(0) == SIGN && entry.endsWith(FIRST);
  }

  /** The parcel that an entry is. */
  static String parcel(String entry) {
    return entry.substring(1, entry.length() - FIRST.length());
  }
}
