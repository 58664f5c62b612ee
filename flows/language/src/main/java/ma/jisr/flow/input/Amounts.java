package ma.jisr.flow.input;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.base.Money;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.value.Value;

/**
 * Reads amounts of money into centimes: dirhams, or ryal (20 to the dirham). A separator before
 * three digits ("1.500") parts thousands for some and centimes for others: it is asked, never
 * guessed.
 */
final class Amounts {
  private static final String DIRHAM =
      "dirhams|dirham|derhem|drahem|dhs|dh|mad|درهم|دراهم|دهم|درهما";
  private static final String RYAL = "ryal|rial|riyal|ryalat|ryals|ريال|ريالات";

  private static final Pattern PLAIN =
      Pattern.compile("(\\d{1,9})(?:[.,](\\d{1,2}))? ?(" + DIRHAM + "|" + RYAL + ")?");
  private static final Pattern SPACED =
      Pattern.compile(
          "(\\d{1,3}(?: \\d{3}){1,2})(?:[.,](\\d{1,2}))? ?(" + DIRHAM + "|" + RYAL + ")?");
  private static final Pattern DOUBTFUL =
      Pattern.compile("(\\d{1,3})[.,](\\d{3}) ?(" + DIRHAM + "|" + RYAL + ")?");

  private static final Set<String> RYAL_WORDS = Set.of(RYAL.split("\\|", -1));
  private static final Set<String> UNITS = Set.of((DIRHAM + "|" + RYAL).split("\\|", -1));

  private Amounts() {}

  static Reading read(String text) {
    String typed =
        TextFold.fold(text).replace('٫', '.').replace('،', ',').replaceAll("[!?;]+$", "");
    Matcher doubtful = DOUBTFUL.matcher(typed);
    if (doubtful.matches()) return doubtful(doubtful);
    Matcher plain = PLAIN.matcher(typed);
    if (plain.matches()) return amount(plain.group(1), plain.group(2), plain.group(3));
    Matcher spaced = SPACED.matcher(typed);
    if (spaced.matches())
      return amount(spaced.group(1).replace(" ", ""), spaced.group(2), spaced.group(3));
    return spoken(TextFold.words(text));
  }

  private static Reading doubtful(Matcher m) {
    Reading thousands = amount(m.group(1) + m.group(2), null, m.group(3));
    boolean round = m.group(2).endsWith("0");
    Reading decimals = amount(m.group(1), m.group(2).substring(0, 2), m.group(3));
    if (round
        && thousands instanceof Reading.Taken(Value first)
        && decimals instanceof Reading.Taken(Value second))
      return new Reading.Either(first, second);
    return thousands instanceof Reading.Taken(Value only)
        ? new Reading.Either(only, only)
        : Reading.WRONG;
  }

  private static Reading spoken(List<String> words) {
    boolean ryal = words.stream().anyMatch(RYAL_WORDS::contains);
    OptionalLong number =
        Numbers.spoken(words.stream().filter(word -> !UNITS.contains(word)).toList());
    if (number.isEmpty()) return Reading.WRONG;
    return amount(Long.toString(number.getAsLong()), null, ryal ? "ryal" : null);
  }

  private static Reading amount(
      String whole,
      @org.jspecify.annotations.Nullable String rest,
      @org.jspecify.annotations.Nullable String unit) {
    long hundredths = Long.parseLong(whole) * 100;
    if (rest != null) hundredths += Long.parseLong(rest.length() == 1 ? rest + "0" : rest);
    boolean ryal = unit != null && RYAL_WORDS.contains(unit);
    if (ryal && hundredths % 20 != 0) return Reading.WRONG;
    long centimes = ryal ? hundredths / 20 : hundredths;
    return centimes > Money.MAX_CENTIMES
        ? new Reading.Outside()
        : new Reading.Taken(new Value.Amount(centimes));
  }
}
