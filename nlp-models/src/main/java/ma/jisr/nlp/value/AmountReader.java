package ma.jisr.nlp.value;

import org.jspecify.annotations.Nullable;

/**
 * Finds sums of money that name their unit: dirhams in any spelling, ryals (20 to the dirham),
 * centimes and francs (100). "2 dh w nss", "20dh50", "5 dirhams et 50 centimes", "MAD 200".
 */
final class AmountReader {
  private static final long DIRHAM = 100;

  private final Message message;
  private final NumberReader numbers;

  AmountReader(Message message, NumberReader numbers) {
    this.message = message;
    this.numbers = numbers;
  }

  void read() {
    for (int i = 0; i < message.size(); ) i = readAt(i);
  }

  private int readAt(int i) {
    if (!message.free(i)) return i + 1;
    Quantity number = numbers.read(i);
    if (number != null) {
      Hit unit = unit(number.next());
      // Without a unit the number stays for what it may be else.
      return unit == null ? number.next() : withUnit(i, number, unit);
    }
    Hit unit = message.hit(Kind.CURRENCY, i);
    if (unit != null && Long.parseLong(unit.value()) == DIRHAM) return unitFirst(i, unit);
    return message.cue(i, "HALF") ? half(i) : i + 1;
  }

  private int withUnit(int from, Quantity number, Hit unit) {
    long centimes = Long.parseLong(unit.value());
    if (centimes == 0) { // foreign money is no amount, and its number nothing else
      message.take(from, unit.next());
      return unit.next();
    }
    long sum = number.hundredths() * centimes / 100;
    int next = unit.next();
    int half = afterHalf(next);
    if (half > next) {
      sum += centimes / 2;
      next = half;
    } else if (centimes == DIRHAM) {
      Quantity rest = rest(next);
      if (rest != null) {
        sum += rest.hundredths();
        next = rest.next();
      }
    }
    message.add(EntityType.AMOUNT, Quantity.text(sum), from, next);
    return next;
  }

  /** The unit behind a number, maybe with "of" between: "khamsa d dirham". */
  private @Nullable Hit unit(int at) {
    if (message.ends(at - 1) && !dotted(at)) return null;
    Hit unit = message.hit(Kind.CURRENCY, at);
    if (unit != null) return unit;
    return message.cue(at, "OF") ? message.hit(Kind.CURRENCY, at + 1) : null;
  }

  private boolean dotted(int at) {
    return message.free(at) && message.joint(at - 1) == '.';
  }

  /** Behind "w nss", "et demi": half of one more. */
  private int afterHalf(int at) {
    Hit half = message.exact(Kind.CUE, at);
    return half != null && half.is("AND_HALF") ? half.next() : at;
  }

  /** "… 50" grown onto the unit, "… et 50 centimes", "… w 4 ryal"; as hundredths of a dirham. */
  private @Nullable Quantity rest(int at) {
    if (message.digits(at)
        && message.joint(at - 1) == 0
        && message.piece(at).folded().length() == 2)
      return new Quantity(Long.parseLong(message.piece(at).folded()), at + 1, false);
    boolean and = message.cue(at, "AND");
    Quantity number = numbers.read(and ? at + 1 : at);
    Hit unit = number == null ? null : unit(number.next());
    if (number == null || unit == null) return null;
    long centimes = Long.parseLong(unit.value());
    boolean smaller = centimes > 0 && centimes < DIRHAM;
    return smaller ? new Quantity(number.hundredths() * centimes / 100, unit.next(), false) : null;
  }

  /** "MAD 200", "dh50". */
  private int unitFirst(int from, Hit unit) {
    if (!message.digits(unit.next()) || message.ends(unit.next() - 1)) return unit.next();
    Quantity number = numbers.read(unit.next());
    if (number == null || unit(number.next()) != null) return unit.next();
    message.add(EntityType.AMOUNT, number.text(), from, number.next());
    return number.next();
  }

  /** "nss dirham". */
  private int half(int from) {
    Hit unit = unit(from + 1);
    if (unit == null) return from + 1;
    long centimes = Long.parseLong(unit.value());
    if (centimes > 1)
      message.add(EntityType.AMOUNT, Quantity.text(centimes / 2), from, unit.next());
    return unit.next();
  }
}
