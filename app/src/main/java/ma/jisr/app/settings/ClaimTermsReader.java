package ma.jisr.app.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ma.jisr.service.wallet.claim.ClaimTerms;

/**
 * Reads {@code wallet.claims}: until when claims are taken up and answered, from a day on, in
 * working days.
 */
final class ClaimTermsReader {
  private ClaimTermsReader() {}

  static ClaimTerms read(Section wallet) {
    ClaimTerms.Term usual = ClaimTerms.USUAL.all().getFirst();
    List<ClaimTerms.Term> all = new ArrayList<>();
    Set<LocalDate> days = new HashSet<>();
    for (Section section : wallet.sections("claims")) {
      LocalDate from = FromDay.read(section);
      int take = days(section, "take", usual.take());
      int target = days(section, "target", usual.target());
      int most = days(section, "most", usual.most());
      if (!days.add(from))
        section.problem("from", "is the day of two terms", "Give each its own day");
      if (take > target || target > most)
        section.problem(
            "most",
            "is not the longest of take, target and most",
            "Write for example take: 1, target: 10, most: 40");
      else all.add(new ClaimTerms.Term(from, take, target, most));
      section.finish();
    }
    return all.isEmpty() ? ClaimTerms.USUAL : new ClaimTerms(all);
  }

  private static int days(Section section, String key, int otherwise) {
    return (int) section.whole(key, otherwise, 1, ClaimTerms.MOST_DAYS);
  }
}
