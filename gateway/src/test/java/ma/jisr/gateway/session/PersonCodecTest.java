package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Address;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.person.Timer;
import ma.jisr.flow.value.Value;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.limit.Spent;
import ma.jisr.gateway.log.LogRow;
import ma.jisr.store.Document;
import org.junit.jupiter.api.Test;

class PersonCodecTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:15:00Z");
  private final Sealer sealer = TestGateway.keys().sealer();
  private final PersonCodec codec = new PersonCodec(sealer, Upcasters.PERSON);

  @Test
  void whatIsWrittenIsRead() {
    PersonDocument person = codec.keyed(amina());
    assertEquals(person, codec.decode(codec.encode(person, 3, "w")));
  }

  @Test
  void thatAlertsHaveBeenOfferedIsKept() {
    Person amina = amina().person();
    PersonDocument offered =
        new PersonDocument(
            amina.withProfile(amina.profile().offering()),
            List.of(),
            HeardMarks.NONE,
            List.of(),
            List.of(),
            Spent.NOTHING,
            "",
            "",
            Map.of());
    PersonDocument person = codec.keyed(offered);
    assertEquals(person, codec.decode(codec.encode(person, 3, "w")));
  }

  @Test
  void whoseMessagesHaveGoneIsReadWithoutThemAndIsOtherwiseTheSame() {
    PersonDocument person = codec.keyed(amina());
    Document sent = PersonCodec.sent(codec.encode(person, 3, "w"), "s");
    assertEquals(4, sent.version());
    assertFalse(sent.json().contains("unsent"));
    assertFalse(person.messages().isEmpty());
    assertEquals(person.withoutMessages(), codec.decode(sent));
    assertFalse(codec.encode(codec.decode(sent), 5, "w").json().contains("sent\":"));
  }

  @Test
  void theEnvelopeShowsWhenSomethingIsDueAndNothingPersonal() {
    String json = codec.encode(codec.keyed(amina()), 0, "w").json();
    assertEquals(AT.plusSeconds(30).toEpochMilli(), tree(json).path("unsent").asLong());
    assertEquals(AT.plusSeconds(60).toEpochMilli(), tree(json).path("due").asLong());
    for (String secret : List.of("212661000001", "salam", "Amizmiz"))
      assertFalse(json.contains(secret), secret);
  }

  @Test
  void fieldsOfANewerReleaseAreWrittenBack() {
    PersonDocument person = codec.keyed(amina());
    PersonDocument newer =
        new PersonDocument(
            person.person(),
            person.addresses(),
            person.inputs(),
            person.outbox(),
            person.log(),
            person.spent(),
            person.writer(),
            person.key(),
            Map.of("/newField", "[1,2]", "/person/profile/shoeSize", "42"));
    PersonDocument read = codec.decode(codec.encode(newer, 0, "w"));
    assertEquals(newer.extras(), read.extras());
    assertEquals(newer, codec.decode(codec.encode(read, 1, "w")));
  }

  @Test
  void whatThePersonCostThisHourIsKept() {
    PersonDocument person = codec.keyed(amina());
    PersonDocument spent =
        new PersonDocument(
            person.person(),
            person.addresses(),
            person.inputs(),
            person.outbox(),
            person.log(),
            new Spent(493_000, 7),
            person.writer(),
            person.key(),
            Map.of());
    assertEquals(spent, codec.decode(codec.encode(spent, 0, "w")));
  }

  @Test
  void aNewerSchemaIsNotTouched() {
    Document stored = codec.encode(codec.keyed(amina()), 0, "w");
    ObjectNode json = tree(stored.json());
    json.put("schema", 99);
    Document newer = new Document(stored.id(), 0, "w", json.toString());
    assertThrows(SchemaException.class, () -> codec.decode(newer));
  }

  @Test
  void anOlderSchemaIsLifted() {
    Document old = codec.encode(codec.keyed(amina()), 0, "w");
    PersonCodec next =
        new PersonCodec(
            sealer,
            new Upcasters(List.of(body -> {}, body -> {}, body -> body.put("writer", "lifted"))));
    assertEquals("lifted", next.decode(old).writer());
  }

  @Test
  void anothersKeysAnotherPersonAndChangedBytesDoNotOpen() {
    Document stored = codec.encode(codec.keyed(amina()), 0, "w");
    PersonCodec other = new PersonCodec(TestGateway.keys().sealer(), Upcasters.PERSON);
    assertThrows(KeyException.class, () -> other.decode(stored));
    Document moved = new Document("someone else", 0, "w", stored.json());
    assertThrows(KeyException.class, () -> codec.decode(moved));
    ObjectNode json = tree(stored.json());
    String sealed = json.path("sealed").asText();
    char flipped = sealed.charAt(40) == 'A' ? 'B' : 'A';
    json.put("sealed", sealed.substring(0, 40) + flipped + sealed.substring(41));
    Document changed = new Document(stored.id(), 0, "w", json.toString());
    assertThrows(KeyException.class, () -> codec.decode(changed));
  }

  private static ObjectNode tree(String json) {
    try {
      return (ObjectNode) Json.mapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PersonDocument amina() {
    Value.Item place =
        new Value.Item(
            "p1",
            LocalText.of(Language.FR, "Amizmiz", Language.ARY_ARAB, "أمزميز"),
            Map.of("open", new Value.Flag(true), "far", new Value.Distance(1200, true)));
    Person unknown = Person.unknown("01J00000000000000000000000");
    Person person =
        new Person(
            unknown.id(),
            new Profile(
                Language.ARY_LATN,
                Set.of(Script.LATIN),
                place,
                List.of(place),
                Set.of("2121"),
                true,
                false),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Timer("t1", AT.plusSeconds(60))),
            List.of(),
            List.of());
    OutboxEntry message =
        new OutboxEntry(
            "e1",
            Outbound.Kind.MESSAGE,
            "iam",
            "2121",
            "tel",
            null,
            "salam",
            "m1",
            AT,
            AT.plusSeconds(3600),
            AT.plusSeconds(30),
            0,
            false,
            ma.jisr.flow.Urgency.REPLY,
            0,
            List.of());
    return new PersonDocument(
        person,
        List.of(new Address("tel", "212661000001")),
        HeardMarks.of(List.of("m1")),
        List.of(message),
        List.of(new LogRow(AT.toEpochMilli() + " m1 MO MESSAGE iam 1 - taken in")),
        Spent.NOTHING,
        "p1",
        "",
        Map.of());
  }
}
