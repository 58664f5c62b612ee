package ma.jisr.app.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.app.admin.AdminClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminSocketTest {
  private static final Map<String, AdminSocket.Verb> VERBS =
      Map.of(
          "echo", words -> words,
          "refuse",
              words -> {
                throw new IllegalArgumentException("not like that");
              },
          "break",
              words -> {
                throw new IllegalStateException("inside");
              });

  @TempDir Path folder;

  @Test
  void aWordIsAnswered() throws IOException {
    try (AdminSocket _ = AdminSocket.open(folder, VERBS)) {
      assertEquals(
          Optional.of(new Answer(true, List.of("a", "بـ"))), AdminClient.ask(folder, "echo a  بـ"));
      assertEquals(Optional.of(new Answer(true, List.of())), AdminClient.ask(folder, "echo"));
    }
  }

  @Test
  void badWordsAreAnsweredToo() throws IOException {
    try (AdminSocket _ = AdminSocket.open(folder, VERBS)) {
      assertEquals(
          Optional.of(new Answer(false, List.of("unknown word; known: break, echo, refuse"))),
          AdminClient.ask(folder, "nope"));
      assertEquals(
          Optional.of(new Answer(false, List.of("not like that"))),
          AdminClient.ask(folder, "refuse"));
      assertEquals(
          Optional.of(
              new Answer(false, List.of("break failed: see the log of the running process"))),
          AdminClient.ask(folder, "break"));
      assertThrows(
          IOException.class,
          () -> AdminClient.ask(folder, "echo " + "x".repeat(AdminSocket.MAX_REQUEST)));
      assertTrue(AdminClient.ask(folder, "echo still here").orElseThrow().ok());
    }
  }

  @Test
  void onlyItsOwnerMayUseIt() throws IOException {
    try (AdminSocket _ = AdminSocket.open(folder, VERBS)) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(folder.resolve(AdminSocket.FILE))));
    }
    assertFalse(Files.exists(folder.resolve(AdminSocket.FILE)), "closed: gone");
  }

  @Test
  void nobodyThereIsNoAnswer() throws IOException {
    assertEquals(Optional.empty(), AdminClient.ask(folder, "echo"));
    try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(folder.resolve(AdminSocket.FILE)));
    }
    assertEquals(
        Optional.empty(), AdminClient.ask(folder, "echo"), "what a killed process left behind");
    try (AdminSocket _ = AdminSocket.open(folder, VERBS)) {
      assertTrue(AdminClient.ask(folder, "echo back").orElseThrow().ok());
    }
  }

  @Test
  void aPathTooLongIsSaid() {
    Path deep = folder.resolve("x".repeat(100));
    IOException refused = assertThrows(IOException.class, () -> AdminSocket.open(deep, VERBS));
    assertTrue(String.valueOf(refused.getMessage()).contains("too long"));
  }
}
