package ma.jisr.gateway.channel.chat.mattermost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stream of events, word by word: "A0" is a hello of connection A numbered 0, "1" an event. */
class SequenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''             | ''          | ''
          A0             | BEGUN       | ?connection_id=A&sequence_number=1
          A0 1 2         | BEGUN NEXT NEXT | ?connection_id=A&sequence_number=3
          A0 1 2 3       | BEGUN NEXT NEXT NEXT | ?connection_id=A&sequence_number=4
          A0 1 B0 1      | BEGUN NEXT BEGUN NEXT | ?connection_id=B&sequence_number=2
          A0 1 A2        | BEGUN NEXT NEXT | ?connection_id=A&sequence_number=3
          A0 2           | BEGUN TORN  | ''
          A0 1 1         | BEGUN NEXT TORN | ''
          A0 1 A0        | BEGUN NEXT TORN | ''
          1              | TORN        | ''
          0              | TORN        | ''
          A5             | TORN        | ''
          A0 2 B0        | BEGUN TORN BEGUN | ?connection_id=B&sequence_number=1
          A0 -1          | BEGUN TORN  | ''
          """)
  void aStreamGoesOnOrIsTorn(String events, String steps, String query) {
    Sequence sequence = new Sequence();
    StringBuilder told = new StringBuilder();
    for (String event : events.split(" ", -1))
      if (!event.isEmpty())
        told.append(told.isEmpty() ? "" : " ")
            .append(
                Character.isLetter(event.charAt(0))
                    ? sequence.hello(event.substring(0, 1), Long.parseLong(event.substring(1)))
                    : sequence.event(Long.parseLong(event)));
    assertEquals(steps, told.toString());
    assertEquals(query, sequence.query());
  }
}
