package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jisr.base.Language;
import ma.jisr.flow.Button;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.person.Wishes;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.value.Value;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.limit.Spent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonWriterTest {
  private static final Wishes WISHES =
      new Wishes(
          List.of(
              new Wishes.Wish("hotspots.find", Map.of("where", "Amizmiz")),
              new Wishes.Wish("account.language", Map.of())),
          "fin kayn <place>",
          Language.ARY_LATN,
          "hotspot.find");

  private final JsonMapper mapper = Json.mapper();

  static Stream<PersonDocument> persons() {
    return Stream.of(
        PersonDocument.unknown("01J00000000000000000000000", "p1"),
        PersonCodecTest.amina(),
        LivePerson.document(),
        full());
  }

  @ParameterizedTest
  @MethodSource("persons")
  void byHandOrByTheMapperIsTheSame(PersonDocument person) throws IOException {
    // What nobody has been offered is not written: most are never asked.
    String mapped =
        mapper.writeValueAsString(PersonCodec.Body.of(person)).replace(",\"offered\":false", "");
    assertEquals(mapped, byHand(person));
  }

  private String byHand(PersonDocument person) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = mapper.getFactory().createGenerator(text)) {
      PersonWriter.write(out, person);
    }
    return text.toString();
  }

  /** What the person in the middle of everything has not: an event, a reply, segments spent. */
  private static PersonDocument full() {
    PersonDocument live = LivePerson.document();
    Person p = live.person();
    Event event =
        new Event("called", "A12", Map.of("n", new Value.Whole(3)), Instant.ofEpochMilli(17));
    Person person =
        new Person(
            p.id(),
            p.profile(),
            p.dialogues().stream().map(d -> d.wishing(WISHES).stamped("5k2zq")).toList(),
            p.conversations(),
            p.calls(),
            p.timers(),
            List.of(new Reply(ChannelKind.SMS, "iam", "2121")),
            List.of(event));
    return new PersonDocument(
        person,
        live.addresses(),
        live.inputs(),
        live.outbox().stream().map(PersonWriterTest::pressable).toList(),
        live.log(),
        new Spent(493_000, 7),
        "\"p\\1\"",
        "",
        Map.of(),
        0,
        Map.of("mattermost", 1_790_000_000L));
  }

  private static OutboxEntry pressable(OutboxEntry e) {
    return new OutboxEntry(
        e.id(),
        e.kind(),
        e.link(),
        e.code(),
        e.scheme(),
        e.dialogue(),
        e.text(),
        e.cause(),
        e.made(),
        e.until(),
        e.next(),
        e.tries(),
        e.doubted(),
        e.urgency(),
        e.taken(),
        List.of(new Button("1", "إيه", "5k2zq")));
  }
}
