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
  /** The scheme of phone numbers; chat addresses cost nothing and are not bounded here. */
  private static final String TEL = "tel";

  public Destinations {
    prefixes = List.copyOf(prefixes);
  }

  /** Whether messages may go to this address. */
  public boolean allow(Address address) {
    if (prefixes.isEmpty() || !address.scheme().equals(TEL)) return true;
    for (String prefix : prefixes) if (address.value().startsWith(prefix)) return true;
    return false;
  }
}
