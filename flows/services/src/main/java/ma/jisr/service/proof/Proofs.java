package ma.jisr.service.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import ma.jisr.base.Vault;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Priority;
import ma.jisr.store.Retention;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;

/**
 * Codes of six digits that show that who writes an SMS has the phone: its sender can be forged, who
 * reads the answer cannot. A code is bound to the person, the call and what is wished; holds {@link
 * #LIFE}; one wrong guess cancels it, {@link #FAILURES} of them stop all for {@link #LOCK}. It is
 * kept nowhere: it is made again when it is given. Callable from any thread; never blocks.
 */
public final class Proofs {
  /** How long a code holds: an SMS has come by then. */
  public static final Duration LIFE = Duration.ofMinutes(5);

  /** Wrong codes until nothing is taken by SMS: three in a million a day. */
  public static final int FAILURES = 3;

  /** How long nothing is taken then. */
  public static final Duration LOCK = Duration.ofDays(1);

  /** Codes sent to one person in a day: whoever forges their number costs no more SMS than this. */
  public static final int A_DAY = 20;

  /** Longest content, characters: what is wished, in the service's own words. */
  public static final int MOST_CONTENT = 300;

  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "proofs", CollectionSpec.Area.LIVE, List.of(new IndexSpec("made", List.of(), "made")));

  /** Who asked for no code for so long is forgotten. */
  private static final Duration KEEP = Duration.ofDays(30);

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Store store;
  private final Vault vault;
  private final Codes codes;

  /**
   * @param vault makes the names under which people are kept
   */
  public Proofs(Store store, Vault vault, Codes codes) {
    this.store = store;
    this.vault = vault;
    this.codes = codes;
  }

  /**
   * A code for what somebody wishes; whatever was open before is not any more.
   *
   * @param key the call's: the same gives the same code
   * @param content what is given back when it is proven, at most {@link #MOST_CONTENT} characters
   * @return empty when nothing is taken of them now
   */
  public CompletableFuture<Optional<String>> ask(
      String person, String key, String content, Instant now) {
    if (content.length() > MOST_CONTENT)
      throw new IllegalArgumentException("the content is too long");
    long today = Math.floorDiv(now.getEpochSecond(), Duration.ofDays(1).toSeconds());
    return change(
            person,
            "ask:" + key,
            proof -> {
              if (proof.isLocked(now) || proof.key().equals(key)) return proof;
              boolean many = proof.day() == today && proof.asked() >= A_DAY;
              return many ? proof : proof.asking(key, content, now, today);
            })
        .thenApply(
            proof ->
                proof.key().equals(key) && !proof.isLocked(now)
                    ? Optional.of(code(person, proof))
                    : Optional.empty());
  }

  /**
   * Takes a code. The same call is given the same answer again.
   *
   * @param key the call's, another one than that which asked
   */
  public CompletableFuture<Proven> prove(String person, String key, String code, Instant now) {
    return change(
            person,
            "prove:" + key,
            proof ->
                proof.answered().equals(key)
                    ? proof
                    : proof.answered(key, judged(person, proof, code, now), now))
        .thenApply(
            proof -> {
              Proven answer = proof.answer();
              return answer == null ? new Proven(Proven.Outcome.LATE, "") : answer;
            });
  }

  private Proven judged(String person, Proof proof, String code, Instant now) {
    if (proof.isLocked(now)) return new Proven(Proven.Outcome.LOCKED, "");
    boolean late = proof.key().isEmpty() || now.isAfter(proof.made().plus(LIFE));
    if (late) return new Proven(Proven.Outcome.LATE, "");
    byte[] wanted = code(person, proof).getBytes(StandardCharsets.UTF_8);
    boolean right = MessageDigest.isEqual(wanted, code.getBytes(StandardCharsets.UTF_8));
    return right
        ? new Proven(Proven.Outcome.RIGHT, proof.content())
        : new Proven(Proven.Outcome.WRONG, "");
  }

  private String code(String person, Proof proof) {
    return codes.of(person + '\n' + proof.key() + '\n' + proof.content());
  }

  /** Whether somebody has asked for a code lately. */
  CompletableFuture<Boolean> knows(String person) {
    return store
        .get(SPEC.name(), vault.pseudonym("proof", person))
        .thenApply(found -> found.isPresent());
  }

  /** Takes out that somebody has asked for codes; an open one is good for nothing then. */
  CompletableFuture<Void> forget(String person) {
    String id = vault.pseudonym("proof", person);
    return store
        .get(SPEC.name(), id)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : store
                        .deleteIf(SPEC.name(), id, found.get().version(), Priority.BACKGROUND)
                        .thenApply(_ -> null));
  }

  /** How long it is known who has asked for one. */
  public static Retention retention() {
    return Retention.since(SPEC, "made", KEEP);
  }

  private CompletableFuture<Proof> change(String person, String key, UnaryOperator<Proof> by) {
    return Rewrite.of(
        store,
        SPEC.name(),
        vault.pseudonym("proof", person),
        vault.pseudonym("key", key),
        Priority.TURN,
        found -> {
          Proof before = found.map(Proofs::read).orElse(Proof.NONE);
          Proof after = by.apply(before);
          if (after.equals(before)) return Rewrite.Change.none(before);
          ObjectNode node = MAPPER.valueToTree(after);
          return new Rewrite.Change<>(node.put("schema", 1).toString(), after);
        });
  }

  private static Proof read(String json) {
    try {
      return MAPPER.readValue(json, Proof.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a proof that cannot be read", e);
    }
  }
}
