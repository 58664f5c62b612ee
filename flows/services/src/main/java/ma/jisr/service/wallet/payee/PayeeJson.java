package ma.jisr.service.wallet.payee;

import static ma.jisr.map.ledger.JsonFields.constant;
import static ma.jisr.map.ledger.JsonFields.local;
import static ma.jisr.map.ledger.JsonFields.lower;
import static ma.jisr.map.ledger.JsonFields.maybe;
import static ma.jisr.map.ledger.JsonFields.put;
import static ma.jisr.map.ledger.JsonFields.text;
import static ma.jisr.map.ledger.JsonFields.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/** The stored form of a payee. Fields that this release does not know are kept. */
final class PayeeJson {
  /** Written into each document; a node never writes a newer one than its own. */
  static final int SCHEMA = 1;

  private PayeeJson() {}

  /** Sets what a payee says; leaves alone what this release does not know. */
  static void write(ObjectNode node, PayeeEntry payee) {
    PayeeFacts facts = payee.facts();
    node.put("schema", Math.max(SCHEMA, node.path("schema").asInt()));
    node.put("code", payee.code());
    node.put("kind", lower(payee.kind()));
    node.put("state", lower(payee.state()));
    node.put("sample", payee.sample());
    node.set("name", texts(facts.name()));
    list(node, "aliases", facts.aliases());
    node.put("place", facts.place());
    node.put("account", facts.account().value());
    node.put("position", facts.position());
    about(node, facts.about());
    node.remove("amounts");
    if (!facts.amounts().isEmpty()) {
      ArrayNode amounts = node.putArray("amounts");
      for (Money amount : facts.amounts()) amounts.add(amount.centimes());
    }
    list(node, "prefixes", facts.prefixes());
    node.remove("phone");
    SealedPhone phone = facts.phone();
    if (phone != null)
      node.putObject("phone").put("name", phone.name()).put("sealed", phone.sealed());
    put(node, "source", facts.source());
  }

  private static void list(ObjectNode node, String field, List<String> values) {
    node.remove(field);
    if (!values.isEmpty()) values.forEach(node.putArray(field)::add);
  }

  private static void about(ObjectNode node, @Nullable AboutRule about) {
    node.remove("about");
    if (about == null) return;
    ObjectNode rule = node.putObject("about");
    rule.set("label", texts(about.label()));
    rule.put("least", about.least()).put("most", about.most());
    rule.put("digits", about.digits()).put("example", about.example());
  }

  /**
   * @throws IllegalArgumentException when it is not a payee's
   */
  static PayeeEntry read(String id, JsonNode node) {
    Kind kind = constant(Kind.class, text(node, "kind"));
    return new PayeeEntry(
        id,
        text(node, "code"),
        kind,
        facts(node, kind),
        constant(PayeeEntry.State.class, text(node, "state")),
        node.path("sample").asBoolean());
  }

  private static PayeeFacts facts(JsonNode node, Kind kind) {
    List<Money> amounts = new ArrayList<>();
    for (JsonNode amount : node.path("amounts")) amounts.add(new Money(amount.asLong()));
    JsonNode phone = node.path("phone");
    return new PayeeFacts(
        local(node.path("name")),
        strings(node.path("aliases")),
        text(node, "place"),
        account(kind, text(node, "account")),
        node.path("position").asInt(),
        about(node.path("about")),
        amounts,
        strings(node.path("prefixes")),
        phone.isObject() ? new SealedPhone(text(phone, "name"), text(phone, "sealed")) : null,
        maybe(node, "source"));
  }

  /** An account is a biller's or an organisation's by what it is paid for. */
  static Account account(Kind kind, String value) {
    return new Account(kind == Kind.BILL ? Account.Type.BILLER : Account.Type.ORGANISATION, value);
  }

  private static @Nullable AboutRule about(JsonNode rule) {
    return rule.isObject()
        ? new AboutRule(
            local(rule.path("label")),
            rule.path("least").asInt(),
            rule.path("most").asInt(),
            rule.path("digits").asBoolean(),
            text(rule, "example"))
        : null;
  }

  private static List<String> strings(JsonNode node) {
    List<String> all = new ArrayList<>();
    for (JsonNode one : node) all.add(one.asText());
    return all;
  }
}
