package ma.jisr.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
  private final Vault vault = Vault.passing(new Random(1));

  @Test
  void aNameStandsForOneThingAndOnePurpose() {
    assertEquals(vault.pseudonym("voice", "a"), vault.pseudonym("voice", "a"));
    assertNotEquals(vault.pseudonym("voice", "a"), vault.pseudonym("voice", "b"));
    assertNotEquals(vault.pseudonym("voice", "a"), vault.pseudonym("thing", "a"));
    assertNotEquals(
        vault.pseudonym("voice", "a"), Vault.passing(new Random(2)).pseudonym("voice", "a"));
    assertEquals(16, vault.pseudonym("voice", "a").length());
  }

  @Test
  void whatIsSealedIsOpenedByItsKeyOnly() {
    String sealed = vault.seal("فلان");
    assertEquals(Optional.of("فلان"), vault.open(sealed));
    assertNotEquals(sealed, vault.seal("فلان"), "equal texts are not seen to be equal");
    assertEquals(Optional.empty(), Vault.passing(new Random(2)).open(sealed));
    String changed = (sealed.charAt(0) == 'A' ? 'B' : 'A') + sealed.substring(1);
    assertEquals(Optional.empty(), vault.open(changed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "????", "AAAAAAAAAAAAAAAAAAAAAAAA"})
  void whatWasNeverSealedIsNotOpened(String text) {
    assertEquals(Optional.empty(), vault.open(text));
  }

  @Test
  void showsNothingOfItself() {
    assertFalse(vault.toString().contains("key"));
  }
}
