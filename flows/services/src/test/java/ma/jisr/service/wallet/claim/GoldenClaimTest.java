package ma.jisr.service.wallet.claim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ma.jisr.base.Money;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.service.wallet.payment.State;
import org.junit.jupiter.api.Test;

/** Documents of claims as releases have written them, read by this one. */
class GoldenClaimTest {
  @Test
  void theFirstSchemaIsReadAndWrittenBack() throws IOException {
    String file = "/ma/jisr/service/wallet/claim/claim-1.json";
    try (InputStream in =
        Objects.requireNonNull(GoldenClaimTest.class.getResourceAsStream(file), file)) {
      String body = new String(in.readAllBytes(), UTF_8);
      Claim claim = RecordJson.read(body, Claim.class);
      assertEquals("R-7F3KH", claim.number());
      assertEquals(Reason.WRONG_PERSON, claim.reason());
      assertEquals(State.COMPLETED, claim.evidence().state());
      assertEquals(new Money(4_500), claim.evidence().amount());
      assertEquals(Instant.ofEpochMilli(1_772_445_700_000L), claim.evidence().frozen());
      assertEquals(Disputes.Back.BEGUN, claim.back());
      assertFalse(claim.owesBack());
      assertEquals(List.of("claim_late"), claim.told());
      var again = RecordJson.write(claim, RecordJson.parse(body), 1);
      assertEquals(RecordJson.parse(body).toString(), again.toString());
    }
  }
}
