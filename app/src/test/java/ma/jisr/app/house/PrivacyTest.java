package ma.jisr.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.app.settings.PeopleSettings;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.Stores;
import ma.jisr.service.erasure.ErasureRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/privacy.md says of collections is what the code declares and keeps. */
class PrivacyTest {
  private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

  /** Each collection's first row, by its name: services have tables of their own behind it. */
  private static final Map<String, String> ROWS = rows();

  private static Map<String, String> rows() {
    Map<String, String> rows = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(page())) {
        if (!line.startsWith("| `")) continue;
        Matcher name = NAME.matcher(line.split("\\|", -1)[1]);
        while (name.find()) rows.putIfAbsent(name.group(1), line);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path page() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/privacy.md"))) folder = folder.getParent();
    return folder.resolve("docs/privacy.md");
  }

  @Test
  void everyCollectionHasARow() {
    Set<String> missing = new TreeSet<>();
    Stores.collections().forEach(spec -> missing.add(spec.name()));
    missing.removeAll(ROWS.keySet());
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyRowSaysWhyWhatHowLongAndWhoReads() {
    ROWS.values()
        .forEach(
            row -> {
              String[] cells = row.split("\\|", -1);
              assertEquals(7, cells.length, row);
              for (int i = 1; i < 6; i++) assertTrue(!cells[i].isBlank(), row);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "parts, ma.jisr.gateway.session.Parts, LIFE",
    "marks, ma.jisr.gateway.delivery.SentMarks, KEPT",
    "unmatched, ma.jisr.gateway.delivery.Unmatched, KEPT",
    "account_passes, ma.jisr.service.account.Passes, LIFE",
    "proofs, ma.jisr.service.proof.Proofs, KEEP",
    "hotspot_reports, ma.jisr.map.report.ReportCollections, BALLOTS",
    "reporters, ma.jisr.map.report.ReportCollections, REPORTERS",
    "hotspot_proposals, ma.jisr.map.report.ReportCollections, PROPOSALS",
    "hotspot_thanks, ma.jisr.service.hotspots.Thanking, KEEP",
    "demand_days, ma.jisr.map.demand.Demand, KEEP",
    "map_changes, ma.jisr.map.change.ChangeWatch, KEEP",
    "tickets, ma.jisr.service.tickets.TicketRules, KEEP",
    "ticket_slots, ma.jisr.service.tickets.TicketRules, KEEP",
    "ticket_guards, ma.jisr.service.tickets.TicketCollections, GUARDS",
    "ticket_paces, ma.jisr.service.tickets.TicketCollections, PACES",
    "payments, ma.jisr.service.wallet.payment.PaymentCollections, CONFIRMED",
    "payments, ma.jisr.service.wallet.payment.PaymentCollections, UNCONFIRMED",
    "payment_refs, ma.jisr.service.wallet.payment.PaymentCollections, NAMES",
    "payer_days, ma.jisr.service.wallet.payment.PaymentCollections, DAYS",
    "claims, ma.jisr.service.wallet.claim.ClaimStore, KEEP",
    "benefits, ma.jisr.service.wallet.benefit.BenefitStore, KEEP",
    "merchant_days, ma.jisr.service.wallet.payee.MerchantDays, KEEP",
    "unresolved, ma.jisr.gateway.unresolved.ReviewKeeper, KEEP",
    "unresolved_shapes, ma.jisr.gateway.unresolved.Shapes, KEEP",
    "unresolved_audit, ma.jisr.gateway.unresolved.Audit, KEEP",
    "notices, ma.jisr.service.notices.notice.Notices, KEEP",
    "notice_news, ma.jisr.service.notices.Heralds, KEEP",
    "mailings, ma.jisr.service.notices.mailing.Courses, KEPT",
    "mailing_chunks, ma.jisr.service.notices.mailing.Chunks, KEPT",
    "mailing_sheets, ma.jisr.service.notices.mailing.Chunks, KEPT",
  })
  void timesAreThoseOfTheCode(String collection, String type, String constant) throws Exception {
    Field field = Class.forName(type).getDeclaredField(constant);
    field.setAccessible(true);
    assertSays(collection, (Duration) field.get(null));
  }

  @Test
  void timesThatAreSetAreTheUsualOnes() {
    assertSays("people", PeopleSettings.USUAL.keep());
    assertSays("messages", Settings.LOG_KEEP);
    assertSays("erasures", ErasureRules.USUAL.stone());
  }

  private static void assertSays(String collection, Duration keep) {
    String row = ROWS.getOrDefault(collection, "");
    String cell = row.isEmpty() ? "" : row.split("\\|", -1)[4];
    assertTrue(
        Pattern.compile("\\b" + words(keep) + "\\b").matcher(cell).find(),
        collection + " is kept " + words(keep) + ", the page says" + cell);
  }

  private static String words(Duration keep) {
    if (keep.toHours() == 1) return "1 hour";
    return keep.toDays() == 1 ? "1 day" : keep.toDays() + " days";
  }
}
