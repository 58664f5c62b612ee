package ma.jisr.service.words;

import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.base.Msisdn;
import ma.jisr.map.exchange.Numbers;
import ma.jisr.map.exchange.RefusalException;

/** A Moroccan mobile number as a table or a program writes it. */
public final class MobileCell {
  private static final String MOROCCO = "212";
  private static final Pattern MOBILE = Pattern.compile("212[67][0-9]{8}");

  private MobileCell() {}

  /**
   * The number.
   *
   * @throws IllegalArgumentException when it is none, or a spreadsheet has lost its digits; the
   *     message names the column and repeats nothing
   */
  public static Msisdn read(String column, String cell) {
    if (cell.isEmpty()) throw new IllegalArgumentException(column + ": missing");
    try {
      Numbers.refuseScientific(column, cell);
    } catch (RefusalException e) {
      throw new IllegalArgumentException(column + ": digits have been lost", e);
    }
    Optional<Msisdn> number = Msisdn.parse(Numbers.whole(cell), MOROCCO);
    return number
        .filter(one -> MOBILE.matcher(one.digits()).matches())
        .orElseThrow(() -> new IllegalArgumentException(column + ": no Moroccan mobile number"));
  }
}
