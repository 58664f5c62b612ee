package ma.jisr.service.wallet.gsma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import ma.jisr.service.wallet.port.Capabilities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configuration may say of a provider. */
class GsmaSettingsTest {
  private static GsmaSettings of(
      String id, String name, String base, @Nullable String apiKey, int seconds) {
    return new GsmaSettings(
        id,
        name,
        URI.create(base),
        new Credentials.Basic("jisr", Provider.SECRET),
        apiKey,
        null,
        "jisr",
        null,
        new Capabilities(Set.of(), false, false, false, false),
        Map.of("Payé!", Progress.COMPLETED),
        null,
        Encryption.USUAL,
        Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example/v1.2/mm",
        "https://api.example:8443",
        "http://127.0.0.1:8080/mm",
        "http://localhost/mm/",
        "http://[::1]:8080"
      })
  void whereAProviderMayBe(String base) {
    assertEquals("a", of("a", "Wallet A", base, null, 15).id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example/mm",
        "http://10.0.0.7/mm",
        "http://127.0.0.1.example/mm",
        "ftp://x/",
        "mailto:x@y",
        "/mm",
        "https:///mm",
        "https://user:secret@api.example/",
        "https://x/?a=b",
        "https://x/#a"
      })
  void whereItMayNot(String base) {
    assertThrows(IllegalArgumentException.class, () -> of("a", "Wallet A", base, null, 15));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Credentials.OAuth(URI.create(base), "a", "b", null));
  }

  @Test
  void bounds() {
    String base = "https://api.example";
    for (String id : new String[] {"", "A", "a b", "a/b", "a".repeat(33), "-a"})
      assertThrows(IllegalArgumentException.class, () -> of(id, "Wallet A", base, null, 15));
    for (String name : new String[] {"", " ", "a name of seventeen"})
      assertThrows(IllegalArgumentException.class, () -> of("a", name, base, null, 15));
    for (String key : new String[] {"", "a b", "a\r\nX: y", "é", "k".repeat(257)})
      assertThrows(IllegalArgumentException.class, () -> of("a", "Wallet A", base, key, 15));
    for (int seconds : new int[] {0, -1, 16})
      assertThrows(IllegalArgumentException.class, () -> of("a", "Wallet A", base, null, seconds));
    assertThrows(IllegalArgumentException.class, () -> new Encryption(null, Path.of("a"), null));
    assertThrows(IllegalArgumentException.class, () -> new Credentials.Bearer("a b"));
  }

  @Test
  void wordsOfAProviderAreItsOwn() {
    GsmaSettings settings = of("a", "Wallet A", "https://api.example", null, 15);
    assertEquals(Progress.COMPLETED, settings.progress("PAYÉ"));
    assertEquals(null, settings.progress("completed"));
  }

  @Test
  void secretsAreNotShown() {
    GsmaSettings settings = of("a", "Wallet A", "https://api.example", "the-key", 15);
    String shown =
        settings.toString()
            + settings.credentials()
            + new Credentials.Bearer(Provider.SECRET)
            + new Credentials.OAuth(URI.create("https://x/t"), "jisr", Provider.SECRET, null);
    assertFalse(shown.contains(Provider.SECRET) || shown.contains("the-key"), shown);
  }
}
