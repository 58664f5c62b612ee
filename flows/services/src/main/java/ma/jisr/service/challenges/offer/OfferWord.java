package ma.jisr.service.challenges.offer;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.base.text.Digits;
import ma.jisr.base.text.TextFold;
import org.jspecify.annotations.Nullable;

/**
 * What is written by SMS about an offer: "ACCEPTER 2.4/3", "DEMANDER 2.4/3 avez-vous un local ?",
 * "CLORE 2.4", in the words of all languages. Drafts: the Darija and Tachelhit await a native
 * reader.
 *
 * @param verb what is wanted
 * @param code of the challenge; "" where none is said
 * @param ref of the offer; "" where none is said
 * @param text behind them
 */
record OfferWord(Verb verb, String code, String ref, String text) {
  /** What can be wanted. */
  enum Verb {
    ACCEPT,
    DECLINE,
    ASK,
    REPLY,
    WITHDRAW,
    CLOSE
  }

  /** A word, a code and number as people write them, and anything. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\s*(\\S+)(?:\\s+(\\d{1,2})\\s*[.,/-]\\s*(\\d{1,2})(?:\\s*[-/.,\\s]\\s*(\\d{1,4}))?(?!\\d))?\\s*(.*)",
          Pattern.DOTALL);

  private static final Map<String, Verb> WORDS = new HashMap<>();

  static {
    Map<Verb, String> words = new EnumMap<>(Verb.class);
    words.put(Verb.ACCEPT, "accepter accepte accept قبول أقبل نقبل n9bel ne9bel qblgh");
    words.put(Verb.DECLINE, "refuser refuse decline رفض أرفض نرفض nrfed nerfed ugigh");
    words.put(Verb.ASK, "demander demande ask اسأل سؤال نسول nsewel nsowel sqsigh");
    words.put(Verb.REPLY, "répondre réponse reply جواب نجاوب njaweb njawb rargh");
    words.put(
        Verb.WITHDRAW,
        "désister désiste retirer retract withdraw تراجع سحب نسحب ns7eb nshab kksgh");
    words.put(Verb.CLOSE, "clore clôturer end إنهاء نسالي nsali smdgh");
    words.forEach(
        (verb, all) -> {
          for (String word : all.split(" ", -1)) WORDS.put(folded(word), verb);
        });
  }

  private static String folded(String word) {
    return String.join("", TextFold.words(word));
  }

  /** Reads it; empty when it is none of these. */
  static Optional<OfferWord> read(String written) {
    Matcher read = WRITTEN.matcher(Digits.western(written));
    if (!read.matches()) return Optional.empty();
    Verb verb = WORDS.get(folded(read.group(1)));
    if (verb == null) return Optional.empty();
    @Nullable String theme = read.group(2);
    @Nullable String number = read.group(4);
    String code = theme == null ? "" : theme + "." + read.group(3);
    String ref = number == null ? "" : code + "/" + number;
    return Optional.of(new OfferWord(verb, code, ref, read.group(5).strip()));
  }

  /** Whether an offer may be meant. */
  boolean means(Offer offer) {
    if (!ref.isEmpty()) return offer.ref().equals(ref);
    return code.isEmpty() || offer.challenge().equals(code);
  }

  @Override
  public String toString() {
    return "OfferWord[" + verb + "]";
  }
}
