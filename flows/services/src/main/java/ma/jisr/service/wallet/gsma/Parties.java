package ma.jisr.service.wallet.gsma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Msisdn;
import ma.jisr.service.wallet.port.Account;
import org.jspecify.annotations.Nullable;

/** Who pays and who is paid, as pairs of a key and a value. */
final class Parties {
  private static final String MOROCCO = "212";

  /** Most pairs looked at; the definition has ten. */
  private static final int MOST = 10;

  private Parties() {}

  /** The API's name for a type of account. */
  static String key(Account.Type type) {
    return switch (type) {
      case MSISDN -> "msisdn";
      case ORGANISATION -> "organisationid";
      case BILLER -> "serviceprovider";
    };
  }

  /** The value as it is sent: a number with its plus. */
  static String value(Account account) {
    return account.type() == Account.Type.MSISDN ? '+' + account.value() : account.value();
  }

  static void write(ArrayNode party, Account account) {
    pair(party, key(account.type()), value(account));
  }

  static void pair(ArrayNode list, String key, String value) {
    ObjectNode pair = list.addObject();
    pair.put("key", key);
    pair.put("value", value);
  }

  /**
   * The party that a provider names, as far as it can be held against the one that was ordered:
   * null when it names it in another way. Of several the ordered one, when it is among them.
   */
  static @Nullable Account read(JsonNode party, Account ordered) {
    List<Account> found = new ArrayList<>();
    if (party.isObject()) add(found, party, ordered.type());
    for (int i = 0; party.isArray() && i < Math.min(MOST, party.size()); i++)
      add(found, party.get(i), ordered.type());
    if (found.contains(ordered)) return ordered;
    return found.isEmpty() ? null : found.getFirst();
  }

  private static void add(List<Account> found, JsonNode pair, Account.Type type) {
    Fields fields = new Fields(pair);
    String value = fields.text("value");
    if (value == null || !fields.textOr("key").equalsIgnoreCase(key(type))) return;
    if (type == Account.Type.MSISDN)
      Msisdn.parse(value, MOROCCO).ifPresent(n -> found.add(Account.msisdn(n.digits())));
    else if (value.length() <= Account.MAX_VALUE) found.add(new Account(type, value));
  }
}
