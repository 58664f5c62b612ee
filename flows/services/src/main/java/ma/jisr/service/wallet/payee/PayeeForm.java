package ma.jisr.service.wallet.payee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.ledger.Form;
import ma.jisr.store.CollectionSpec;

/** How payees are kept. */
public final class PayeeForm implements Form<PayeeEntry> {
  public static final PayeeForm INSTANCE = new PayeeForm();

  public static final CollectionSpec SPEC =
      new CollectionSpec("payees", CollectionSpec.Area.LIVE, List.of());

  private PayeeForm() {}

  @Override
  public CollectionSpec spec() {
    return SPEC;
  }

  @Override
  public Subject subject() {
    return Subject.PAYEE;
  }

  @Override
  public String word() {
    return "payee";
  }

  @Override
  public String id(PayeeEntry payee) {
    return payee.id();
  }

  @Override
  public PayeeEntry read(String id, JsonNode node) {
    return PayeeJson.read(id, node);
  }

  @Override
  public void put(ObjectNode node, PayeeEntry payee) {
    PayeeJson.write(node, payee);
  }
}
