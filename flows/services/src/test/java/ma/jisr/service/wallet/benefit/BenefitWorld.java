package ma.jisr.service.wallet.benefit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import ma.jisr.base.Actor;
import ma.jisr.base.Agents;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.person.Reply;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.People;
import ma.jisr.service.outbox.Introductions;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.Document;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** Benefits among people whose id is their number with a letter before it. */
final class BenefitWorld {
  static final Actor AGENCY = operator("agency");
  static final Actor CHECKER = operator("checker");
  static final Gazetteer GAZETTEER = StarterGazetteer.read();

  /** The secret is the same for all worlds: they are nodes of one deployment. */
  private static final Vault VAULT = Vault.passing(new Random(11));

  /** Ten in the morning in Morocco, in Ramadan: GMT. */
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T10:00:00Z"));

  final Store store;
  final Benefits benefits;

  /** Nobody of these may be written to. */
  final Set<String> mute = Set.of("212600000009");

  /** How many are found until the engine dies. */
  int alive = Integer.MAX_VALUE;

  BenefitWorld() {
    this(new MemoryStore(Benefits.COLLECTIONS));
  }

  BenefitWorld(Store store) {
    this.store = store;
    People people = new People();
    people.connect(new Directory());
    benefits =
        new Benefits(
            store,
            new Outboxes(
                new Introductions(VAULT, () -> new Reply(ChannelKind.SMS, "iam", "5050")),
                Agents.NONE),
            people,
            () -> "iam",
            () -> GAZETTEER,
            VAULT,
            now::get);
  }

  private final class Directory implements People.Directory {
    @Override
    public CompletableFuture<Optional<String>> of(String digits, String link) {
      if (alive-- <= 0) return CompletableFuture.failedFuture(new IllegalStateException("killed"));
      return CompletableFuture.completedFuture(
          mute.contains(digits) ? Optional.empty() : Optional.of("p" + digits));
    }

    @Override
    public CompletableFuture<Optional<String>> number(String person) {
      return CompletableFuture.completedFuture(
          person.startsWith("p") ? Optional.of(person.substring(1)) : Optional.empty());
    }
  }

  private static Actor operator(String id) {
    return new Actor(id, Role.OPERATOR, Territory.EVERYWHERE);
  }

  static BenefitDraft draft() {
    return new BenefitDraft(
        LocalText.of(Language.FR, "Aide mars", Language.AR, "دعم مارس"),
        LocalText.of(Language.FR, "Poste, avec CIN", Language.AR, "البريد مع البطاقة"),
        LocalDate.of(2026, 3, 2),
        LocalDate.of(2026, 3, 4),
        "");
  }

  static byte[] table(String... rows) {
    return ("phone,amount,reference\n" + String.join("\n", rows) + "\n").getBytes(UTF_8);
  }

  BenefitBatch brought(String... rows) {
    return done(benefits.bring(AGENCY, draft(), table(rows)).join()).batch();
  }

  BenefitBatch approved(String... rows) {
    return done(benefits.approve(CHECKER, brought(rows).id()).join());
  }

  static <T> T done(Ruling<T> ruling) {
    if (ruling instanceof Ruling.Done<T> done) return done.now().thing();
    throw new AssertionError(ruling);
  }

  /** What waits in all outboxes, as {@code person message}, in order of persons. */
  List<String> messages() {
    List<String> all = new ArrayList<>();
    for (Document document : store.scan("benefits", "", 100).join())
      for (JsonNode row : RecordJson.parse(document.json()).path("outbox").path("rows"))
        all.add(row.path("person").asText() + ' ' + row.path("notice").path("message").asText());
    all.sort(String::compareTo);
    return all;
  }

  /** The numbers by which those are written to for the first time who are told something. */
  List<String> introduced() {
    List<String> all = new ArrayList<>();
    for (Document document : store.scan("benefits", "", 100).join())
      for (JsonNode row : RecordJson.parse(document.json()).path("outbox").path("rows"))
        all.add(VAULT.open(row.path("first").asText()).orElse("nobody"));
    all.sort(String::compareTo);
    return all;
  }

  /** All that is stored, but for what waits to be handed in. */
  String stored() {
    StringBuilder all = new StringBuilder();
    for (String collection : List.of("benefits", "benefit_batches"))
      for (Document document : store.scan(collection, "", 100).join())
        all.append(document.id()).append(document.json());
    return all.toString();
  }
}
