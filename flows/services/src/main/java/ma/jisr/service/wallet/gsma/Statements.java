package ma.jisr.service.wallet.gsma;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What a provider has booked for Jisr on a day: the transactions of Jisr's own account, for entries
 * of a statement do not carry the reference that was given. A page with a row that cannot be read
 * is no page: what is not seen must not look like what is not there.
 */
final class Statements {
  /** The API's usual page. */
  static final int PAGE = 50;

  /** 10,000 pages: far above any day's payments, so that no answer makes the asking endless. */
  private static final int MOST = 500_000;

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  private final Client client;
  private final GsmaSettings settings;

  Statements(Client client, GsmaSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  Future<@Nullable Statement> page(LocalDate day, @Nullable String from) {
    int offset = offset(from);
    if (offset < 0 || !settings.capabilities().statements()) return Future.succeededFuture(null);
    Instant begin = day.atStartOfDay(MOROCCO).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(MOROCCO).toInstant();
    String path =
        "/accounts/organisationid/"
            + Paths.segment(settings.organisation())
            + "/transactions?limit="
            + PAGE
            + "&offset="
            + offset
            + "&fromDateTime="
            + query(begin)
            + "&toDateTime="
            + query(end);
    return client.get(path, settings.answer()).map(reply -> read(reply, begin, end, offset));
  }

  private static int offset(@Nullable String from) {
    if (from == null) return 0;
    try {
      int offset = Integer.parseInt(from);
      return offset <= MOST ? offset : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String query(Instant at) {
    return URLEncoder.encode(at.toString(), StandardCharsets.US_ASCII);
  }

  private @Nullable Statement read(Reply reply, Instant begin, Instant end, int offset) {
    if (!(reply instanceof Reply.Said said)
        || said.status() != 200
        || !(said.shape() instanceof Shape.Other other)
        || !other.node().isArray()) return null;
    List<Statement.Line> lines = new ArrayList<>();
    for (JsonNode one : other.node()) {
      Fields fields = new Fields(one);
      Progress progress = settings.progress(fields.textOr("transactionStatus"));
      if (progress == Progress.PENDING || progress == Progress.FAILED) continue;
      Statement.Line line = line(fields);
      if (progress == null || line == null) return null;
      // Whether the end of a span belongs to it, the definition leaves open.
      if (!line.at().isBefore(begin) && line.at().isBefore(end)) lines.add(line);
    }
    int count = other.node().size();
    return new Statement(lines, more(count, offset, said.total()) ? next(offset, count) : null);
  }

  private static boolean more(int count, int offset, @Nullable String total) {
    if (count == 0) return false;
    try {
      if (total != null) return offset + count < Long.parseLong(total.strip());
    } catch (NumberFormatException e) {
      // A header that says nothing is none.
    }
    return count >= PAGE;
  }

  private static String next(int offset, int count) {
    return Integer.toString(offset + count);
  }

  private static Statement.@Nullable Line line(Fields fields) {
    String reference = fields.text("transactionReference");
    Money amount = Amounts.read(fields.text("amount"));
    Instant at = Times.instant(fields.text("creationDate"));
    if (at == null) at = Times.instant(fields.text("dateCreated"));
    if (reference == null
        || !Paths.sound(reference)
        || amount == null
        || at == null
        || !Amounts.ours(fields.text("currency"))) return null;
    boolean back = Words.plain(fields.textOr("type")).equals("reversal");
    return new Statement.Line(
        reference,
        Words.shown(fields.textOr("requestingOrganisationTransactionReference")),
        back ? new Money(-amount.centimes()) : amount,
        at);
  }
}
