package ma.jisr.app.wallet;

import static ma.jisr.map.ledger.JsonFields.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.payment.Difference;
import ma.jisr.service.wallet.payment.Digest;
import ma.jisr.service.wallet.payment.Dossier;
import ma.jisr.service.wallet.payment.Entry;
import ma.jisr.service.wallet.payment.Reconciliation;
import ma.jisr.service.wallet.payment.View;
import org.jspecify.annotations.Nullable;

/** Payments in lines for operators: references, states and sums, never a number or a name. */
final class PaymentLines {
  private PaymentLines() {}

  static List<String> orNone(List<String> lines, String none) {
    return lines.isEmpty() ? List.of(none) : lines;
  }

  static String digest(Digest digest) {
    return digest.day() + "  " + digest.lines() + " lines  " + digest.hash();
  }

  static String brief(Dossier dossier) {
    View view = dossier.view();
    return String.format(
        Locale.ROOT,
        "%s  %s  %s  %s  since %s  %s",
        view.reference(),
        lower(view.kind()),
        lower(view.state()),
        view.amount().text(),
        view.at(),
        view.provider());
  }

  static List<String> whole(Dossier dossier) {
    List<String> lines = new ArrayList<>(List.of(brief(dossier)));
    lines.add("payer " + dossier.payer() + ", payee " + dossier.payee() + " " + dossier.code());
    lines.add("transaction " + (dossier.transaction() == null ? "-" : dossier.transaction()));
    for (Entry entry : dossier.journal())
      lines.add(
          String.format(
              Locale.ROOT,
              "%3d  %s  %s  %s  %s -> %s  %s",
              entry.seq(),
              entry.at(),
              entry.by(),
              entry.what(),
              lower(entry.from()),
              lower(entry.to()),
              entry.of()));
    return lines;
  }

  static List<String> of(Reconciliation found) {
    List<String> lines = new ArrayList<>();
    lines.add(
        found.provider()
            + "  "
            + found.day()
            + (found.complete()
                ? ": " + found.lines() + " lines, " + found.agree() + " agree"
                : ": the statement was not to be had"));
    for (Difference difference : found.differences())
      lines.add(
          String.format(
              Locale.ROOT,
              "  %s  %s  %s  theirs %s  ours %s",
              lower(difference.what()),
              difference.reference(),
              difference.transaction(),
              text(difference.theirs()),
              text(difference.ours())));
    return lines;
  }

  private static String text(@Nullable Money money) {
    return money == null ? "-" : money.text();
  }
}
