package ma.jisr.service.wallet.benefit;

import static ma.jisr.service.wallet.benefit.BenefitWorld.AGENCY;
import static ma.jisr.service.wallet.benefit.BenefitWorld.CHECKER;
import static ma.jisr.service.wallet.benefit.BenefitWorld.done;
import static ma.jisr.service.wallet.benefit.BenefitWorld.draft;
import static ma.jisr.service.wallet.benefit.BenefitWorld.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import ma.jisr.base.Actor;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.ledger.Ruling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenefitsTest {
  private static final String AMINA = "0600000001,250,D-1";
  private static final String SAID = "+212600000002,\"300,50\",D-2";

  private final BenefitWorld world = new BenefitWorld();
  private final Benefits benefits = world.benefits;

  @Test
  void goodRowsAreTakenBesideBadOnesWhichAreNamedByTheirLine() {
    BenefitBrought brought =
        done(
            benefits
                .bring(
                    AGENCY,
                    draft(),
                    table(
                        AMINA,
                        "06 00 00 00 01,10,",
                        "0524000000,250,",
                        ",250,",
                        "6.00E+08,250,",
                        "0600000003,-5,",
                        "0600000004,beaucoup,",
                        "0600000005,20001,",
                        "0600000006,0,",
                        "0600000007,10,=HYPERLINK(1)",
                        "600000008,,",
                        SAID))
                .join());
    assertEquals(3, brought.batch().recipients());
    assertEquals(new Money(55_050), brought.batch().sum());
    assertEquals(
        List.of(
            "3 phone: is in the file twice",
            "4 phone: no Moroccan mobile number",
            "5 phone: missing",
            "6 phone: digits have been lost",
            "7 amount: not dirhams as 250 or 250,50",
            "8 amount: not dirhams as 250 or 250,50",
            "9 amount: not above 0 and at most 20000 DH",
            "10 amount: not above 0 and at most 20000 DH",
            "11 reference: not letters, digits, hyphens, at most 16"),
        brought.refusals().stream().map(one -> one.line() + " " + one.what()).toList());
  }

  @Test
  void aTableWithoutNumbersOrRowsIsNone() {
    assertThrows(
        BadSheetException.class,
        () -> benefits.bring(AGENCY, draft(), "amount\n5\n".getBytes(UTF)).join());
    assertInstanceOf(Ruling.Refused.class, benefits.bring(AGENCY, draft(), table("x")).join());
    assertInstanceOf(Ruling.Refused.class, benefits.bring(AGENCY, draft(), table()).join());
  }

  private static final java.nio.charset.Charset UTF = java.nio.charset.StandardCharsets.UTF_8;

  @Test
  void theSameTableIsTheSameBatchOnAnyNode() {
    BenefitBatch batch = world.brought(AMINA, SAID);
    assertEquals(batch, new BenefitWorld(world.store).brought(AMINA, SAID));
    assertFalse(batch.id().equals(world.brought(SAID).id()));
  }

  @Test
  void nobodyIsToldBeforeASecondPersonAgrees() {
    BenefitBatch batch = world.brought(AMINA, SAID);
    assertEquals(0, benefits.look(10).join());
    assertEquals(List.of(), benefits.of("p212600000001").join());
    Ruling<BenefitBatch> own = benefits.approve(AGENCY, batch.id()).join();
    assertEquals(Ruling.Reason.INVALID, assertInstanceOf(Ruling.Refused.class, own).reason());
    done(benefits.approve(CHECKER, batch.id()).join());
    done(benefits.approve(CHECKER, batch.id()).join());
    assertEquals(2, benefits.look(10).join());
    assertEquals(0, benefits.look(10).join());
    assertEquals(
        List.of("p212600000001 benefit_ready", "p212600000002 benefit_ready"), world.messages());
    assertEquals(
        List.of("212600000001", "212600000002"),
        world.introduced(),
        "an agency has given their numbers: they may never have written to us");
  }

  @Test
  void oneFindsOnesOwnAndNobodyElses() {
    BenefitBatch unused = world.approved(AMINA, SAID);
    Benefit one = benefits.of("p212600000001").join().getFirst();
    assertEquals(Money.ofDirhams(250), one.amount());
    assertEquals("D-1", one.reference());
    assertEquals(LocalDate.of(2026, 3, 4), one.until());
    assertEquals(List.of(), benefits.of("p212600000003").join());
    assertEquals(List.of(), benefits.of("chat").join(), "somebody without a number");
    world.now.set(Instant.parse("2026-03-05T00:00:01Z"));
    assertEquals(List.of(), benefits.of("p212600000001").join(), "it is over");
  }

  @Test
  void noNumberAndNoAmountStandsOpenWhereItNeedNot() {
    BenefitBatch unused = world.approved(AMINA, SAID);
    String stored = world.stored();
    for (String number : List.of("600000001", "600000002"))
      assertFalse(stored.contains(number), stored);
  }

  @Test
  void peopleAreToldByDayAndOnTheLastDayOnce() {
    BenefitBatch unused = world.approved(AMINA);
    world.now.set(Instant.parse("2026-03-02T22:00:00Z"));
    assertEquals(0, benefits.look(10).join(), "at night");
    world.now.set(Instant.parse("2026-03-03T09:00:00Z"));
    assertEquals(1, benefits.look(10).join());
    world.now.set(Instant.parse("2026-03-04T09:00:00Z"));
    assertEquals(1, benefits.look(10).join());
    assertEquals(0, benefits.look(10).join());
    assertEquals(
        List.of("p212600000001 benefit_last_day", "p212600000001 benefit_ready"), world.messages());
  }

  @Test
  void whoIsApprovedOnTheLastDayIsToldOnce() {
    BenefitBatch unused = world.approved(AMINA, "0600000009,,");
    world.now.set(Instant.parse("2026-03-04T09:00:00Z"));
    assertEquals(2, benefits.look(10).join());
    assertEquals(0, benefits.look(10).join());
    assertEquals(List.of("p212600000001 benefit_last_day"), world.messages());
  }

  @Test
  void aCrashWhileTellingTellsTheOthersLater() {
    BenefitBatch unused = world.approved(AMINA, SAID, "0600000003,,");
    world.alive = 1;
    assertThrows(CompletionException.class, () -> benefits.look(10).join());
    BenefitWorld next = new BenefitWorld(world.store);
    assertEquals(2, next.benefits.look(10).join());
    assertEquals(3, next.messages().size());
  }

  @Test
  void whatIsWithdrawnIsAsIfItHadNeverBeen() {
    BenefitBatch batch = world.approved(AMINA);
    done(benefits.withdraw(AGENCY, batch.id()).join());
    assertEquals(0, benefits.look(10).join());
    assertEquals(List.of(), benefits.of("p212600000001").join());
    assertInstanceOf(Ruling.Refused.class, benefits.approve(CHECKER, batch.id()).join());
  }

  @Test
  void countsOfFewAreNotTold() {
    String[] rows = new String[6];
    for (int i = 0; i < rows.length; i++) rows[i] = "061000000" + i + ",,";
    BenefitBatch batch = world.approved(rows);
    assertEquals(4, benefits.look(4).join());
    assertEquals(0, done(benefits.status(CHECKER, batch.id()).join()).told());
    assertEquals(2, benefits.look(4).join());
    assertEquals(6, done(benefits.status(CHECKER, batch.id()).join()).told());
  }

  @Test
  void whatIsOldGoes() {
    BenefitBatch unused = world.approved(AMINA, SAID);
    world.now.set(Instant.parse("2026-04-03T12:00:00Z"));
    assertEquals(0, forgotten());
    world.now.set(Instant.parse("2026-04-05T12:00:00Z"));
    assertEquals(3, forgotten());
    assertEquals("", world.stored());
  }

  private int forgotten() {
    return Benefits.retentions().stream()
        .mapToInt(one -> one.remove(world.store, world.now.get(), 10).join())
        .sum();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void whoMayDoesAndWhoMayNotIsTold(Role role) {
    BenefitBatch batch = world.brought(AMINA);
    for (Territory territory : List.of(Territory.EVERYWHERE, Territory.of(Set.of("safi")))) {
      Actor actor = new Actor("x", role, territory);
      for (BenefitDeed deed : BenefitDeed.values()) {
        boolean may = territory.everywhere() && BenefitRights.of(role).contains(deed);
        Ruling<?> ruling =
            switch (deed) {
              case IMPORT -> benefits.bring(actor, draft(), table(SAID)).join();
              case APPROVE -> benefits.approve(actor, batch.id()).join();
              case WITHDRAW -> benefits.withdraw(actor, batch.id()).join();
              case STATUS -> benefits.status(actor, batch.id()).join();
            };
        boolean told =
            ruling instanceof Ruling.Refused<?> no && no.reason() == Ruling.Reason.NO_RIGHT;
        assertEquals(!may, told, () -> role + " " + deed + " " + ruling);
      }
    }
  }

  @Test
  void anAreasBatchBelongsToTheArea() {
    Actor haouz = new Actor("h", Role.OPERATOR, Territory.of(Set.of("al-haouz")));
    BenefitDraft there =
        new BenefitDraft(
            draft().title(), draft().where(), draft().from(), draft().until(), "al-haouz.amizmiz");
    BenefitBatch batch = done(benefits.bring(haouz, there, table(AMINA)).join()).batch();
    assertEquals(List.of(batch), done(benefits.list(haouz).join()));
    Actor safi = new Actor("s", Role.OPERATOR, Territory.of(Set.of("safi")));
    assertEquals(List.of(), done(benefits.list(safi).join()));
    assertEquals(Ruling.noRight(), benefits.approve(safi, batch.id()).join());
  }

  @Test
  void whatCannotBeIsRefusedByName() {
    LocalText title = LocalText.same("Aide");
    LocalDate day = LocalDate.of(2026, 3, 2);
    assertThrows(
        IllegalArgumentException.class,
        () -> new BenefitDraft(title, title, day, day.minusDays(1), ""));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BenefitDraft(title, title, day, day.plusDays(181), ""));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BenefitDraft(LocalText.same("x".repeat(21)), title, day, day, ""));
    BenefitDraft nowhere = new BenefitDraft(title, title, day, day, "atlantis");
    assertEquals(
        Ruling.invalid("area: not in the gazetteer"),
        benefits.bring(AGENCY, nowhere, table(AMINA)).join());
    BenefitDraft over = new BenefitDraft(title, title, day.minusDays(9), day.minusDays(1), "");
    assertEquals(
        Ruling.invalid("until: is over"), benefits.bring(AGENCY, over, table(AMINA)).join());
    assertEquals(Ruling.unknown(), benefits.approve(CHECKER, "b1").join());
  }
}
