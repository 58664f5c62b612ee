package ma.jisr.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Vault;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.wallet.payee.AboutRule;
import ma.jisr.service.wallet.payee.PayeeEntry;
import ma.jisr.service.wallet.payee.PayeeFacts;
import ma.jisr.service.wallet.payee.SealedPhone;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A payee in JSON, and what programs write about one. The number of who is told goes in and never
 * comes out.
 */
final class PayeeBody {
  private static final String MOROCCO = "212";

  /** Takes the number away. */
  private static final String NOBODY = "-";

  private PayeeBody() {}

  static ObjectNode write(Versioned<PayeeEntry> kept) {
    return write(kept.thing(), kept.version());
  }

  static ObjectNode write(PayeeEntry payee, long version) {
    ObjectNode node = Forms.object().put("id", payee.id()).put("code", payee.code());
    node.put("version", version).put("kind", Forms.lower(payee.kind()));
    node.set("facts", facts(payee.facts()));
    node.put("told", payee.phone() != null).put("state", Forms.lower(payee.state()));
    return node.put("sample", payee.sample());
  }

  private static ObjectNode facts(PayeeFacts facts) {
    ObjectNode node = Forms.object();
    node.set("name", Forms.texts(facts.name()));
    if (!facts.aliases().isEmpty()) facts.aliases().forEach(node.putArray("aliases")::add);
    Forms.put(node, "place", facts.place());
    node.put("account", facts.account().value());
    if (facts.position() > 0) node.put("position", facts.position());
    AboutRule about = facts.about();
    if (about != null) {
      ObjectNode rule = node.putObject("about");
      rule.set("label", Forms.texts(about.label()));
      rule.put("least", about.least()).put("most", about.most());
      rule.put("digits", about.digits()).put("example", about.example());
    }
    ArrayNode amounts = node.putArray("amounts");
    for (Money amount : facts.amounts()) amounts.add(amount.centimes());
    ArrayNode prefixes = node.putArray("prefixes");
    facts.prefixes().forEach(prefixes::add);
    Forms.put(node, "source", facts.source());
    return node;
  }

  /**
   * The facts that a body holds.
   *
   * @param body as the description says
   * @param known of who is told; kept where the body says nothing of it
   * @throws IllegalArgumentException naming what cannot be
   */
  static PayeeFacts facts(JsonNode body, Kind kind, @Nullable SealedPhone known, Vault vault) {
    JsonNode node = body.path("facts");
    LocalText name = Forms.texts(node.path("name"));
    if (name == null) throw new IllegalArgumentException("name is missing");
    List<Money> amounts = new ArrayList<>();
    for (JsonNode amount : node.path("amounts")) amounts.add(new Money(amount.asLong()));
    Account.Type type = kind == Kind.BILL ? Account.Type.BILLER : Account.Type.ORGANISATION;
    return new PayeeFacts(
        name,
        strings(node.path("aliases")),
        node.path("place").asText(""),
        new Account(type, node.path("account").asText()),
        node.path("position").asInt(),
        about(node.path("about")),
        amounts,
        strings(node.path("prefixes")),
        phone(body, known, vault),
        Forms.line(node, "source"));
  }

  private static @Nullable AboutRule about(JsonNode node) {
    LocalText label = Forms.texts(node.path("label"));
    if (label == null) return null;
    return new AboutRule(
        label,
        node.path("least").asInt(),
        node.path("most").asInt(),
        node.path("digits").asBoolean(),
        node.path("example").asText());
  }

  /** What was no number is not repeated: it may be somebody's all the same. */
  private static @Nullable SealedPhone phone(
      JsonNode body, @Nullable SealedPhone known, Vault vault) {
    String phone = Forms.line(body, "phone");
    if (phone == null) return known;
    if (phone.equals(NOBODY)) return null;
    Msisdn number =
        Msisdn.parse(phone, MOROCCO)
            .orElseThrow(
                () -> new IllegalArgumentException("phone: not a number, such as +212661000001"));
    SealedPhone next = SealedPhone.of(number, vault);
    return next.equals(known) ? known : next;
  }

  private static List<String> strings(JsonNode node) {
    List<String> all = new ArrayList<>();
    for (JsonNode one : node) all.add(one.asText().strip());
    return all;
  }
}
