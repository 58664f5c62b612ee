package ma.jisr.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.nio.file.Path;
import ma.jisr.sandbox.phone.Failure;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.phone.PhoneException;
import ma.jisr.sandbox.phone.UssdScreen;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prompt of a wallet's provider on a phone that has one session at a time. */
class PromptTest {
  private static final int ASK = 2;
  private static final int END = 17;
  private static final String PROMPT =
      """
      Wallet A (ex.)
      Payer 45 DH a Epicerie Baraka (ex.)? Frais 0 DH. Ref JSR-7F3K2
      Votre code PIN (0 refuser):\
      """;
  @TempDir Path folder;

  @Test
  void thePinGoesToTheProviderAndToNobodyElse() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      String server = Requests.asked(world);
      assertEquals(PROMPT, shown(phone).text());
      assertTrue(shown(phone).open() && shown(phone).secret());
      UssdScreen end = Worlds.wait(phone.answer("1234"));
      assertTrue(
          end.text()
              .matches("Paye: 45 DH a Epicerie Baraka \\(ex.\\)\\. Recu [0-9]+\\. Solde 105 DH\\."),
          end.text());
      assertFalse(end.open() || end.secret());
      assertEquals("completed", Requests.state(world, server));
      // The first thing that the program on the link hears is what it is meant to hear.
      phone.dial("*585#");
      assertEquals(1, op(esme.take()));
      assertEquals(0, world.sandbox.centre().complaints().size());
    }
  }

  @Test
  void aPromptIsRefusedWhileASessionIsOpenAndTriedAgain() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      phone.dial("*585#");
      DeliverSm begin = esme.take();
      assertEquals(0, esme.screen(begin, ASK, "Pay 45 DH? 1 Yes").status());
      Requests.asked(world);
      assertEquals("Pay 45 DH? 1 Yes", shown(phone).text());
      phone.answer("1");
      assertEquals(0, esme.screen(esme.take(), END, "Confirm in your wallet.").status());
      Requests.pass(world, 4);
      assertEquals("Confirm in your wallet.", shown(phone).text());
      Requests.pass(world, 1);
      assertEquals(PROMPT, shown(phone).text());
    }
  }

  @Test
  void itIsTriedForThirtySecondsOnlyAndThenWaitsInTheWalletsMenu() throws Exception {
    try (var world = new Worlds(folder)) {
      Phone phone = world.phone();
      Worlds.wait(phone.goesAway());
      String server = Requests.asked(world);
      for (int i = 0; i < 6; i++) {
        Requests.pass(world, 5);
      }
      Worlds.wait(phone.comesBack());
      Requests.pass(world, 5);
      assertTrue(phone.screen().isEmpty());
      assertEquals(PROMPT, Worlds.wait(phone.dial("*777#")).text());
      Worlds.wait(phone.answer("1234"));
      assertEquals("completed", Requests.state(world, server));
      UssdScreen balance = Worlds.wait(phone.dial("*777#"));
      assertEquals(
          "Wallet A (ex.)\nAucune demande n'attend.\nCode PIN pour le solde:", balance.text());
      assertEquals("Solde 105 DH.", Worlds.wait(phone.answer("1234")).text());
    }
  }

  @Test
  void whoeverDialsEndsThePromptWhichComesAgain() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      String server = Requests.asked(world);
      assertEquals(PROMPT, shown(phone).text());
      var first = phone.dial("*585#");
      DeliverSm begin = esme.take();
      assertEquals(1, op(begin));
      esme.screen(begin, END, "Bye");
      assertEquals("Bye", Worlds.wait(first).text());
      assertEquals("pending", Requests.state(world, server));
      assertFails(phone.answer("1234"), Failure.NOTHING_ASKED);
      Requests.pass(world, 5);
      assertEquals(PROMPT, shown(phone).text());
    }
  }

  @Test
  void theRedKeyDeclines() throws Exception {
    try (var world = new Worlds(folder)) {
      Phone phone = world.phone();
      String server = Requests.asked(world);
      Worlds.wait(phone.cancel());
      assertTrue(phone.screen().isEmpty());
      assertEquals("failed", Requests.state(world, server));
    }
  }

  @Test
  void zeroDeclines() throws Exception {
    try (var world = new Worlds(folder)) {
      Phone phone = world.phone();
      String server = Requests.asked(world);
      assertEquals("Demande refusee. Rien n'est debite.", Worlds.wait(phone.answer("0")).text());
      assertEquals("failed", Requests.state(world, server));
    }
  }

  @Test
  void silenceEndsThePromptAndTheRequestExpires() throws Exception {
    try (var world = new Worlds(folder)) {
      Phone phone = world.phone();
      String server = Requests.asked(world);
      for (int i = 0; i < 18; i++) {
        Requests.pass(world, 10);
      }
      assertTrue(phone.screen().isEmpty());
      assertEquals("failed", Requests.state(world, server));
    }
  }

  @Test
  void threeWrongPinsLockTheWallet() throws Exception {
    try (var world = new Worlds(folder)) {
      Phone phone = world.phone();
      String server = Requests.asked(world);
      assertEquals(
          "Code PIN faux. Encore 2 essai(s).\nCode PIN:", Worlds.wait(phone.answer("1111")).text());
      assertEquals(
          "Code PIN faux. Encore 1 essai(s).\nCode PIN:", Worlds.wait(phone.answer("")).text());
      assertEquals(
          "Code PIN faux 3 fois. Votre wallet est bloque.",
          Worlds.wait(phone.answer("4321")).text());
      assertEquals("failed", Requests.state(world, server));
      assertEquals("requestingPartyAuthorisationError", Requests.pay(world).getString("errorCode"));
      assertEquals("Votre wallet est bloque.", afterBalance(phone));
    }
  }

  private static String afterBalance(Phone phone) {
    Worlds.wait(phone.dial("*777#"));
    return Worlds.wait(phone.answer("1234")).text();
  }

  @Test
  void twoRequestsAreAskedOneAfterTheOther() throws Exception {
    try (var world = new Worlds(folder)) {
      Phone phone = world.phone();
      String first = Requests.asked(world);
      String second = Requests.pay(world).getString("serverCorrelationId", "");
      Requests.pass(world, 1);
      Worlds.wait(phone.answer("1234"));
      assertEquals("completed", Requests.state(world, first));
      assertEquals("pending", Requests.state(world, second));
      Requests.pass(world, 5);
      assertEquals(PROMPT, shown(phone).text());
      Worlds.wait(phone.answer("1234"));
      assertEquals("completed", Requests.state(world, second));
    }
  }

  private static UssdScreen shown(Phone phone) {
    return phone.screen().orElseThrow();
  }

  private static void assertFails(Future<?> future, Failure failure) {
    assertEquals(failure, assertThrows(PhoneException.class, () -> Worlds.wait(future)).failure());
  }

  private static int op(DeliverSm sm) {
    return ((OptionalParameter.Byte) sm.getOptionalParameter(Tag.USSD_SERVICE_OP)).getValue()
        & 0xFF;
  }
}
