package ma.jisr.service.wallet.payee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Kind;
import org.junit.jupiter.api.Test;

/** Documents of payees as releases have written them, read by this one. */
class GoldenPayeeTest {
  @Test
  void theFirstSchemaIsReadAndWrittenBack() throws IOException {
    String file = "/ma/jisr/service/wallet/payee/payee-1.json";
    try (InputStream in =
        Objects.requireNonNull(GoldenPayeeTest.class.getResourceAsStream(file), file)) {
      ObjectNode stored = JsonFields.parse(new String(in.readAllBytes(), UTF_8));
      PayeeEntry payee = PayeeForm.INSTANCE.read("p1", stored);
      assertEquals("1041", payee.code());
      assertEquals(Kind.MERCHANT, payee.kind());
      assertFalse(payee.payable());
      assertEquals(Account.organisation("merchant-salam"), payee.account());
      assertEquals(List.of("Si Brahim"), payee.facts().aliases());
      assertEquals("c2VhbGVk", Objects.requireNonNull(payee.phone()).sealed());
      ObjectNode again = stored.deepCopy();
      PayeeForm.INSTANCE.put(again, payee);
      assertEquals(stored, again);
    }
  }
}
