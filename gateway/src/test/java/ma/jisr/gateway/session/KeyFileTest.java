package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import ma.jisr.base.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileTest {
  private static final Address PHONE = new Address("tel", "212661000001");

  @TempDir Path folder;

  @Test
  void whatIsMadeIsReadAndIsForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("jisr.keys");
    Keys made = KeyFile.create(file, new SecureRandom());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Keys read = KeyFile.read(file, folder.resolve("data"));
    assertEquals(made.alias(PHONE), read.alias(PHONE));
    assertEquals(made.pseudonym("x"), read.pseudonym("x"));
    String wrapped = made.sealer().newKey("p");
    read.sealer().unwrap("p", wrapped);
  }

  @Test
  void aliasesDifferBetweenDeploymentsAndShowNoNumber() {
    Keys one = KeyFile.create(folder.resolve("one"), new SecureRandom());
    Keys two = KeyFile.create(folder.resolve("two"), new SecureRandom());
    assertNotEquals(one.alias(PHONE), two.alias(PHONE));
    assertFalse(one.alias(PHONE).contains("661"));
  }

  @Test
  void aFileIsNeverOverwritten() {
    Path file = folder.resolve("jisr.keys");
    KeyFile.create(file, new SecureRandom());
    assertRefused("exists", () -> KeyFile.create(file, new SecureRandom()));
  }

  @Test
  void aFileInsideTheDataFolderIsRefused() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path file = data.resolve("jisr.keys");
    KeyFile.create(file, new SecureRandom());
    assertRefused("inside the data folder", () -> KeyFile.read(file, data));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertRefused("inside the data folder", () -> KeyFile.read(link, data));
  }

  @Test
  void aFileThatOthersCanReadIsRefused() throws IOException {
    Path file = folder.resolve("jisr.keys");
    KeyFile.create(file, new SecureRandom());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertRefused("chmod 600", () -> KeyFile.read(file, null));
  }

  @Test
  void aMissingFileSaysHowToMakeOne() {
    assertRefused("keys create", () -> KeyFile.read(folder.resolve("none"), null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json|not JSON",
        "{}|version 1",
        "{\"jisr-keys\":2}|newer release",
        "{\"jisr-keys\":1,\"k1-alias\":\"AAAA\"}|32 bytes",
        "{\"jisr-keys\":1,\"k1-alias\":\"!\"}|base64",
      })
  void whatIsNoKeyFileIsRefusedWithoutShowingIt(String text, String expected) throws IOException {
    Path file = folder.resolve("jisr.keys");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertRefused(expected, () -> KeyFile.read(file, null));
  }

  @Test
  void noMessageShowsAKey() throws IOException {
    Path file = folder.resolve("jisr.keys");
    KeyFile.create(file, new SecureRandom());
    String key = Base64.getEncoder().encodeToString(new byte[31]);
    Files.writeString(file, "{\"jisr-keys\":1,\"k1-alias\":\"" + key + "\"}");
    KeyException e = assertThrows(KeyException.class, () -> KeyFile.read(file, null));
    assertFalse(String.valueOf(e.getMessage()).contains(key));
  }

  private static void assertRefused(String expected, Runnable action) {
    KeyException e = assertThrows(KeyException.class, action::run);
    assertTrue(String.valueOf(e.getMessage()).contains(expected), e.getMessage());
  }
}
