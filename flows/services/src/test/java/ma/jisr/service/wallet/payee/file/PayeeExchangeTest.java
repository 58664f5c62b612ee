package ma.jisr.service.wallet.payee.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.jisr.service.wallet.payee.PayeeWorld.AMIZMIZ;
import static ma.jisr.service.wallet.payee.PayeeWorld.GAZETTEER;
import static ma.jisr.service.wallet.payee.PayeeWorld.HAOUZ;
import static ma.jisr.service.wallet.payee.PayeeWorld.OWNER;
import static ma.jisr.service.wallet.payee.PayeeWorld.VAULT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ma.jisr.base.Actor;
import ma.jisr.base.Money;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.change.Change;
import ma.jisr.map.exchange.BatchFollower;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.exchange.Verdict;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.service.wallet.payee.PayeeEntry;
import ma.jisr.service.wallet.payee.PayeeSamples;
import ma.jisr.service.wallet.payee.PayeeWorld;
import ma.jisr.service.wallet.port.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayeeExchangeTest {
  private static final String HEAD =
      "nom;الاسم;type;commune;compte;téléphone;about_fr;about_example;montants;indicatifs;rang\n";
  private static final String ROWS =
      HEAD
          + "Hanout Salam;حانوت السلام;merchant;Amizmiz;merchant-salam;0661000001;;;;;\n"
          + "Gaz (national);الغاز;bill;;biller-gaz;;N° client;12345;;;4\n"
          + "Opérateur D;;airtime;;airtime-d;;;;5 10 12,50;0699 212698;4\n"
          + "Grossiste Thé;موزع الشاي;supplier;;supplier-the;+212661000002;Facture;F-1;;;\n";

  private final PayeeWorld world = new PayeeWorld();
  private final PayeeExchange exchange = exchange(world);

  private static PayeeExchange exchange(PayeeWorld world) {
    return new PayeeExchange(world.store, world.payees, () -> GAZETTEER, world.now::get);
  }

  private Plan plan(Actor actor, String csv) {
    return exchange.plan(actor, "test.csv", csv.getBytes(UTF_8), false);
  }

  private Batch brought(Actor actor, String csv) {
    return exchange.publishing().stage(actor, plan(actor, csv))
                instanceof ma.jisr.map.batch.Verdict.Done(Batch b)
            && exchange.publishing().publish(actor, b.id())
                instanceof ma.jisr.map.batch.Verdict.Done(Batch batch)
        ? batch
        : fail();
  }

  private static Batch fail() {
    throw new AssertionError("refused");
  }

  private PayeeEntry payee(String account) {
    return world.book().all().stream()
        .filter(payee -> payee.account().value().equals(account))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatPeopleWriteInTablesIsRead() {
    Plan plan = plan(OWNER, ROWS);
    assertEquals(4, plan.count(Verdict.ADDED), new String(plan.report(), UTF_8));
    assertEquals(PayeeSamples.read().size(), world.book().size(), "nothing is written");
    Batch unused = brought(OWNER, ROWS);
    PayeeEntry shop = payee("merchant-salam");
    assertEquals(AMIZMIZ, shop.place());
    assertEquals("212661000001", Objects.requireNonNull(shop.phone()).digits(VAULT).orElseThrow());
    PayeeEntry gas = payee("biller-gaz");
    assertEquals(Kind.BILL, gas.kind());
    assertEquals(4, gas.facts().position());
    assertTrue(Objects.requireNonNull(gas.about()).fits("12345"));
    PayeeEntry airtime = payee("airtime-d");
    assertEquals(List.of(new Money(500), new Money(1000), new Money(1250)), airtime.amounts());
    assertEquals(List.of("212699", "212698"), airtime.facts().prefixes());
    assertEquals(Optional.of(airtime), world.book().likelyOperator("212699000000"));
  }

  @Test
  void theSameFileAgainChangesNothing() {
    Batch unused = brought(OWNER, ROWS);
    Plan again = plan(OWNER, ROWS);
    assertTrue(again.isNothingNew(), new String(again.report(), UTF_8));
    assertEquals(4, again.count(Verdict.SAME));
  }

  @Test
  void whatIsTakenOutHoldsNoNumberAndComesBackAsItWas() {
    Batch unused = brought(OWNER, ROWS);
    String file = new String(PayeeFiles.csv(exchange.rows(OWNER, "")), UTF_8);
    assertFalse(file.contains("66100000"), file);
    Plan again = plan(OWNER, file);
    assertEquals(4, again.count(Verdict.SAME), new String(again.report(), UTF_8));
    assertTrue(again.isNothingNew());
    String suspended = file.replace("active", "suspended");
    assertEquals(4, plan(OWNER, suspended).count(Verdict.CHANGED));
  }

  @Test
  void anImportIsTakenBackWithOneWord() {
    Batch batch = brought(OWNER, ROWS);
    assertTrue(
        exchange.publishing().undo(OWNER, batch.id()) instanceof ma.jisr.map.batch.Verdict.Done);
    assertEquals(PayeeSamples.read().size(), world.book().size());
  }

  @Test
  void otherNodesHearOfABatch() {
    PayeeWorld other = new PayeeWorld(world.store, Map.of());
    Batch unused = brought(OWNER, ROWS);
    List<Change> told = other.payees.feed().after(0).join();
    BatchFollower follower = new BatchFollower(exchange(other).publishing(), Runnable::run);
    assertEquals(told, follower.follow(told).join());
    assertEquals(4, other.book().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X;;merchant;Amizmiz;;;;;;;                  | account
          X;;merchant;Amizmiz;m x;;;;;;               | account
          X;;bazaar;Amizmiz;m-x;;;;;;                 | bazaar
          X;;transfer;Amizmiz;m-x;;;;;;               | transfer
          X;;merchant;Atlantis;m-x;;;;;;              | Atlantis
          ;;merchant;Amizmiz;m-x;;;;;;                | nom manquant
          X;;merchant;Amizmiz;m-x;0524;;;;;           | phone
          X;;merchant;Amizmiz;m-x;6.61E+08;;;;;       | scientifique
          X;;bill;;b-x;;;;;;                          | about_fr
          X;;bill;;b-x;;Client;;;;                    | about example
          X;;bill;;b-x;;Client;12345;;;1              | position
          X;;airtime;;a-x;;;;10 5;;                   | amounts
          X;;airtime;;a-x;;;;-5;;                     | amounts
          X;;airtime;;a-x;;;;5,001;;                  | amounts
          X;;airtime;;a-x;;;;;0522;                   | prefixes
          X;;merchant;Amizmiz;m-x;;;;;;2              | position
          """)
  void badRowsStandBesideGoodOnesWithTheirReason(String row, String reason) {
    Batch unused = brought(OWNER, HEAD + "Eau;;bill;;b-eau;;Client;12345;;;1\n");
    Plan plan = plan(OWNER, HEAD + row + "\nBon;;merchant;Amizmiz;m-bon;;;;;;\n");
    assertEquals(1, plan.count(Verdict.REFUSED), new String(plan.report(), UTF_8));
    assertEquals(1, plan.count(Verdict.ADDED));
    assertTrue(new String(plan.report(), UTF_8).contains(reason), row);
  }

  @Test
  void aCodeOnAStickerIsTakenWhenItsCheckDigitIsRightAndItIsNobodysElse() {
    String head = "code,kind,name_fr,place,account\n";
    assertEquals(1, plan(OWNER, head + "1042,merchant,X,Amizmiz,m-x\n").count(Verdict.REFUSED));
    Batch unused = brought(OWNER, head + "1064,merchant,X,Amizmiz,m-x\n");
    assertEquals("1064", payee("m-x").code());
    assertEquals(
        1, plan(OWNER, head + "1064,bill,X,,m-y\n").count(Verdict.REFUSED), "a kind is for ever");
    Plan moved = plan(OWNER, head + "1064,merchant,X,Amizmiz,m-z\n");
    assertEquals(1, moved.count(Verdict.CHANGED), "its account changes, in its history");
  }

  @Test
  void twoOfOneAccountAreOneTwice() {
    String twice = HEAD + "A;;merchant;Amizmiz;m-x;;;;;;\nB;;merchant;Amizmiz;m-x;;;;;;\n";
    Plan plan = plan(OWNER, twice);
    assertEquals(1, plan.count(Verdict.ADDED));
    assertEquals(1, plan.count(Verdict.REFUSED));
    Plan like =
        plan(
            OWNER, HEAD + "Salam;;merchant;Amizmiz;m-1;;;;;;\nSalam;;merchant;Amizmiz;m-2;;;;;;\n");
    assertEquals(1, like.count(Verdict.DUPLICATE));
  }

  @Test
  void nobodyBringsInWhatLiesElsewhereOrNowhere() {
    Plan plan = plan(HAOUZ, ROWS);
    assertEquals(1, plan.count(Verdict.ADDED));
    assertEquals(3, plan.count(Verdict.REFUSED), "of the whole country");
    Batch unused = brought(OWNER, ROWS);
    assertEquals(List.of(payee("merchant-salam")), exchange.rows(HAOUZ, ""));
    assertEquals(4, exchange.rows(OWNER, "").size());
  }

  @Test
  void aFileThatIsNoneIsRefusedWhole() {
    assertThrows(BadSheetException.class, () -> plan(OWNER, ""));
    assertThrows(BadSheetException.class, () -> plan(OWNER, "colour\nblue\n"));
    assertEquals(
        List.of(), List.of(new String(PayeeFiles.template(), UTF_8).lines().skip(1).toArray()));
  }
}
