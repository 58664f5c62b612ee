package ma.jisr.gateway.limit;

import java.util.List;
import ma.jisr.base.Address;

/**
 * The phone numbers that we write to. What comes from others is not answered: a roaming or forged
 * sender would make us pay for messages abroad.
 *
 * @param prefixes of E.164 numbers without their plus; empty: any number
 */
public record Destinations(List<String> prefixes) {
  /** Digits of the shortest and the longest whole number (E.164); short codes have fewer. */
  private static final int SHORTEST = 8;

  private static final int LONGEST = 15;

  /** The scheme of phone numbers; chat addresses cost nothing and are not bounded here. */
  private static final String TEL = "tel";

  public Destinations {
    prefixes = List.copyOf(prefixes);
  }

  /** Whether messages may go to this address. */
  public boolean allow(Address address) {
    if (prefixes.isEmpty() || !address.scheme().equals(TEL)) return true;
    if (!whole(address.value())) return false;
    for (String prefix : prefixes) if (address.value().startsWith(prefix)) return true;
    return false;
  }

  /** A short code or a name may begin as our people's numbers do. */
  private static boolean whole(String value) {
    if (value.length() < SHORTEST || value.length() > LONGEST) return false;
    for (int i = 0; i < value.length(); i++)
      if (value.charAt(i) < '0' || value.charAt(i) > '9') return false;
    return true;
  }
}
