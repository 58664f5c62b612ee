package ma.jisr.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By whom our alerts are signed, as operators write it. */
final class SigningReaderTest {
  private static final String FULL =
      """
      sandbox: true
      alerts:
        signing: {certificate: ours.pem, key: ours.key}
      """;

  private static final char[] PASSWORD = "of-a-test".toCharArray();

  @TempDir static Path folder;

  @BeforeAll
  static void files() throws Exception {
    String options =
        "-genkeypair -alias test -keyalg EC -groupname secp256r1 -storetype PKCS12 -dname CN=ours";
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(options.split(" ", -1)));
    Path store = folder.resolve("ours.p12");
    command.addAll(List.of("-keystore", store.toString(), "-storepass", new String(PASSWORD)));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    keytool.getInputStream().readAllBytes();
    assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
    KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD);
    write("ours.pem", "CERTIFICATE", made.getCertificate("test").getEncoded(), "rw-r--r--");
    byte[] key = made.getKey("test", PASSWORD).getEncoded();
    write("ours.key", "PRIVATE KEY", key, "rw-------");
    write("open.key", "PRIVATE KEY", key, "rw-r--r--");
    write("old.key", "EC PRIVATE KEY", key, "rw-------");
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
    pairs.initialize(new ECGenParameterSpec("secp256r1"));
    byte[] other = pairs.generateKeyPair().getPrivate().getEncoded();
    write("other.key", "PRIVATE KEY", other, "rw-------");
  }

  private static void write(String name, String what, byte[] der, String rights) throws Exception {
    String body = Base64.getMimeEncoder().encodeToString(der);
    String text = "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, body, what);
    Path file = Files.writeString(folder.resolve(name), text, StandardCharsets.US_ASCII);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  private static AlertSettings read(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("jisr.yaml"), text);
    return new SettingsReader(Map.of()).read(file).alerts();
  }

  @Test
  void bothFiles() throws Exception {
    AlertSettings settings = read(FULL);
    assertTrue(settings.signatory().isPresent());
    assertEquals(Set.of("alerts.signing"), settings.certificates().names());
    assertFalse(settings.toString().contains("PRIVATE"));
  }

  @Test
  void nobodySigns() throws Exception {
    assertTrue(read("sandbox: true\n").signatory().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "certificate: ours.pem, certificate: none.pem, alerts.signing.certificate",
    "certificate: ours.pem, certificate: ours.key, alerts.signing.certificate",
    "'certificate: ours.pem, ', '', alerts.signing.certificate",
    "', key: ours.key', '', alerts.signing.key",
    "key: ours.key, key: none.key, alerts.signing.key",
    "key: ours.key, key: ours.pem, alerts.signing.key",
    "key: ours.key, key: old.key, alerts.signing.key",
    "key: ours.key, key: open.key, alerts.signing.key",
    "key: ours.key, key: other.key, alerts.signing.key",
    "key: ours.key, schluessel: ours.key, alerts.signing.schluessel"
  })
  void mistakes(String what, String otherwise, String where) {
    assertTrue(FULL.contains(what), what);
    var refused = assertThrows(SettingsException.class, () -> read(FULL.replace(what, otherwise)));
    List<String> paths = refused.problems().stream().map(Problem::key).toList();
    assertTrue(paths.contains(where), paths::toString);
  }
}
