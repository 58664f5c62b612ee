package ma.jisr.service.audience;

import java.util.regex.Pattern;

/**
 * People who are written to for what they are: elected officials, lead companies, shopkeepers.
 *
 * @param id lower case, for ever: "elus-amizmiz"; {@code shops.} before an area's id for those who
 *     serve in its shops, whom nobody has to put there
 * @param name as officials know it
 * @param area the id of the area whose officials keep it; "" for the whole country
 * @param made when, milliseconds; 0 for shopkeepers
 * @param by the id of the account that made it; "" for shopkeepers
 */
public record Group(String id, String name, String area, long made, String by) {
  /** Longest name, characters. */
  public static final int MAX_NAME = 40;

  /** Before the id of an area whose shopkeepers are meant. */
  static final String SHOPS = "shops.";

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,31}");

  /** What is wrong with an id or a name; "" when nothing is. */
  static String problem(String id, String name) {
    if (!ID.matcher(id).matches()) return "id: not 2 to 32 of a-z, 0-9 and hyphens, a letter first";
    if (name.isBlank() || name.length() > MAX_NAME)
      return "name: not 1 to " + MAX_NAME + " characters";
    return "";
  }

  /** Whether its members come from the register of shops' staff. */
  public boolean isOfShops() {
    return id.startsWith(SHOPS);
  }
}
