package ma.jisr.nlp.value;

import org.jspecify.annotations.Nullable;

/**
 * Reads a number in digits, words or both, in all languages at once: "quatre-vingt-dix-sept", "mya
 * w khamsin", "خمسة وعشرون", "3 alf w 500".
 */
final class NumberReader {
  private static final long MILLION = 1_000_000;

  private final Message message;
  private final DigitReader digits;

  /** What stands: millions and thousands that are finished, and what is below a thousand. */
  private long finished;

  private long open;

  /** The least scale met so far. */
  private long scale;

  NumberReader(Message message) {
    this.message = message;
    this.digits = new DigitReader(message);
  }

  /** The number that begins at this piece; null for none. */
  @Nullable Quantity read(int from) {
    finished = 0;
    open = 0;
    scale = Long.MAX_VALUE;
    int at = from;
    int next = from;
    boolean spoken = true;
    boolean and = false;
    while (message.free(at) && (at == from || !message.ends(at - 1) || and)) {
      if (message.digits(at)) {
        Quantity written = digits.read(at);
        if (written == null) break;
        if (written.hundredths() % 100 != 0)
          return at == from ? scaled(written) : result(next, from, spoken);
        if (at > from && !(and && fits(written.hundredths() / 100))) break;
        open += written.hundredths() / 100;
        spoken = false;
        at = written.next();
      } else {
        Hit hit = word(at, at == from);
        if (hit == null) {
          if (at == from || and || !isAnd(at)) break;
          and = true;
          at++;
          continue;
        }
        boolean joined = and || isAnd(hit.grown());
        if (!add(Long.parseLong(hit.value()), joined, at == from)) break;
        at = hit.next();
      }
      and = false;
      next = at;
      at = afterOf(at);
    }
    return result(next, from, spoken);
  }

  private @Nullable Quantity result(int next, int from, boolean spoken) {
    long sum = (finished + open) * 100;
    return next == from || sum > Quantity.MOST ? null : new Quantity(sum, next, spoken);
  }

  /** "2,5 millions". */
  private Quantity scaled(Quantity written) {
    Hit hit = word(written.next(), false);
    long by = hit == null ? 1 : Long.parseLong(hit.value());
    if (hit == null || by < 1000 || (by != 1000 && by != MILLION)) return written;
    long sum = written.hundredths() * by;
    return sum > Quantity.MOST ? written : new Quantity(sum, hit.next(), false);
  }

  /** The number word here; a preposition may be grown onto the first, "and" onto the others. */
  private @Nullable Hit word(int at, boolean first) {
    Hit hit = message.hit(Kind.NUMBER, at);
    if (hit == null || hit.grown().isEmpty()) return hit;
    return first || isAnd(hit.grown()) ? hit : null;
  }

  /** Behind "d" in "tlata d alaf": a scale must follow. */
  private int afterOf(int at) {
    if (!message.cue(at, "OF")) return at;
    Hit hit = message.hit(Kind.NUMBER, at + 1);
    return hit != null && Long.parseLong(hit.value()) >= 1000 ? at + 1 : at;
  }

  private boolean isAnd(int at) {
    return message.cue(at, "AND") || isAndOfTachelhit(at);
  }

  /** "timidi d mraw"; but "mya d dirham", "tlata d alaf". */
  private boolean isAndOfTachelhit(int at) {
    if (open % 100 != 0 || !message.free(at) || !message.piece(at).folded().equals("d"))
      return false;
    Hit hit = message.exact(Kind.NUMBER, at + 1);
    return hit != null && hit.value().length() <= 2;
  }

  /** Whether what is grown onto a word is "and". */
  static boolean isAnd(String grown) {
    return switch (grown) {
      case "w", "o", "u", "wa", "ou", "و" -> true;
      default -> false;
    };
  }

  /** Digits behind "and": less than what stands has counted in. */
  private boolean fits(long value) {
    if (open > 0) return open % 100 == 0 && value < 100;
    return finished > 0 && value < scale;
  }

  private boolean add(long value, boolean and, boolean first) {
    if (value == 1000 || value == MILLION) return multiply(value);
    if (value > 1000) return addThousands(value);
    if (value == 100 && !and && open >= 2 && open < 20) {
      open *= 100;
      return true;
    }
    if (value >= 100) {
      if (open != 0 && !(and && open < 10)) return false;
      open += value;
      return true;
    }
    if (!first && open == 0 && finished == 0) return false;
    return addSmall(value, and);
  }

  private boolean multiply(long by) {
    if (by >= scale || open > 999_999) return false;
    finished += Math.max(1, open) * by;
    open = 0;
    scale = by;
    return true;
  }

  /** "alfayn": two thousand in one word. */
  private boolean addThousands(long value) {
    long by = value >= MILLION ? MILLION : 1000;
    if (open != 0 || by >= scale) return false;
    finished += value;
    scale = by;
    return true;
  }

  private boolean addSmall(long value, boolean and) {
    long low = open % 100;
    if (low == 4 && value == 20 && !and) {
      open += 76; // quatre-vingt
      return true;
    }
    boolean onHundreds = low == 0;
    boolean onTens = value < 10 && low >= 10 && low % 10 == 0;
    boolean onScore = value >= 10 && value < 20 && (low == 60 || low == 80);
    boolean underTens = and && value >= 20 && low > 0 && low < 10;
    if (!onHundreds && !onTens && !onScore && !underTens) return false;
    open += value;
    return true;
  }
}
