package ma.jisr.nlp.value;

import org.jspecify.annotations.Nullable;

/** The parts in which people say a long number: digits, pairs, hundreds, "double zéro". */
final class Dictation {
  /** Longer runs of figures are no part of a number that is said. */
  private static final int MAX_FIGURES = 9;

  private final Message message;

  Dictation(Message message) {
    this.message = message;
  }

  /**
   * A part.
   *
   * @param digits that it adds
   * @param next the piece behind it
   * @param spoken whether it is a word
   */
  record Part(String digits, int next, boolean spoken) {}

  /** A number below a thousand and the piece behind it. */
  private record Said(int value, int next) {}

  /** Whether a number, or zero, stands at a piece, with nothing grown onto it. */
  boolean isPart(int at) {
    if (message.digits(at)) return true;
    Hit special = message.exact(Kind.DICTATION, at);
    if (special != null && special.is("0")) return true;
    return message.exact(Kind.NUMBER, at) != null;
  }

  /** The same, whatever is grown onto it. */
  boolean begins(int at) {
    if (message.digits(at)) return true;
    Hit special = message.hit(Kind.DICTATION, at);
    return (special != null && special.is("0")) || message.hit(Kind.NUMBER, at) != null;
  }

  /** Behind "and" when a number stands there; else the piece itself. */
  int afterAnd(int at) {
    boolean and = message.cue(at, "AND") || isD(at);
    return and && isPart(at + 1) ? at + 1 : at;
  }

  /** The part that begins at a piece; null for none. */
  @Nullable Part part(int from, boolean first) {
    int at = first ? from : afterAnd(from);
    if (message.digits(at)) {
      String figures = message.piece(at).folded();
      return figures.length() <= MAX_FIGURES ? new Part(figures, at + 1, false) : null;
    }
    Hit special = hit(Kind.DICTATION, at, first);
    if (special != null && special.is("0")) return new Part("0", special.next(), true);
    if (special != null && special.is("TWICE")) return repeated(special.next(), 2);
    if (special != null && special.is("THRICE")) return repeated(special.next(), 3);
    Hit hit = hit(Kind.NUMBER, at, first);
    Said number = hit == null ? null : number(at, hit);
    return number == null ? null : new Part(Integer.toString(number.value()), number.next(), true);
  }

  private @Nullable Part repeated(int at, int times) {
    String digit = digit(at);
    return digit == null ? null : new Part(digit.repeat(times), at + 1, true);
  }

  private @Nullable String digit(int at) {
    if (message.digits(at))
      return message.piece(at).folded().length() == 1 ? message.piece(at).folded() : null;
    Hit zero = message.exact(Kind.DICTATION, at);
    if (zero != null) return zero.is("0") ? "0" : null;
    Hit hit = message.exact(Kind.NUMBER, at);
    return hit != null && hit.value().length() == 1 && hit.next() == at + 1 ? hit.value() : null;
  }

  private @Nullable Said number(int at, Hit hit) {
    if (hit.value().length() > 3) return null;
    int value = Integer.parseInt(hit.value());
    Said hundreds = hundreds(value, hit.next());
    if (hundreds == null) return value < 100 ? pair(at, hit) : null;
    Said rest = pair(afterAnd(hundreds.next()));
    return rest == null ? hundreds : new Said(hundreds.value() + rest.value(), rest.next());
  }

  private @Nullable Said hundreds(int value, int next) {
    if (value >= 100) return value % 100 == 0 ? new Said(value, next) : null;
    if (value < 2 || value > 9) return null;
    Hit hundred = message.exact(Kind.DICTATION, next);
    return hundred != null && hundred.is("HUNDRED") ? new Said(value * 100, hundred.next()) : null;
  }

  /** A number below a hundred; null for none. */
  private @Nullable Said pair(int at) {
    Hit hit = hit(Kind.NUMBER, at, false);
    return hit == null || hit.value().length() > 2 ? null : pair(at, hit);
  }

  private Said pair(int at, Hit hit) {
    int value = Integer.parseInt(hit.value());
    if (value < 10) {
      Said tens = tens(value, hit.next());
      return tens == null ? new Said(value, hit.next()) : tens;
    }
    if (value < 20 || value % 10 != 0) return new Said(value, hit.next());
    boolean direct = isDirect(at, hit);
    int to = direct && !isAnd(hit.next()) ? hit.next() : afterAnd(hit.next());
    if (!direct && !isD(hit.next())) return new Said(value, hit.next());
    return withUnit(value, hit.next(), to);
  }

  /** "vingt et un", "soixante dix-huit", "smmus id mraw d sdis". */
  private Said withUnit(int tens, int next, int at) {
    Hit unit = message.exact(Kind.NUMBER, at);
    int value = unit == null || unit.value().length() > 2 ? 0 : Integer.parseInt(unit.value());
    // "quatre-vingt quatre-vingt-dix": the second "quatre" belongs to what follows.
    if (unit != null && value == 4 && isScore(unit.next())) return new Said(tens, next);
    boolean teen = (tens == 60 || tens == 80) && value >= 10 && value < 20;
    boolean small = value > 0 && value < 10;
    return unit != null && (small || teen)
        ? new Said(tens + value, unit.next())
        : new Said(tens, next);
  }

  /** Behind a unit: "quatre vingt …", "rb3a w tlatin". */
  private @Nullable Said tens(int unit, int next) {
    if (unit == 4 && isScore(next)) return withUnit(80, next + 1, next + 1);
    Hit tens = isAnd(next) ? message.exact(Kind.NUMBER, next + 1) : null;
    if (tens == null) {
      Hit grown = message.hit(Kind.NUMBER, next);
      tens = grown != null && NumberReader.isAnd(grown.grown()) ? grown : null;
    }
    if (tens == null || tens.value().length() != 2) return null;
    int value = Integer.parseInt(tens.value());
    return value >= 20 && value % 10 == 0 ? new Said(value + unit, tens.next()) : null;
  }

  /** "vingt" of "quatre-vingt"; "rb3a 3echrin" are two. */
  private boolean isScore(int at) {
    Hit score = message.exact(Kind.NUMBER, at);
    return score != null && score.is("20") && score.next() == at + 1 && isDirect(at, score);
  }

  private boolean isDirect(int at, Hit hit) {
    Hit direct = message.exact(Kind.DICTATION, at);
    return direct != null && direct.is("TENS") && direct.next() == hit.next();
  }

  private boolean isAnd(int at) {
    return message.cue(at, "AND");
  }

  /** "and" of Tachelhit, which is "of" in Darija. */
  private boolean isD(int at) {
    return message.free(at) && message.piece(at).folded().equals("d");
  }

  private @Nullable Hit hit(Kind kind, int at, boolean first) {
    Hit hit = message.hit(kind, at);
    if (hit == null || hit.grown().isEmpty() || first) return hit;
    return NumberReader.isAnd(hit.grown()) ? hit : null;
  }
}
