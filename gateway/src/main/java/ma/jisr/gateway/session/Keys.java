package ma.jisr.gateway.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import ma.jisr.base.Address;
import ma.jisr.base.KeyedHash;

/**
 * The three keys of a deployment and what is made under each. K1 turns an address into the id of
 * its alias document; K2 wraps the key of each person; K3 makes the pseudonyms that logs show.
 * Callable from any thread.
 */
public final class Keys {
  /** The keys' names in the file, in order. */
  static final List<String> NAMES = List.of("k1-alias", "k2-wrap", "k3-log");

  /** Length of each key, bytes: AES-256 and HMAC-SHA-256. */
  static final int BYTES = 32;

  /** Bytes of a mark: 128 bits, beyond collision by chance. */
  private static final int MARK_BYTES = 16;

  /**
   * Bytes of a pseudonym: short enough for a log line; two of a million people share one rarely.
   */
  private static final int PSEUDONYM_BYTES = 9;

  private final KeyedHash names;
  private final SecretKeySpec wrap;
  private final SecretKeySpec parts;
  private final KeyedHash rows;
  private final KeyedHash log;
  private final List<KeyedHash> oldLogs;

  Keys(byte[] k1, byte[] k2, byte[] k3) {
    this(k1, k2, k3, List.of());
  }

  /**
   * @param old K3s of before, under which kept days of the message log may have been written
   */
  Keys(byte[] k1, byte[] k2, byte[] k3, List<byte[]> old) {
    this.names = new KeyedHash(k1);
    this.wrap = new SecretKeySpec(k2, "AES");
    this.parts = new SecretKeySpec(new KeyedHash(k2).hash("parts", ""), "AES");
    this.rows = new KeyedHash(k2);
    this.log = new KeyedHash(k3);
    this.oldLogs = old.stream().map(KeyedHash::new).toList();
  }

  /**
   * Keys of their own, kept in no file: for a world that ends with the process. From a seeded
   * source they are the same each time, and no secret.
   */
  public static Keys of(RandomGenerator random) {
    byte[][] keys = new byte[NAMES.size()][BYTES];
    for (byte[] key : keys) random.nextBytes(key);
    return new Keys(keys[0], keys[1], keys[2]);
  }

  /** The id of an address's alias document: a keyed hash, so that the address cannot be guessed. */
  public String alias(Address address) {
    return names.alias(address);
  }

  /** What is kept of an API token's text. */
  public String token(String text) {
    return names.base32("token", text);
  }

  /** What shows that a cursor of the API was made here: {@link #MARK_BYTES} bytes. */
  public byte[] cursor(String text) {
    return Arrays.copyOf(names.hash("cursor", text), MARK_BYTES);
  }

  /** The mark of an input: bounded in length, whatever its peer calls it, and telling nothing. */
  public String mark(String link, String inputId) {
    return part(names.hash("input", link + '|' + inputId), MARK_BYTES);
  }

  /** The mark of what a service, or somebody else's conversation, has handed in under a key. */
  public String handed(String key) {
    return mark("inbox", key);
  }

  /**
   * The first half of a short message's mark: a keyed hash of its words, {@link Marks#WORDS}
   * characters or more.
   */
  public String words(byte[] octets) {
    // Latin-1 gives each octet a character of its own.
    return part(names.hash("words", new String(octets, ISO_8859_1)), MARK_BYTES);
  }

  /** The key under which parts of messages are kept until their person is known: made of K2. */
  SecretKey parts() {
    return parts;
  }

  /** What logs call a person or a message. */
  public String pseudonym(String id) {
    return part(log.hash("log", id), PSEUDONYM_BYTES);
  }

  /** The key of one inbox row, which lives no longer than its document: derived from K2. */
  SecretKey row(String id) {
    return new SecretKeySpec(rows.hash("inbox", id), "AES");
  }

  /** The key of one block of the review list, which lives no longer than its day: from K2. */
  SecretKey block(String id) {
    return new SecretKeySpec(rows.hash("review", id), "AES");
  }

  /** What tells a person apart among those who used the same words, and among no others. */
  String among(String words, String person) {
    return part(log.hash("review", words + '\n' + person), PSEUDONYM_BYTES);
  }

  /** The same, and what logs called it before K3 was renewed; the newest first. */
  public List<String> pseudonyms(String id) {
    return Stream.concat(Stream.of(log), oldLogs.stream())
        .map(key -> part(key.hash("log", id), PSEUDONYM_BYTES))
        .toList();
  }

  /** The secret of one part of Jisr, {@link #BYTES} bytes that no other part has: made of K2. */
  public byte[] part(String name) {
    return rows.hash("part", name);
  }

  /** A new sealer, for one loop. */
  public Sealer sealer() {
    return new Sealer(wrap);
  }

  private static String part(byte[] hash, int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, bytes));
  }
}
