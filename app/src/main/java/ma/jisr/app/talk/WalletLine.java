package ma.jisr.app.talk;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.base.Money;

/**
 * Reads what the wallet of a transcript does ({@code wallet approves}, {@code wallet is poor}) and
 * what must be true of it ({@code wallet was asked once}, {@code wallet paid 45 DH}).
 */
final class WalletLine {
  private static final String BEGIN = "wallet ";
  private static final Pattern ASKED =
      Pattern.compile("wallet was asked (once|never|(\\d{1,2}) times)");
  private static final Pattern PAID =
      Pattern.compile("wallet paid (nothing|(\\d{1,6})(?:,(\\d{2}))? DH)");

  private WalletLine() {}

  /** The line; empty when it is about something else. */
  static Optional<TalkLine> parse(int line, String what, Function<String, TalkException> bad) {
    if (!what.startsWith(BEGIN)) return Optional.empty();
    return Optional.of(
        switch (what.substring(BEGIN.length())) {
          case "approves" -> new TalkLine.Prompted(line, true);
          case "declines" -> new TalkLine.Prompted(line, false);
          case "is poor" -> new TalkLine.Wallet(line, TalkWallet.Mood.POOR);
          case "is silent" -> new TalkLine.Wallet(line, TalkWallet.Mood.SILENT);
          case "answers late" -> new TalkLine.Wallet(line, TalkWallet.Mood.LATE);
          case "is down" -> new TalkLine.Wallet(line, TalkWallet.Mood.DOWN);
          case "works" -> new TalkLine.Wallet(line, TalkWallet.Mood.WORKS);
          default ->
              throw bad.apply(
                  "\""
                      + what
                      + "\" is nothing that a wallet does: it approves, declines, is poor, is"
                      + " silent, answers late, is down, works");
        });
  }

  /** The fact; empty when it is about something else. */
  static Optional<TalkLine> fact(int line, String what) {
    Matcher asked = ASKED.matcher(what);
    if (asked.matches())
      return Optional.of(
          new TalkLine.Asked(
              line,
              switch (asked.group(1)) {
                case "once" -> 1;
                case "never" -> 0;
                default -> Integer.parseInt(asked.group(2));
              }));
    Matcher paid = PAID.matcher(what);
    if (!paid.matches()) return Optional.empty();
    boolean nothing = paid.group(2) == null;
    long centimes = paid.group(3) == null ? 0 : Long.parseLong(paid.group(3));
    return Optional.of(
        new TalkLine.Paid(
            line,
            nothing ? new Money(0) : new Money(Long.parseLong(paid.group(2)) * 100 + centimes)));
  }

  /** Whether anything of a wallet's is in a transcript. */
  static boolean isIn(Talk talk) {
    return talk.lines().stream()
        .anyMatch(
            line ->
                line instanceof TalkLine.Prompted
                    || line instanceof TalkLine.Wallet
                    || line instanceof TalkLine.Asked
                    || line instanceof TalkLine.Paid);
  }
}
