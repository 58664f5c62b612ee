package ma.jisr.service.notices.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ma.jisr.base.Actor;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.notice.Hand.Standing;
import ma.jisr.service.notices.notice.NoticeRules.Limit;
import ma.jisr.service.notices.notice.Preview.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a notice that is handed in, whichever way somebody comes. */
class JudgementTest {
  private static final Limit LIMIT = new Limit(500, 50_000, 3, 20, 20);
  private static final NoticeWorld WORLD = new NoticeWorld();

  /** The columns: API, phone, command and CAP, as far as they prove who they are. */
  @ParameterizedTest
  @CsvSource({
    // ordinary: by size; a program too; a phone has shown who holds it, a file is signed
    "ordinary, 500,    API,     PROGRAM,   GOES",
    "ordinary, 501,    API,     PROGRAM,   REVIEW",
    "ordinary, 500,    API,     PERSON,    GOES",
    "ordinary, 501,    API,     PROVED,    REVIEW",
    "ordinary, 500,    COMMAND, PERSON,    GOES",
    "ordinary, 501,    COMMAND, PERSON,    REVIEW",
    "ordinary, 500,    PHONE,   PROVED,    GOES",
    "ordinary, 501,    PHONE,   PROVED,    REVIEW",
    "ordinary, 500,    PHONE,   PERSON,    REFUSED phone",
    "ordinary, 500,    SOURCE,  CERTIFIED, GOES",
    "ordinary, 501,    SOURCE,  CERTIFIED, REVIEW",
    "ordinary, 1,      SOURCE,  PROGRAM,   REFUSED source",
    // emergencies: at once only with a second factor, or signed, and within the limit
    "template, 50000,  API,     PROGRAM,   REVIEW",
    "template, 50000,  API,     PERSON,    REVIEW",
    "template, 50000,  API,     PROVED,    EMERGENCY",
    "template, 50001,  API,     PROVED,    REVIEW",
    "template, 50000,  COMMAND, PERSON,    REVIEW",
    "template, 50000,  COMMAND, PROVED,    EMERGENCY",
    "template, 50000,  PHONE,   PROVED,    EMERGENCY",
    "template, 50001,  PHONE,   PROVED,    REVIEW",
    "template, 1,      PHONE,   PERSON,    REFUSED phone",
    "template, 50000,  SOURCE,  CERTIFIED, EMERGENCY",
    "template, 1,      SOURCE,  PROGRAM,   REFUSED source",
    "own,      1,      PHONE,   PROVED,    REFUSED template",
    "own,      1,      API,     PROVED,    EMERGENCY",
    // taking back: whoever may, however many it was
    "cancel,   999999, API,     PERSON,    GOES",
    "cancel,   999999, API,     PROGRAM,   REVIEW",
    "cancelled emergency, 999999, API,   PERSON,    EMERGENCY",
    "cancelled emergency, 999999, PHONE, PROVED,    EMERGENCY",
    "cancelled emergency, 999999, API,   PROGRAM,   REVIEW",
    "cancelled emergency, 1,      SOURCE, PROGRAM,  REFUSED source"
  })
  void theTable(String what, long people, Way way, Standing standing, String wanted) {
    Judgement judged = judge(what, people, new Hand(actor(), way, standing), 0, 0);
    assertEquals(Path.valueOf(wanted.split(" ", -1)[0]), judged.path());
    String field = wanted.contains(" ") ? wanted.split(" ", -1)[1] + ":" : "";
    assertTrue(judged.problem().startsWith(field), judged.problem());
    assertEquals(field.isEmpty(), judged.problem().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "template, PHONE, 0, 0,  EMERGENCY",
    "template, PHONE, 1, 0,  REFUSED",
    "template, API,   2, 0,  EMERGENCY",
    "template, API,   3, 0,  REVIEW",
    "template, API,   0, 99, EMERGENCY",
    "ordinary, API,   0, 19, GOES",
    "ordinary, API,   0, 20, REFUSED",
    "cancelled emergency, PHONE, 1, 99, EMERGENCY"
  })
  void whatAnAccountHasSentOfLate(String what, Way way, int lately, int today, Path wanted) {
    Hand hand = new Hand(actor(), way, Standing.PROVED);
    assertEquals(wanted, judge(what, 10, hand, lately, today).path());
  }

  private static Actor actor() {
    return NoticeWorld.CAID.actor();
  }

  private static Judgement judge(String what, long people, Hand hand, int lately, int today) {
    NoticeFacts water = WORLD.water();
    NoticeFacts flood = WORLD.flood();
    NoticeFacts facts =
        switch (what) {
          case "template" -> flood;
          case "own" ->
              WORLD.facts(
                  Kind.ALERT,
                  NoticeWorld.extreme(),
                  null,
                  water.words(),
                  Area.of(NoticeWorld.AMIZMIZ),
                  List.of());
          case "cancel" -> taken(water);
          case "cancelled emergency" -> taken(flood);
          default -> water;
        };
    return Judgement.of(new Judgement.Case(hand, facts, people, LIMIT, lately, today));
  }

  private static NoticeFacts taken(NoticeFacts facts) {
    return facts.about(Kind.CANCEL, List.of("n1"), facts.from(), facts.until());
  }
}
