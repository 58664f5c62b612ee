package ma.jisr.map.report;

import static ma.jisr.map.report.Field.MONDAY_10;
import static ma.jisr.map.report.Field.SPOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import ma.jisr.map.hotspot.Hotspot.State;
import ma.jisr.store.Document;
import org.junit.jupiter.api.Test;

class ReportsTest {
  private static final Instant TUESDAY = MONDAY_10.plus(Duration.ofDays(1));

  private final Field field = new Field();

  @Test
  void twoPeopleMakeADoubtAndNobodyClosesAnything() {
    assertEquals(Told.NOTED, field.says("amina", Said.BROKEN, MONDAY_10));
    assertEquals(State.WORKS, field.state());
    assertEquals(Told.NOTED, field.says("said", Said.MOVED, MONDAY_10));
    assertEquals(State.DOUBTFUL, field.state());
    for (int i = 0; i < 60; i++) field.says("p" + i, Said.BROKEN, MONDAY_10.plusSeconds(i));
    assertEquals(State.DOUBTFUL, field.state());
  }

  @Test
  void onePersonIsOneHoweverOftenAndOnWhateverDay() {
    assertEquals(Told.NOTED, field.says("amina", Said.BROKEN, MONDAY_10));
    assertEquals(Told.AGAIN, field.says("amina", Said.BROKEN, MONDAY_10.plusSeconds(60)));
    assertEquals(Told.NOTED, field.says("amina", Said.BROKEN, TUESDAY));
    assertEquals(State.WORKS, field.state());
    assertEquals(1, field.reports.waiting(9).join().getFirst().broken());
  }

  @Test
  void theLastWordOfADayCounts() {
    field.says("amina", Said.BROKEN, MONDAY_10);
    assertEquals(Told.CHANGED, field.says("amina", Said.WORKS, MONDAY_10.plusSeconds(60)));
    field.says("said", Said.BROKEN, MONDAY_10);
    assertEquals(State.WORKS, field.state());
    assertEquals(1, field.reports.waiting(9).join().getFirst().works());
  }

  @Test
  void aVoiceHandedInTwiceIsOne() {
    Voice voice = new Voice(SPOT, Said.BROKEN, "", "amina", true, "iam", MONDAY_10, "key");
    assertEquals(Told.NOTED, field.says(voice));
    assertEquals(Told.NOTED, field.says(voice), "answered as it was, not as a repetition");
    assertEquals(State.WORKS, field.state());
  }

  @Test
  void forgedSendersOfOneLinkAreOneVoiceADay() {
    for (int i = 0; i < 100; i++) field.writes("forged" + i, Said.BROKEN, "iam", MONDAY_10);
    assertEquals(State.WORKS, field.state());
    field.writes("x", Said.BROKEN, "inwi", MONDAY_10);
    assertEquals(State.WORKS, field.state());
    field.says("amina", Said.BROKEN, MONDAY_10);
    assertEquals(State.DOUBTFUL, field.state(), "one by USSD and one SMS are enough");
  }

  @Test
  void aFloodOfSmsLeavesRoomForOthers() {
    for (int i = 0; i < 200; i++) field.writes("forged" + i, Said.WORKS, "iam", MONDAY_10);
    assertEquals(ReportRules.SMS_OF_A_LINK, field.reports.waiting(9).join().getFirst().works());
    field.says("amina", Said.BROKEN, MONDAY_10);
    field.says("said", Said.BROKEN, MONDAY_10);
    assertEquals(State.DOUBTFUL, field.state());
  }

  @Test
  void onePersonSpeaksOfSoManyHotspotsADay() {
    List<String> spots =
        List.of("sample-1042", "sample-1043", "sample-1044", "sample-1051", "sample-1052");
    for (String spot : spots) assertEquals(Told.NOTED, of(spot, "amina", MONDAY_10));
    assertEquals(Told.ENOUGH, of("sample-1061", "amina", MONDAY_10));
    assertEquals(Told.AGAIN, of("sample-1042", "amina", MONDAY_10.plusSeconds(1)));
    assertEquals(Told.NOTED, of("sample-1061", "amina", TUESDAY));
  }

  private Told of(String spot, String person, Instant when) {
    return field.says(new Voice(spot, Said.BROKEN, "", person, true, "iam", when, spot + when));
  }

  @Test
  void whatIsNotOnTheMapIsNotSpokenOf() {
    Voice voice = new Voice("nowhere", Said.BROKEN, "", "amina", true, "iam", MONDAY_10, "k");
    assertEquals(Optional.empty(), field.reports.told(voice).join());
  }

  @Test
  void oldVoicesDoNotCount() {
    field.says("amina", Said.BROKEN, MONDAY_10);
    field.says("said", Said.BROKEN, MONDAY_10.plus(Duration.ofDays(15)));
    assertEquals(State.WORKS, field.state());
  }

  @Test
  void aCheckSettlesThemAndThanksEachOnce() {
    field.says("amina", Said.BROKEN, MONDAY_10);
    field.says("said", Said.BROKEN, MONDAY_10);
    field.set(SPOT, State.BROKEN);
    field.reports.checked(SPOT, State.BROKEN, MONDAY_10.plusSeconds(60), "agent-1").join();
    field.reports.checked(SPOT, State.BROKEN, MONDAY_10.plusSeconds(60), "agent-1").join();
    assertEquals(1, field.thanked.size());
    Thanks.Owed owed = field.thanked.values().iterator().next();
    assertEquals(Set.of("amina", "said"), Set.copyOf(owed.people()));
    assertEquals(Thanks.Found.BROKEN, owed.found());
    assertEquals(List.of(), field.reports.waiting(9).join());
    assertFalse(kept().contains("amina"));
  }

  @Test
  void thanksAreOwedAlthoughTheProcessDies() {
    field.says("amina", Said.BROKEN, MONDAY_10);
    field.thanking = false;
    var dies = field.reports.checked(SPOT, State.WORKS, MONDAY_10.plusSeconds(60), "agent-1");
    assertThrows(CompletionException.class, dies::join);
    assertEquals(Map.of(), field.thanked);
    field.thanking = true;
    assertEquals(1, field.reports.payAll(9).join());
    assertEquals(0, field.reports.payAll(9).join());
    assertEquals(1, field.thanked.size());
  }

  @Test
  void afterACheckTheCountBeginsAnew() {
    field.says("amina", Said.BROKEN, MONDAY_10);
    field.reports.checked(SPOT, State.WORKS, MONDAY_10.plusSeconds(60), "agent-1").join();
    field.says("said", Said.BROKEN, TUESDAY);
    assertEquals(State.WORKS, field.state());
    field.says("amina", Said.BROKEN, TUESDAY);
    assertEquals(State.DOUBTFUL, field.state());
  }

  @Test
  void whoeverWasWrongAgainAndAgainIsHeardAndNotBelieved() {
    for (int i = 0; i < 2; i++) {
      Instant when = MONDAY_10.plus(Duration.ofDays(i));
      field.says("liar", Said.BROKEN, when);
      field.reports.checked(SPOT, State.WORKS, when.plusSeconds(60), "agent-" + i).join();
    }
    Instant later = MONDAY_10.plus(Duration.ofDays(5));
    assertEquals(Told.NOTED, field.says("liar", Said.BROKEN, later));
    field.says("amina", Said.BROKEN, later);
    assertEquals(State.WORKS, field.state());
    field.says("said", Said.BROKEN, later);
    assertEquals(State.DOUBTFUL, field.state());
  }

  @Test
  void aReportOfTheDayBeforeYesterdayIsNoLieWhenItWorksNow() {
    for (int i = 0; i < 4; i++) {
      Instant when = MONDAY_10.plus(Duration.ofDays(7L * i));
      field.says("amina", Said.BROKEN, when);
      field.reports.checked(SPOT, State.WORKS, when.plus(Duration.ofDays(3)), "a" + i).join();
    }
    Instant later = MONDAY_10.plus(Duration.ofDays(40));
    field.says("amina", Said.BROKEN, later);
    field.says("said", Said.BROKEN, later);
    assertEquals(State.DOUBTFUL, field.state());
  }

  @Test
  void nobodyIsNamedInTheStore() {
    field.says(
        new Voice(SPOT, Said.MOVED, "hda 0661 23 45 67\n", "amina", true, "iam", MONDAY_10, "k"));
    assertFalse(kept().contains("amina"));
    assertEquals(List.of("hda <tel>"), field.reports.waiting(9).join().getFirst().words());
  }

  @Test
  void whatNobodyCheckedIsForgotten() {
    field.says("amina", Said.BROKEN, MONDAY_10);
    forget(MONDAY_10.plus(Duration.ofDays(89)));
    assertTrue(kept().contains("BROKEN"));
    forget(MONDAY_10.plus(Duration.ofDays(200)));
    assertEquals("", kept());
  }

  private void forget(Instant now) {
    ReportCollections.retentions().forEach(one -> one.remove(field.store, now, 100).join());
  }

  private String kept() {
    StringBuilder all = new StringBuilder();
    for (var spec : ReportCollections.specs())
      for (Document d : field.store.scan(spec.name(), "", 100).join())
        all.append(d.id()).append(d.writeId()).append(d.json());
    return all.toString();
  }
}
