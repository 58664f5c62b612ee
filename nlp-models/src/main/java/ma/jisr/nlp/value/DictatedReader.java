package ma.jisr.nlp.value;

import ma.jisr.nlp.value.Dictation.Part;
import org.jspecify.annotations.Nullable;

/**
 * Finds Moroccan numbers that are said in words, or in words and figures: "zéro six douze
 * trente-quatre …", "sifr setta …", صفر ستة; digit by digit, in pairs, in hundreds. Words are taken
 * as the number that they are together ("soixante dix-huit" is 78), and all of them must make one
 * subscriber's number: never a part of a longer run, for half a number is worse than none.
 */
final class DictatedReader {
  /** Chars between two parts: ", ", " - ". */
  private static final int MAX_GAP = 3;

  private final Message message;
  private final NumberReader numbers;
  private final Dictation dictation;
  private final StringBuilder digits = new StringBuilder();

  DictatedReader(Message message, NumberReader numbers) {
    this.message = message;
    this.numbers = numbers;
    this.dictation = new Dictation(message);
  }

  void read() {
    for (int i = 0; i < message.size(); ) {
      int end = begins(i) ? end(start(i)) : 0;
      if (end > 0) message.add(EntityType.MSISDN, Dialled.national(digits), i, end);
      i = Math.max(i + 1, end);
    }
  }

  /** Whether a number may begin here: no other one stands right before. */
  private boolean begins(int i) {
    if (!message.free(i)) return false;
    boolean goesOn = i > 0 && near(i) && message.free(i - 1) && dictation.isPart(i - 1);
    return !goesOn && (start(i) > i || dictation.begins(i));
  }

  /** Behind "plus" in "plus 212". */
  private int start(int i) {
    Hit sign = message.exact(Kind.DICTATION, i);
    return sign != null && sign.is("PLUS") ? sign.next() : i;
  }

  /** Behind the number that begins at a piece, whose digits are kept; 0 when none does. */
  private int end(int from) {
    digits.setLength(0);
    // Figures alone are for PhoneReader.
    boolean words = false;
    for (int at = from; at == from || near(at); ) {
      Part part = dictation.part(at, at == from);
      if (part == null) return 0;
      digits.append(part.digits());
      words |= part.spoken();
      at = part.next();
      int missing = Dialled.missing(digits);
      if (missing < 0) return 0;
      if (missing == 0) return words && !goesOn(at) ? at : 0;
    }
    return 0;
  }

  /** Whether a number follows that is no sum of money. */
  private boolean goesOn(int at) {
    if (!message.free(at) || !near(at)) return false;
    int next = dictation.isPart(at) ? at : dictation.afterAnd(at);
    if (next == at && !dictation.isPart(at)) return false;
    Quantity sum = numbers.read(next);
    return sum == null || unit(sum.next()) == null;
  }

  private @Nullable Hit unit(int at) {
    return message.ends(at - 1) ? null : message.hit(Kind.CURRENCY, at);
  }

  /** Whether only a few blanks and signs part a piece from the one before. */
  private boolean near(int at) {
    if (at >= message.size()) return false;
    int from = message.piece(at - 1).end();
    int to = message.piece(at).start();
    if (to - from > MAX_GAP) return false;
    for (int i = from; i < to; i++) if ("?!\n".indexOf(message.text().charAt(i)) >= 0) return false;
    return true;
  }
}
