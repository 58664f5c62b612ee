package ma.jisr.service.notices.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What leads where; "-" is not possible. */
class CourseTest {
  @ParameterizedTest
  @CsvSource({
    "CHANGE,    DRAFT, DRAFT, DRAFT, DRAFT, -, -, -, -, -",
    "APPROVE,   -, APPROVED, -, -, -, -, -, -, -",
    "SEND_BACK, -, DRAFT, -, -, -, -, -, -, -",
    "START,     -, -, SENDING, SENDING, -, -, -, -, -",
    "PAUSE,     -, -, -, -, PAUSED, -, -, -, -",
    "RESUME,    -, -, -, -, -, SENDING, -, -, -",
    "FINISH,    -, -, -, -, DONE, DONE, -, -, -",
    "CANCEL,    CANCELLED, CANCELLED, CANCELLED, CANCELLED, CANCELLED, CANCELLED, -, -, -",
    "EXPIRE,    EXPIRED, EXPIRED, EXPIRED, EXPIRED, EXPIRED, EXPIRED, -, -, -",
    "REVIEW,    -, -, -, -, SENDING, PAUSED, DONE, CANCELLED, EXPIRED",
    "SUBMIT,    APPROVED, -, -, -, -, -, -, -, -"
  })
  void everyDeedFromEveryState(
      Deed deed,
      String draft,
      String inReview,
      String approved,
      String scheduled,
      String sending,
      String paused,
      String done,
      String cancelled,
      String expired) {
    String[] wanted = {
      draft, inReview, approved, scheduled, sending, paused, done, cancelled, expired
    };
    List<State> states = List.of(State.values());
    for (State from : states) {
      String next = Course.after(from, deed, false, false).map(State::name).orElse("-");
      assertEquals(wanted[states.indexOf(from)], next, deed + " from " + from);
    }
  }

  @Test
  void whatIsHandedInWaitsForAPersonOrItsTimeOrNeither() {
    assertEquals(Optional.of(State.IN_REVIEW), Course.after(State.DRAFT, Deed.SUBMIT, true, false));
    assertEquals(Optional.of(State.IN_REVIEW), Course.after(State.DRAFT, Deed.SUBMIT, true, true));
    assertEquals(Optional.of(State.SCHEDULED), Course.after(State.DRAFT, Deed.SUBMIT, false, true));
    assertEquals(
        Optional.of(State.SCHEDULED), Course.after(State.IN_REVIEW, Deed.APPROVE, false, true));
  }

  @ParameterizedTest
  @EnumSource
  void nothingComesOfWhatHasEnded(State state) {
    if (!state.ended()) return;
    for (Deed deed : Deed.values())
      Course.after(state, deed, false, false).ifPresent(next -> assertEquals(state, next));
    assertTrue(Course.after(state, Deed.READ, false, false).isPresent());
  }
}
