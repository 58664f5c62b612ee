package ma.jisr.flow.input;

import java.util.Set;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.value.Value;

/** Reads yes and no as people say them; drafts that await a native reader. */
final class YesNo {
  private static final Set<String> YES =
      folded(
          "1",
          "oui",
          "ouais",
          "o",
          "ah",
          "iyeh",
          "iyyeh",
          "iyah",
          "ayeh",
          "wakha",
          "wa5a",
          "ok",
          "okay",
          "d accord",
          "safi",
          "yah",
          "yes",
          "y",
          "naam",
          "na3am",
          "نعم",
          "إيه",
          "ايه",
          "أه",
          "اه",
          "واخا",
          "اوكي",
          "موافق",
          "ياه");
  private static final Set<String> NO =
      folded(
          "2", "non", "n", "la", "lla", "lala", "no", "nope", "uhu", "oho", "uhuh", "لا", "لالا",
          "كلا", "اوهو");

  private YesNo() {}

  static Reading read(Typed text) {
    String typed = text.command();
    if (YES.contains(typed)) return new Reading.Taken(new Value.Flag(true));
    if (NO.contains(typed)) return new Reading.Taken(new Value.Flag(false));
    return Reading.WRONG;
  }

  private static Set<String> folded(String... words) {
    return java.util.Arrays.stream(words)
        .map(TextFold::fold)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }
}
