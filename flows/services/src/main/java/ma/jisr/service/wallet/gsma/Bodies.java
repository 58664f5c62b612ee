package ma.jisr.service.wallet.gsma;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.Order;

/**
 * What is sent, as JSON: for the same order the same octets for ever. No member of the API that
 * could carry a PIN, a code or a customer's credential is ever written.
 */
final class Bodies {
  /** Keys of customData, which the API leaves to each provider. */
  private static final String TOPPED_UP = "topupmsisdn";

  private static final String INVOICE = "invoicenumber";
  private static final String CONSUMER = "consumerno";

  private Bodies() {}

  /** The transaction type in the path of a request to pay. */
  static String type(Kind kind) {
    return switch (kind) {
      case TRANSFER -> "transfer";
      case MERCHANT, SUPPLIER -> "merchantpay";
      // There is no type for airtime: it is a bill of the operator, of a subtype of ours.
      case BILL, AIRTIME -> "billpay";
    };
  }

  static byte[] pay(Order order, String organisation) {
    ObjectNode body = Json.object();
    body.put("amount", Amounts.write(order.amount()));
    body.put("currency", Amounts.CURRENCY);
    Parties.write(body.putArray("debitParty"), order.payer());
    ArrayNode payee = body.putArray("creditParty");
    Parties.write(payee, order.payee());
    if (order.kind() == Kind.BILL && !order.about().isEmpty())
      Parties.pair(payee, CONSUMER, order.about());
    if (order.kind() == Kind.AIRTIME) body.put("subType", "airtime");
    about(body, order);
    body.put("requestingOrganisationTransactionReference", order.reference());
    body.put("descriptionText", order.reference());
    requesting(body, organisation);
    body.put("requestDate", order.asked().toString());
    return Json.write(body);
  }

  private static void about(ObjectNode body, Order order) {
    if (order.about().isEmpty()) return;
    switch (order.kind()) {
      case AIRTIME ->
          Parties.pair(
              body.putArray("customData"), TOPPED_UP, Parties.value(Account.msisdn(order.about())));
      case SUPPLIER, MERCHANT -> Parties.pair(body.putArray("customData"), INVOICE, order.about());
      case BILL, TRANSFER -> {}
    }
  }

  private static void requesting(ObjectNode body, String organisation) {
    ObjectNode asking = body.putObject("requestingOrganisation");
    asking.put("requestingOrganisationIdentifierType", "organisationid");
    asking.put("requestingOrganisationIdentifier", organisation);
  }

  static byte[] giveBack(Order order, String organisation) {
    ObjectNode body = Json.object();
    body.put("type", "reversal");
    body.put("amount", Amounts.write(order.amount()));
    body.put("currency", Amounts.CURRENCY);
    body.put("requestingOrganisationTransactionReference", order.reference());
    requesting(body, organisation);
    return Json.write(body);
  }

  static byte[] quote(Kind kind, Account payer, Account payee, Money amount) {
    ObjectNode body = Json.object();
    body.put("requestAmount", Amounts.write(amount));
    body.put("requestCurrency", Amounts.CURRENCY);
    Parties.write(body.putArray("debitParty"), payer);
    Parties.write(body.putArray("creditParty"), payee);
    body.put("type", type(kind));
    if (kind == Kind.AIRTIME) body.put("subType", "airtime");
    return Json.write(body);
  }
}
