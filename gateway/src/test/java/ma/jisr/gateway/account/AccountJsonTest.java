package ma.jisr.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.store.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored accounts, of every schema that has been released: the golden file is never changed. */
class AccountJsonTest {
  private static final String ID = "01JNB3XG9W2V5ZC8Y7R4T6Q1MP";
  private static final Instant MADE = Instant.parse("2026-03-02T10:15:00Z");

  private static final Account SAID =
      new Account(
          ID,
          "said",
          Role.AGENT,
          Territory.of(List.of("al-haouz", "chichaoua")),
          Optional.of("01JNB3XG9W2V5ZC8Y7R4T6Q1MR"),
          Optional.empty(),
          false,
          MADE,
          List.of(
              new Token(
                  "0a1b2c3d",
                  "h4sh",
                  Set.of(Scope.HOTSPOTS_READ, Scope.HOTSPOTS_WRITE),
                  MADE,
                  MADE.plusSeconds(60))),
          7);

  @Test
  void everyReleasedSchemaIsRead() throws IOException {
    assertEquals(SAID, AccountJson.read(new Document(ID, 7, "w", golden())));
    assertEquals(golden(), AccountJson.write(SAID));
  }

  /** Of a phone that was tied before numbers were kept there is none. */
  @Test
  void aSealedNumberIsReadAgain() throws IOException {
    String json = golden().replace(",\"disabled\"", ",\"number\":\"c2VhbGVk\",\"disabled\"");
    Account read = AccountJson.read(new Document(ID, 7, "w", json));
    assertEquals(Optional.of("c2VhbGVk"), read.sealed());
    assertEquals(json, AccountJson.write(read));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"schema\":2}", "{\"schema\":1,\"name\":\"x\",\"role\":\"king\"}", "[]"})
  void whatIsNoneIsRefused(String json) {
    assertThrows(AccountException.class, () -> AccountJson.read(new Document(ID, 0, "w", json)));
  }

  private static String golden() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(AccountJsonTest.class.getResourceAsStream("account-1.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
