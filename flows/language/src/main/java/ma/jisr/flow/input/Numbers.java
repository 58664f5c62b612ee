package ma.jisr.flow.input;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.value.Value;

/** Reads whole numbers, in digits of any script or in the words of small sums. */
final class Numbers {
  /** 18 digits fit a long. */
  private static final int MAX_DIGITS = 18;

  private static final Map<String, Long> WORDS = words();
  private static final Set<String> AND = Set.of("w", "o", "ou", "et", "و", "and", "d");

  private Numbers() {}

  static Reading read(String text) {
    String typed = TextFold.command(text).replace(" ", "");
    if (typed.matches("\\d{1," + MAX_DIGITS + "}"))
      return new Reading.Taken(new Value.Whole(Long.parseLong(typed)));
    OptionalLong spoken = spoken(TextFold.words(text));
    return spoken.isPresent()
        ? new Reading.Taken(new Value.Whole(spoken.getAsLong()))
        : Reading.WRONG;
  }

  /** "mya w khemsin" is 150, "deux mille" 2000; empty when a word is no number. */
  static OptionalLong spoken(List<String> words) {
    long sum = 0;
    long part = 0;
    int seen = 0;
    for (String word : words) {
      if (AND.contains(word)) continue;
      Long value = WORDS.get(word);
      if (value == null && word.startsWith("و")) value = WORDS.get(word.substring(1));
      if (value == null || ++seen > 6) return OptionalLong.empty();
      if (value == 1000) {
        sum += (part == 0 ? 1 : part) * 1000;
        part = 0;
      } else if (value == 100 || (value == 20 && part == 4)) {
        part = (part == 0 ? 1 : part) * value; // deux cents; quatre vingt
      } else {
        part += value;
      }
    }
    return seen == 0 ? OptionalLong.empty() : OptionalLong.of(sum + part);
  }

  /** Drafts: Darija and Tachelhit await a native reader. */
  private static Map<String, Long> words() {
    String table =
        """
        1 un une one wa7ed واحد yan
        2 deux two jouj zouj جوج اثنان sin
        3 trois three tlata ثلاثة تلاتة krad
        4 quatre four reb3a rb3a أربعة ربعة kkuz
        5 cinq five khemsa khamsa خمسة smmus
        6 six setta ستة sdis
        7 sept seven seb3a سبعة sa
        8 huit eight tmnya tmenya ثمانية تمنية tam
        9 neuf nine tes3oud ts3oud تسعة تسعود tza
        10 dix ten 3echra 3chra عشرة mraw
        11 onze eleven 7dach حداش
        12 douze twelve tnach طناش
        15 quinze fifteen khmstach خمسطاش
        20 vingt vingts twenty 3echrin 3chrin 3achrin عشرين عشرون
        30 trente thirty tlatin تلاتين ثلاثين
        40 quarante forty reb3in rb3in أربعين ربعين
        50 cinquante fifty khemsin khamsin خمسين
        60 soixante sixty settin ستين
        70 seb3in سبعين seventy
        80 tmanin ثمانين تمانين eighty
        90 tes3in تسعين ninety
        100 cent cents hundred mya miya mia مية مئة مائة
        200 myatayn mitin ميتين مئتين
        1000 mille thousand alf ألف
        2000 alfayn ألفين
        """;
    return table
        .lines()
        .map(line -> line.split(" ", -1))
        .flatMap(
            row ->
                java.util.Arrays.stream(row)
                    .skip(1)
                    .map(w -> Map.entry(TextFold.fold(w), Long.valueOf(row[0]))))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
  }
}
