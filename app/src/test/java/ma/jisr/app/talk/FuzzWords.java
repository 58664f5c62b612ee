package ma.jisr.app.talk;

import java.util.List;
import java.util.Random;

/** What people and machines may type, from sense to nonsense. */
final class FuzzWords {
  private static final int LONGEST = 2_000;
  private static final List<String> SENSE =
      List.of(
          "wifi",
          "wifi amizmiz",
          "ويفي أمزميز",
          "wifi f marrakech",
          "wifi 1042",
          "1042",
          "marrakech",
          "aide",
          "stop",
          "langue",
          "lougha",
          "لغة",
          "menu",
          "retour",
          "suite",
          "oui",
          "non",
          "na3am",
          "la",
          "*585#",
          "*585*1#",
          "*585*1*1042#",
          "*585*1*1*1*1*1#",
          "1 2 3",
          "ⵡⵉⴼⵉ",
          "عاونني",
          "wifi zzzzzz",
          "wifi tamansourte",
          "zwin",
          "٣",
          "+212661000001",
          "agadir",
          "safi",
          "100 dh");
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "\u0000",
          "\n",
          "\r\n",
          "\u202e1",
          "\u200f\u200e",
          "{place}",
          "${x}",
          "$1",
          "\\",
          "'; --",
          "\ud800",
          "😀",
          "e\u0301\u0301\u0301",
          "\uFFFF",
          "%s%n",
          "<b>",
          "[{^~}]€",
          "0",
          "00",
          "000",
          "#",
          "*",
          "-1",
          "99999999999999999999",
          "1e9",
          "٠",
          "１",
          "\u0660\u0661",
          "null",
          "true",
          "@home",
          "@back");

  private final Random random;

  FuzzWords(Random random) {
    this.random = random;
  }

  String next() {
    int kind = random.nextInt(100);
    if (kind < 50) return Integer.toString(random.nextInt(10));
    if (kind < 58) return random.nextBoolean() ? "0" : "00";
    if (kind < 80) return SENSE.get(random.nextInt(SENSE.size()));
    if (kind < 92) return ODD.get(random.nextInt(ODD.size()));
    if (kind < 95) return SENSE.get(random.nextInt(SENSE.size())).repeat(1 + random.nextInt(60));
    return anything();
  }

  private String anything() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(random.nextInt(10) == 0 ? LONGEST : 40);
    int block = random.nextInt(4);
    while (text.length() < length) {
      switch (block) {
        case 0 -> text.append((char) random.nextInt(0x80));
        case 1 -> text.append((char) (0x600 + random.nextInt(0x100)));
        case 2 -> text.appendCodePoint(random.nextInt(0x10FFFF + 1));
        default -> text.append((char) random.nextInt(0x10000));
      }
    }
    return text.toString();
  }
}
