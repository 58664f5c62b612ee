package ma.jisr.gateway.channel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shows that a request comes from the link's provider. Everything secret is compared in a time that
 * does not tell how much of it was right. Safe on any thread.
 */
public sealed interface Verifier {
  /** Whether it does. */
  boolean proves(Knock knock);

  /** The certificates that it asks for. */
  default List<Certificate> certificates() {
    return List.of();
  }

  /** A secret that both know, in a header: {@code X-Secret: …} or {@code Authorization: …}. */
  record Header(String name, Secret secret) implements Verifier {
    @Override
    public boolean proves(Knock knock) {
      return knock.header(name).filter(secret::is).isPresent();
    }
  }

  /** A secret behind the link's name in the path, for those who can send nothing else. */
  record Path(Secret secret) implements Verifier {
    @Override
    public boolean proves(Knock knock) {
      return secret.is(knock.rest());
    }
  }

  /** A secret in a value of the query: what Meta asks an address with before it calls it. */
  record Query(String name, Secret secret) implements Verifier {
    @Override
    public boolean proves(Knock knock) {
      return knock.query().first(name).filter(secret::is).isPresent();
    }
  }

  /**
   * One for those who ask (GET) and another for those who tell (POST): a signature of the body says
   * nothing where there is none, and what proves a question proves no news.
   */
  record ByMethod(Verifier asking, Verifier telling) implements Verifier {
    @Override
    public boolean proves(Knock knock) {
      return (knock.method().equals("GET") ? asking : telling).proves(knock);
    }
  }

  /**
   * A signature of the body (HMAC, RFC 2104) in a header.
   *
   * @param header its name
   * @param prefix before the signature: {@code sha256=}
   * @param algorithm of the hash
   * @param base64 whether it is written so; else in hexadecimal digits
   */
  record Body(String header, String prefix, Hash algorithm, boolean base64, Secret secret)
      implements Verifier {
    @Override
    public boolean proves(Knock knock) {
      byte[] wanted = algorithm.sign(secret, knock.body());
      return knock
          .header(header)
          .filter(told -> told.startsWith(prefix))
          .filter(told -> same(told.substring(prefix.length()), wanted, base64))
          .isPresent();
    }
  }

  /**
   * A signature of the URL and the form's values, sorted by name, without signs between (Twilio's
   * {@code X-Twilio-Signature}: HMAC-SHA1 in Base64).
   *
   * @param base the URL's beginning as the provider was given it, where proxies write another
   */
  record Url(String header, String base, Hash algorithm, Secret secret) implements Verifier {
    @Override
    public boolean proves(Knock knock) {
      String signed = base + knock.url() + knock.form().sorted();
      byte[] wanted = algorithm.sign(secret, signed.getBytes(UTF_8));
      return knock.header(header).filter(told -> same(told, wanted, true)).isPresent();
    }
  }

  /** Something inside what is said, in a place that only its reader knows. */
  record Inside(Predicate<Knock> proof) implements Verifier {
    @Override
    public boolean proves(Knock knock) {
      return proof.test(knock);
    }
  }

  /**
   * A certificate that the caller has shown when the connection was encrypted, or that a proxy of
   * ours says it has.
   *
   * @param authorities who have signed it
   * @param subject whose it is
   * @param header in which proxies that are trusted tell it; "" where none does
   */
  record Certificate(Authorities authorities, String subject, String header) implements Verifier {
    @Override
    public boolean proves(Knock knock) {
      List<X509Certificate> chain = knock.shown().chain();
      if (knock.shown().byProxy() && !header.isEmpty())
        chain = knock.header(header).flatMap(Authorities::read).map(List::of).orElse(List.of());
      return authorities.vouch(chain, subject);
    }

    @Override
    public List<Certificate> certificates() {
      return List.of(this);
    }
  }

  /** That it comes from one of these networks. */
  record Networks(Allowed allowed) implements Verifier {
    @Override
    public boolean proves(Knock knock) {
      return allowed.holds(knock.client());
    }
  }

  /** All of these, at least one. */
  record All(List<Verifier> each) implements Verifier {
    public All {
      each = List.copyOf(each);
      if (each.isEmpty()) throw new IllegalArgumentException("nothing is verified");
    }

    @Override
    public List<Certificate> certificates() {
      return each.stream().flatMap(one -> one.certificates().stream()).toList();
    }

    @Override
    public boolean proves(Knock knock) {
      for (Verifier one : each) if (!one.proves(knock)) return false;
      return true;
    }
  }

  /** Whether an address is one of a link's provider's. */
  @FunctionalInterface
  interface Allowed {
    boolean holds(String address);
  }

  /** What only the provider and we know. */
  record Secret(String value) {
    /** Shorter ones are guessed. Characters. */
    public static final int LEAST = 16;

    public Secret {
      if (value.length() < LEAST)
        throw new IllegalArgumentException("a secret has at least " + LEAST + " characters");
    }

    boolean is(String told) {
      return MessageDigest.isEqual(value.getBytes(UTF_8), told.getBytes(UTF_8));
    }

    @Override
    public String toString() {
      return "Secret[hidden]";
    }
  }

  /** The hashes that providers sign with. */
  enum Hash {
    /** Twilio; as a keyed hash it has no known weakness (RFC 6151, 2.2). */
    SHA1("HmacSHA1"),
    SHA256("HmacSHA256"),
    SHA512("HmacSHA512");

    private final String algorithm;

    Hash(String algorithm) {
      this.algorithm = algorithm;
    }

    byte[] sign(Secret secret, byte[] content) {
      try {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.value().getBytes(UTF_8), algorithm));
        return mac.doFinal(content);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java has no " + algorithm, e);
      }
    }
  }

  private static boolean same(String told, byte[] wanted, boolean base64) {
    try {
      byte[] signature = base64 ? Base64.getDecoder().decode(told) : HexFormat.of().parseHex(told);
      return MessageDigest.isEqual(signature, wanted);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
