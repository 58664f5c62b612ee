package ma.jisr.service.wallet.claim;

import static ma.jisr.service.wallet.claim.ClaimWorld.HIND;
import static ma.jisr.service.wallet.claim.ClaimWorld.OMAR;
import static ma.jisr.service.wallet.claim.ClaimWorld.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.hours.PublicHolidays;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.wallet.claim.Claim.Verdict;
import ma.jisr.service.wallet.payment.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimsTest {
  private final ClaimWorld world = new ClaimWorld();
  private final Claims claims = world.claims;

  @ParameterizedTest
  @CsvSource({
    "amina, JSR-7F3K2, COMPLETED, Done",
    "amina, JSR-7F3K2, UNKNOWN,   Done",
    "amina, JSR-7F3K2, FAILED,    Done",
    "amina, JSR-7F3K2, CANCELLED, NEVER_ASKED",
    "amina, JSR-7F3K2, EXPIRED,   NEVER_ASKED",
    "amina, JSR-7F3K2, CREATED,   NEVER_ASKED",
    "said,  JSR-7F3K2, COMPLETED, NO_PAYMENT",
    "amina, JSR-99999, COMPLETED, NO_PAYMENT"
  })
  void onlyOnesOwnPaymentsAreDisputed(
      String person, String reference, State state, String outcome) {
    world.payments.put("amina JSR-7F3K2", state);
    Opened opened = claims.open("k", person, reference, Reason.AMOUNT).join();
    String told =
        opened instanceof Opened.Not(Opened.Why why)
            ? why.name()
            : opened.getClass().getSimpleName();
    assertEquals(outcome, told);
  }

  @Test
  void theSameCallIsOneClaimAndAnotherOneFindsIt() {
    Claim claim = world.opened("k");
    assertTrue(claim.number().matches("R-[2-9A-HJ-NP-Z]{4}[A-HJ-NP-Z]"), claim::number);
    assertEquals(claim.number(), world.opened("k").number());
    Opened again = claims.open("k2", "amina", "JSR-7F3K2", Reason.AMOUNT).join();
    assertEquals(claim.number(), assertInstanceOf(Opened.Already.class, again).claim().number());
    assertEquals(1, claims.of("amina").join().size());
    assertEquals(List.of(), claims.of("said").join());
  }

  @Test
  void theEvidenceStaysAsItWas() {
    Claim claim = world.opened("k");
    world.payments.put("amina JSR-7F3K2", State.REVERSED);
    assertEquals(
        State.COMPLETED, done(claims.show(HIND, claim.number()).join()).evidence().state());
  }

  @ParameterizedTest
  @CsvSource({"amina, true", "said, false"})
  void onesOwnIsFoundByItsNumberAsPeopleWriteIt(String person, boolean found) {
    Claim claim = world.opened("k");
    String bare = claim.number().substring(2).toLowerCase(java.util.Locale.ROOT);
    for (String written : List.of(claim.number(), bare, "r " + bare, "r" + bare))
      assertEquals(found, claims.of(person, written).join().isPresent(), written);
    assertEquals(Optional.empty(), claims.of(person, "R-00000").join());
    assertEquals(Optional.empty(), claims.of(person, "").join());
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void notMeBlocksTheNumberWhateverElseComesOfIt(Reason reason) {
    Opened unused = claims.open("k", "said", "JSR-00000", reason).join();
    assertEquals(reason == Reason.NOT_ME ? List.of("said") : List.of(), world.blocked);
  }

  @Test
  void moneyGoesBackOnTwoPeoplesWordAndOnce() {
    Claim claim = world.opened("k");
    String number = claim.number();
    assertInstanceOf(
        Ruling.Refused.class, claims.answer(OMAR, number, Verdict.ACCEPTED, "", "a").join());
    done(claims.take(HIND, number, "asked them", "t").join());
    assertInstanceOf(
        Ruling.Refused.class, claims.answer(HIND, number, Verdict.ACCEPTED, "", "b").join());
    assertEquals(Set.of(), world.given);
    Claim answered = done(claims.answer(OMAR, number, Verdict.ACCEPTED, "", "c").join());
    assertEquals(Disputes.Back.BEGUN, answered.back());
    done(claims.answer(OMAR, number, Verdict.ACCEPTED, "", "d").join());
    assertEquals(Set.of("claim " + number + " JSR-7F3K2 omar"), world.given);
    assertEquals(List.of("claim_accepted"), world.messages(claim));
    assertInstanceOf(
        Ruling.Refused.class, claims.answer(HIND, number, Verdict.REFUSED, "", "e").join());
    assertInstanceOf(
        Ruling.Refused.class, claims.escalate(HIND, number, Recourse.CMMB, "", "f").join());
  }

  @Test
  void aCrashBetweenTheAnswerAndTheMoneyIsMadeUpFor() {
    Claim claim = world.opened("k");
    done(claims.take(HIND, claim.number(), "", "t").join());
    world.dies = true;
    assertThrows(
        CompletionException.class,
        () -> claims.answer(OMAR, claim.number(), Verdict.ACCEPTED, "", "c").join());
    assertEquals(List.of(), world.messages(claim), "nobody is told of money that may not come");
    ClaimWorld next = new ClaimWorld(world.store);
    assertEquals(1, next.claims.look(10).join());
    assertEquals(world.given, next.given, "under the same key");
    assertEquals(List.of("claim_accepted"), next.messages(claim));
    assertEquals(0, next.claims.look(10).join());
  }

  @ParameterizedTest
  @CsvSource({
    "BEGUN, claim_accepted",
    "NOT_HERE, claim_accepted",
    "NOTHING_PAID, claim_nothing_paid"
  })
  void whatIsNotKnownToBePaidWaitsAndThenTheyAreToldWhatBecomesOfIt(
      Disputes.Back then, String message) {
    Claim claim = world.opened("k");
    done(claims.take(HIND, claim.number(), "", "t").join());
    world.back = Disputes.Back.LATER;
    Claim answered = done(claims.answer(OMAR, claim.number(), Verdict.ACCEPTED, "", "c").join());
    assertTrue(answered.owesBack());
    assertEquals(1, claims.look(10).join());
    assertEquals(List.of(), world.messages(claim));
    world.back = then;
    assertEquals(1, claims.look(10).join());
    assertEquals(0, claims.look(10).join());
    assertEquals(List.of(message), world.messages(claim));
  }

  @Test
  void whoIsRefusedHearsWhereToTurnAndThatIsNoted() {
    Claim claim = world.opened("k");
    String number = claim.number();
    done(claims.take(HIND, number, "", "t").join());
    Claim refused = done(claims.answer(HIND, number, Verdict.REFUSED, "they paid", "a").join());
    assertEquals(Recourse.CMMB, refused.recourse());
    Claim further = done(claims.escalate(OMAR, number, Recourse.CMMB, "letter", "e").join());
    assertEquals(Recourse.BAM, further.recourse());
    Claim again = done(claims.answer(OMAR, number, Verdict.REFUSED, "", "b").join());
    assertEquals(Recourse.BAM, again.recourse());
    done(claims.escalate(OMAR, number, Recourse.BAM, "", "e2").join());
    Claim won = done(claims.answer(OMAR, number, Verdict.ACCEPTED, "decided so", "c").join());
    assertEquals(Verdict.ACCEPTED, won.verdict());
    assertEquals(
        List.of(
            "claim_refused",
            "claim_escalated",
            "claim_refused",
            "claim_escalated",
            "claim_accepted"),
        world.messages(claim));
    assertEquals(
        List.of(
            "opened",
            "taken",
            "refused",
            "escalated CMMB",
            "refused",
            "escalated BAM",
            "accepted",
            "back: BEGUN"),
        done(claims.show(HIND, number).join()).steps().stream().map(Claim.Step::did).toList());
  }

  @Test
  void clocksRunOnWorkingDaysAndTellOnce() {
    Claim claim = world.opened("k");
    assertEquals("2026-03-03T23:59:00Z", claim.clocks().take().toString());
    assertEquals("2026-03-16T23:59:00Z", claim.clocks().target().toString());
    assertEquals("2026-04-27T22:59:00Z", claim.clocks().most().toString(), "GMT+1 again");
    world.passes(14);
    assertEquals(0, claims.look(10).join());
    world.passes(1);
    assertEquals(1, claims.look(10).join());
    assertEquals(0, claims.look(10).join());
    world.passes(60);
    assertEquals(1, claims.look(10).join());
    assertEquals(0, claims.look(10).join());
    assertEquals(List.of("claim_late", "claim_overdue"), world.messages(claim));
  }

  @Test
  void aClaimKeepsTheTermsOfItsDay() {
    ClaimTerms terms =
        new ClaimTerms(
            List.of(
                new ClaimTerms.Term(LocalDate.of(2026, 3, 3), 2, 5, 20),
                new ClaimTerms.Term(LocalDate.of(2026, 1, 1), 1, 10, 40)));
    Instant monday = Instant.parse("2026-03-02T10:00:00Z");
    assertEquals(
        "2026-03-16T23:59:00Z", terms.clocks(monday, PublicHolidays.FIXED).target().toString());
    Instant tuesday = monday.plusSeconds(86_400);
    assertEquals(
        "2026-03-10T23:59:00Z", terms.clocks(tuesday, PublicHolidays.FIXED).target().toString());
    Instant labour = Instant.parse("2026-04-30T10:00:00Z");
    assertEquals(
        "2026-05-05T22:59:00Z",
        terms.clocks(labour, PublicHolidays.FIXED).take().toString(),
        "neither the first of May nor a week-end counts");
  }

  @Test
  void anAnswerThatNobodyTakesFurtherIsClosedAndThePaymentMayBeDisputedAgain() {
    Claim claim = world.opened("k");
    done(claims.take(HIND, claim.number(), "", "t").join());
    done(claims.answer(HIND, claim.number(), Verdict.REFUSED, "", "a").join());
    world.passes(91);
    assertEquals(1, claims.look(10).join());
    assertEquals(Claim.State.CLOSED, done(claims.show(HIND, claim.number()).join()).state());
    Claim second = world.opened("k2");
    assertNotEquals(claim.number(), second.number());
    assertEquals(claim.number(), world.opened("k").number(), "the first call's is the first");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyOperatorsOfTheWholeCountrySeeClaims(Role role) {
    Claim claim = world.opened("k");
    String number = claim.number();
    for (Territory territory : List.of(Territory.EVERYWHERE, Territory.of(Set.of("safi")))) {
      Actor actor = new Actor("x", role, territory);
      boolean may = territory.everywhere() && (role == Role.OPERATOR || role == Role.ADMINISTRATOR);
      for (Ruling<?> ruling :
          List.of(
              claims.list(actor, null).join(),
              claims.show(actor, number).join(),
              claims.take(actor, number, "", "t").join(),
              claims.answer(actor, number, Verdict.REFUSED, "", "a").join(),
              claims.escalate(actor, number, Recourse.CMMB, "", "e").join(),
              claims.close(actor, number, "", "c").join())) {
        boolean told =
            ruling instanceof Ruling.Refused<?> no && no.reason() == Ruling.Reason.NO_RIGHT;
        assertEquals(!may, told, () -> role + " " + ruling);
      }
    }
  }

  @Test
  void whatIsListedIsWhatIsOwed() {
    Claim claim = world.opened("k");
    assertEquals(1, done(claims.list(HIND, null).join()).size());
    done(claims.take(HIND, claim.number(), "", "t").join());
    assertEquals(1, done(claims.list(HIND, Claim.State.WITH_PROVIDER).join()).size());
    done(claims.answer(HIND, claim.number(), Verdict.REFUSED, "", "a").join());
    assertEquals(0, done(claims.list(HIND, null).join()).size());
    assertEquals(1, done(claims.list(HIND, Claim.State.ANSWERED).join()).size());
    world.passes(3_800);
    assertEquals(1, Claims.retention().remove(world.store, world.now.get(), 10).join());
  }

  @Test
  void aNoteIsALine() {
    Claim claim = world.opened("k");
    assertInstanceOf(Ruling.Refused.class, claims.take(HIND, claim.number(), "a\nb", "t").join());
    assertInstanceOf(
        Ruling.Refused.class, claims.take(HIND, claim.number(), "x".repeat(401), "t").join());
    assertEquals(Ruling.unknown(), claims.take(HIND, "R-22222", "", "t").join());
  }
}
